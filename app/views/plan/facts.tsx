import type { SeenCommitment } from '#app/domain/access/plan-as-seen'
import { day } from '../dates'
import { together } from '../lists'
import { useWords } from '../words'

/** What else the plan says of something that is to be done: for whom, how long, until when, when not, and who checks. */
export function Facts({ of: { children, minutes, dueBy, except, checkedBy } }: { of: SeenCommitment }) {
  const { t, lang } = useWords('plan')
  const all = [
    children && t('forChildren', { names: namesOf(children, lang) }),
    minutes && t('minutes', { count: minutes }),
    dueBy && t('stepBy', { day: day(dueBy, lang) }),
    except &&
      t('except', {
        days: together(
          except.map((one) => day(one, lang)),
          lang,
        ),
      }),
    checkedBy && (checkedBy.you ? t('youCheck') : t('checks', { name: checkedBy.name })),
  ].filter(Boolean)
  return all.length > 0 ? <small className="by">{all.join(' · ')}</small> : null
}

const namesOf = (people: { name: string }[], lang: string) =>
  together(
    people.map(({ name }) => name),
    lang,
  )
