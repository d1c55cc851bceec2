import type { ToTell } from '#app/domain/desk/to-tell'
import type { HowTold } from '#app/domain/network/tell'
import { ChangedParts } from '../changes/changed-parts'
import { Chip } from '../chip'
import { Words } from '../wording'
import { useWords } from '../words'
import { FamilyCrumb } from './family-crumb'
import { type DeskForm, TicketForm } from './ticket-form'

export type TellFault = 'how-missing' | 'on-wrong' | 'by-missing'
export type TellPageProps = {
  family: { id: string; name: string }
  person: string
  name: string
  of?: ToTell
  /** Whoever may have told them. */
  staff: { id: string; name: string }[]
  me: string
  today: string
  form: DeskForm<'how' | 'on' | 'by'> & { faults?: Record<string, string> }
}

const HOW: HowTold[] = ['face-to-face', 'phone', 'letter']

/** What to tell somebody who has no sign-in, before and now; and that they were told, by whom, how and when. */
export function TellPage({ family, person, name, of, staff, me, today, form }: TellPageProps) {
  const { t } = useWords('desk-tell')
  const { typed } = form
  const faults = Object.values(form.faults ?? {}) as TellFault[]
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('title', { name })}</h1>
      {!of && <p>{t('nothing', { name })}</p>}
      {of && (
        <>
          <p className="soft">{t('about', { name })}</p>
          <ToTellOf of={of} />
          <TicketForm
            action={`/desk/families/${family.id}/people/${person}/told`}
            form={form}
            faults={faults.map((why) => t(`why.${why}`))}
          >
            <input type="hidden" name="version" value={of.versionId} />
            <fieldset>
              <legend>{t('how')}</legend>
              {HOW.map((how) => (
                <label key={how} className="choice">
                  <input type="radio" name="how" value={how} defaultChecked={typed.how === how} />
                  <span>{t(`went.${how}`)}</span>
                </label>
              ))}
            </fieldset>
            <p className="two">
              <label>
                {t('by')}{' '}
                <select name="by" defaultValue={typed.by ?? me}>
                  {staff.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            </p>
            <p className="two">
              <label>
                {t('on')} <input type="date" name="on" max={today} defaultValue={typed.on ?? today} />
              </label>
            </p>
            <button className="button" type="submit">
              {t('send')}
            </button>
          </TicketForm>
        </>
      )}
    </>
  )
}

/** Each thing as it was and as it is; last what is in the plan no more. */
function ToTellOf({ of: { changes, gone } }: { of: ToTell }) {
  const { t } = useWords('desk-tell')
  const changed = useWords('changes').t
  return (
    <>
      {changes.map(({ id, kind, rule, is, called, parts }) => (
        <section key={id} className="card">
          <h2 className="mt-0">
            {rule ? t('rule', { number: rule }) : changed(`kind.${kind}`)}{' '}
            <Chip>{changed(is === 'new' ? 'isNew' : 'isChanged')}</Chip>
          </h2>
          {called?.is === 'words' && (
            <p>
              <Words of={called.words} />
            </p>
          )}
          <ChangedParts of={parts} isNew={is === 'new'} />
        </section>
      ))}
      {gone.map(({ id, kind, parts }) => (
        <section key={id} className="card">
          <h2 className="mt-0">
            {changed(`kind.${kind}`)} <Chip>{t('gone')}</Chip>
          </h2>
          {parts.words?.is === 'words' && (
            <p>
              <Words of={parts.words.words} />
            </p>
          )}
        </section>
      ))}
    </>
  )
}
