import { useContext } from 'react'
import type { ShownField } from '#app/domain/plan/draft/shown'
import { useWords } from '../../words'
import { WritingContext } from './context'
import { Needed } from './needed'

type Props = { name: string; of: ShownField; label: string; needed: boolean }

/** Names, each pressed by itself. */
export function Pick({ name, of, label, needed }: Props) {
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
      <legend>
        {label} <Needed if={needed && pressed.length === 0} />
      </legend>
      <input type="hidden" name="shown" value={name} />
      {all.length === 0 && <small className="soft">{t('nobodyYet')}</small>}
      {all.map((one, at) => (
        <label key={one.id} className="name-pick">
          <input
            id={at === 0 ? `f-${name}` : undefined}
            type="checkbox"
            name={name}
            value={one.id}
            defaultChecked={pressed.includes(one.id)}
          />
          <span>{one.name}</span>
        </label>
      ))}
    </fieldset>
  )
}
