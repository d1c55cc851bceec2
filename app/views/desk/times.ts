import type { SafeToText, SafeWindow } from '#app/domain/plan/case-file'
import { useWords } from '../words'

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** "Mon–Fri, 09:30 to 14:30; Sat, 22:00 to 01:00 the next day": days that follow each other as a stretch. */
export function useTimes(): (times: SafeToText) => string {
  const { t } = useWords('desk-people')
  const { lang } = useWords('desk')
  const list = new Intl.ListFormat(lang, { type: 'conjunction', style: 'short' })
  const one = ({ days, from, to }: SafeWindow) => {
    const named = stretches(days).map((stretch) => {
      const [first, last] = [stretch[0], stretch.at(-1)]
      if (!first || !last) return ''
      return first === last ? t(`short.${first}`) : `${t(`short.${first}`)}–${t(`short.${last}`)}`
    })
    return t(from < to ? 'times' : 'timesOver', { days: list.format(named), from, to })
  }
  return (times) => [times].flat().map(one).join('; ')
}

function stretches(days: SafeWindow['days']): SafeWindow['days'][] {
  const found: SafeWindow['days'][] = []
  for (const [at, day] of WEEK.entries()) {
    if (!days.includes(day)) continue
    const before = WEEK[at - 1]
    const open = found.at(-1)
    if (open && before && open.includes(before)) open.push(day)
    else found.push([day])
  }
  return found
}
