import type { PlacedInEditor } from '#app/domain/record/writing/placed'
import { useWords } from '../../words'
import { HandsAnew } from '../being-written'
import { FamilyHead, type FamilyHeadProps } from '../family-head'
import { PlanPages } from '../plan-pages'
import { type DeskForm, TicketForm } from '../ticket-form'
import { useLabels } from './labels'

type Props = FamilyHeadProps & {
  revision: number
  form: DeskForm
  found: PlacedInEditor[]
  /** What it would tell one of its readers. */
  leaks: PlacedInEditor[]
  more?: number
  /** Places where two people wrote different words. */
  waiting: number
  leftOver: number
  isChanged: boolean
  /** Who asked for the version whose place it would take. */
  asked?: string
}

/** Whether a draft can become a version; where it cannot, each thing leads to where it is mended. */
export function FinishPage({
  family,
  revision,
  form,
  found,
  leaks,
  more = 0,
  waiting,
  leftOver,
  isChanged,
  asked,
}: Props) {
  const { t } = useWords('desk-edit')
  const url = `/desk/families/${family.id}/plan`
  const isReady = found.length === 0 && waiting === 0
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="edit" />
      <h2>{t('finish.title')}</h2>
      {isChanged && (
        <p className="told" role="alert">
          {t('finish.changed')}
        </p>
      )}
      {waiting > 0 && <p className="told">{t('finish.beside')}</p>}
      {leftOver > 0 && (
        <p>
          {t('finish.left', { count: leftOver })}{' '}
          <a className="press" href={`${url}/edit/left`}>
            {t('finish.mend')}
          </a>
        </p>
      )}
      {found.length > 0 && (
        <Found heading={t('finish.faults', { count: found.length + more })} of={found} more={more} url={url} />
      )}
      {leaks.length > 0 && <Found heading={t('finish.leaks', { count: leaks.length })} of={leaks} url={url} />}
      {isReady && <p>{t('finish.ready')}</p>}
      <HandsAnew asked={asked} />
      <TicketForm action={`${url}/finish`} form={form}>
        <input type="hidden" name="revision" value={revision} />
        <p className="acts">
          {isReady && (
            <button type="submit" className="button">
              {t('finish.press')}
            </button>
          )}
          <a className="press" href={`${url}/edit/family`}>
            {t('finish.back')}
          </a>
        </p>
      </TicketForm>
    </>
  )
}

function Found({ heading, of, more = 0, url }: { heading: string; of: PlacedInEditor[]; more?: number; url: string }) {
  const families = useWords('desk-families').t
  return (
    <div className="told" role="alert">
      <p>
        <b>{heading}</b>
      </p>
      <ul className="faults">
        {of.map((one) => (
          <OneFault key={one.path + one.message} of={one} url={url} />
        ))}
      </ul>
      {more > 0 && <p>{families('new.more', { count: more })}</p>}
    </div>
  )
}

/** What is wrong, in the words of the form, and the way to the field itself. */
function OneFault({ of, url }: { of: PlacedInEditor; url: string }) {
  const { t } = useWords('desk-edit')
  const place = usePlace()(of)
  const { said, message, part, open, at } = of
  const [name = '', ...others] = said.who
  const names = said.who.join(', ')
  return (
    <li>
      {place && <b dir="auto">{`${place}: `}</b>}
      {said.is === 'other' ? (
        <span lang="en" dir="ltr">
          {message}
        </span>
      ) : (
        t(`fault.${said.is}`, { name, names, other: others[0] ?? '' })
      )}{' '}
      <a
        className="press"
        href={`${url}/edit/${part}${open ? `?open=${open}` : ''}${at ? `#${at}` : ''}`}
        aria-label={`${t('finish.mend')}: ${place}`}
      >
        {t('finish.mend')}
      </a>
    </li>
  )
}

/** What the things a fault stands in are called on their page, from the outside, and its field. */
function usePlace() {
  const { t } = useWords('desk-edit')
  const labels = useLabels()
  return ({ within, kind, field }: PlacedInEditor) => {
    const places = within.map(({ key, number = 0, of }) => {
      if (of) return of
      if (key === 'worries') return t('worry', { number })
      if (key === 'triggers') return t('sign', { number })
      return number > 0 ? t('finish.line', { of: labels.key(key), number }) : labels.key(key)
    })
    const isWords = field === 'text' && places.length > 0
    const last = field === undefined || isWords ? [] : [labels.either(kind, field)]
    return [...places, ...last].join(', ')
  }
}
