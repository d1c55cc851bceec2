import type { ChangedPart } from '#app/domain/access/changes'
import type { Value } from '#app/domain/access/things'
import { dayAndTime } from '../dates'
import { together } from '../lists'
import { When } from '../plan/commitments'
import { Words } from '../wording'
import { useWords } from '../words'

type Props = { of: ChangedPart[]; isNew?: boolean }

/** What was written before and what is now, part by part: whole, since a reader who is tired reads no marks. */
export function ChangedParts({ of, isNew }: Props) {
  const { t } = useWords('changes')
  return of.map(({ part, was, now }) =>
    part === 'order' ? (
      !isNew && <p key={part}>{t('order')}</p>
    ) : (
      <div key={part}>
        {part !== 'words' && <small className="by">{t(`part.${part}`)}</small>}
        {was && (
          <p className="soft">
            {t('was')}: <Said of={was} when={part === 'when'} />
          </p>
        )}
        <p>
          {!isNew && `${t('now')}: `}
          <b>{now ? <Said of={now} when={part === 'when'} /> : t('nobody')}</b>
        </p>
      </div>
    ),
  )
}

/** What was written before alone: beneath what is now. */
export function PartsBefore({ of }: Pick<Props, 'of'>) {
  const { t } = useWords('changes')
  return of.map(
    ({ part, was }) =>
      was && (
        <p key={part} className="soft">
          {t('was')}: <Said of={was} when={part === 'when'} />
        </p>
      ),
  )
}

function Said({ of, when }: { of: Value; when?: boolean }) {
  const { t, lang } = useWords('changes')
  const common = useWords('common').t
  const plan = useWords('plan').t
  switch (of.is) {
    case 'words':
      return when ? <When of={of.words} /> : <Words of={of.words} />
    case 'people':
      return together(
        of.people.map(({ name, you }) => (you ? common('you') : name)),
        lang,
      )
    case 'days':
      return together(
        of.days.map((one) => dayAndTime(one, lang)),
        lang,
      )
    case 'unspoken':
      return t('unspoken')
    case 'minutes':
      return plan('minutes', { count: of.minutes })
    case 'code':
      return of.code === '999'
        ? common('emergency')
        : of.code === 'anyone'
          ? common('anyone')
          : of.code === 'duty'
            ? common('theDutyTeam')
            : t(of.code)
    default:
      return null
  }
}
