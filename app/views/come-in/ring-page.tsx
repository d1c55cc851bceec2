import type { Someone } from '#app/domain/access/plan-as-seen'
import { Face } from '../face'
import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'

export type RingPageProps = {
  ticket: string
  people: Pick<Someone, 'id' | 'name' | 'initials' | 'addressAs'>[]
  typed?: Typed
  notice?: Notice
}

/** Who will have the person's number: anybody can be taken out. */
export function RingPage({ ticket, people, typed, notice }: RingPageProps) {
  const { t } = useWords('welcome')
  const start = useWords('start').t
  return (
    <>
      <h1>{t('ring.title')}</h1>
      <p>{t('ring.what')}</p>
      <EntryForm action="/welcome/ring" ticket={ticket} notice={notice}>
        <fieldset className="field">
          <legend>{t('ring.ask')}</legend>
          {people.map(({ id, name, initials, addressAs }) => (
            <label key={id} className="choice">
              <input type="checkbox" name={id} value="yes" defaultChecked={!typed || typed[id] === 'yes'} />
              <Face of={{ name, initials }} />
              <span>
                {name}
                {addressAs && !name.includes(addressAs) && <small>{addressAs}</small>}
              </span>
            </label>
          ))}
        </fieldset>
        <p className="soft">{t('ring.staff')}</p>
        <button className="btn" type="submit">
          {start('goOn')}
        </button>
      </EntryForm>
    </>
  )
}
