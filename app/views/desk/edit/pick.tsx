import { useContext } from 'react'
import type { ShownField } from '#app/domain/plan/draft/shown'
import { useWords } from '../../words'
import { WritingContext } from './context'

/** Names, each pressed by itself. */
export function Pick({ name, of, label }: { name: string; of: ShownField; label: string }) {
  const { names } = useContext(WritingContext)
  const { t } = useWords('desk-edit')
  const pressed = Array.isArray(of.value) ? of.value : []
  const people =
    of.as === 'children'
      ? names.children
      : [...names.people, ...(of.as === 'people' ? [] : names.children), ...(of.as === 'readers' ? names.sides : [])]
  const gone = pressed.filter((id) => !people.some((one) => one.id === id))
  const all = [...people, ...gone.map((id) => ({ id, name: t('takenOut') }))]
  return (
    <fieldset className="picks">
      <legend>{label}</legend>
      <input type="hidden" name="shown" value={name} />
      {all.length === 0 && <small className="soft">{t('nobodyYet')}</small>}
      {all.map((one) => (
        <label key={one.id} className="name-pick">
          <input type="checkbox" name={name} value={one.id} defaultChecked={pressed.includes(one.id)} />
          <span>{one.name}</span>
        </label>
      ))}
    </fieldset>
  )
}
