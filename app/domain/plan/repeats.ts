/** Rules of days that come round (RRULE). They go by the day and the clock of London, whatever the clocks do. */
import { DateTime } from 'luxon'
import { RRuleTemporal } from 'rrule-temporal'
import { LONDON } from '#app/domain/london'
import { isDate } from './dates'

/** What each part of a rule may hold (RFC 5545, 3.3.10). */
const parts = new Map(
  Object.entries({
    FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
    INTERVAL: /^[1-9]\d{0,2}$/,
    COUNT: /^[1-9]\d{0,3}$/,
    UNTIL: /^\d{8}(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/,
    BYDAY: listOf('[+-]?([1-9]|[1-4]\\d|5[0-3])?(MO|TU|WE|TH|FR|SA|SU)'),
    BYMONTH: listOf('([1-9]|1[0-2])'),
    BYMONTHDAY: listOf('[+-]?([1-9]|[12]\\d|3[01])'),
    BYWEEKNO: listOf('[+-]?([1-9]|[1-4]\\d|5[0-3])'),
    BYSETPOS: listOf('[+-]?[1-9]\\d{0,2}'),
    BYHOUR: listOf('(1?\\d|2[0-3])'),
    BYMINUTE: listOf('[1-5]?\\d'),
    WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
  }),
)

function listOf(one: string): RegExp {
  return new RegExp(`^${one}(,${one})*$`)
}

/** What is wrong with a rule, as the rest of a sentence that starts with the key; undefined when it is one in days or longer. */
export function wrongWithRule(written: string): string | undefined {
  const named = written.split(';').map((part) => part.split('='))
  const rule = partsOf(written)
  const wellMade = named.every(([name, value, more]) => more === undefined && parts.get(name ?? '')?.test(value ?? ''))
  if (!wellMade || !rule.FREQ || Object.keys(rule).length < named.length)
    return 'must be a rule like FREQ=WEEKLY;BYDAY=MO'
  if (rule.UNTIL && !isDate(rule.UNTIL.replace(/^(....)(..)(..).*/, '$1-$2-$3')))
    return 'names a day in UNTIL that there is not'
  if (rule.UNTIL && rule.COUNT) return 'has COUNT and UNTIL: keep one of the two'
  // What RFC 5545 forbids; and a yearly "second Friday that is a 13th", which no two programs read alike.
  const numbered = /\dM|\d[TWFS]/.test(rule.BYDAY ?? '')
  const longer = rule.FREQ === 'MONTHLY' || (rule.FREQ === 'YEARLY' && !rule.BYWEEKNO && !rule.BYMONTHDAY)
  if (numbered && !longer) return 'may have a number in BYDAY, like 2FR, only with FREQ=MONTHLY or FREQ=YEARLY'
  if (rule.BYMONTHDAY && rule.FREQ === 'WEEKLY') return 'cannot have BYMONTHDAY with FREQ=WEEKLY: use FREQ=MONTHLY'
  if (rule.BYWEEKNO && rule.FREQ !== 'YEARLY') return 'may have BYWEEKNO only with FREQ=YEARLY'
  const by = Object.keys(rule).some((name) => name.startsWith('BY') && name !== 'BYSETPOS')
  if (rule.BYSETPOS && !by) return 'must say of what BYSETPOS is the first or last: add BYDAY'
  return undefined
}

/** What a rule lacks to be counted without a first day: it counts from one, or takes its day of the week or month from it. */
export function needsStart(written: string): 'counts' | 'no day' | undefined {
  const { FREQ, INTERVAL = '1', COUNT, BYDAY, BYMONTHDAY } = partsOf(written)
  if (INTERVAL !== '1' || COUNT) return 'counts'
  return FREQ !== 'DAILY' && !BYDAY && !BYMONTHDAY ? 'no day' : undefined
}

/** A Monday before every plan: which, makes no difference to a rule that needs no start. */
const LONG_AGO = '2024-01-01'

/** Whether a rule comes on this day (both like 2026-11-23). One that needs a start comes on none without. */
export function comesOn(written: string, from: string | undefined, day: string): boolean {
  if (!from && needsStart(written)) return false
  const rule = ruleOf(partsOf(written), from ?? LONG_AGO)
  return rule.between(new Date(`${day}T00:00:00Z`), new Date(`${day}T23:59:59Z`), true).length > 0
}

/** Whether a rule comes on any day at all from its start: 30 February does not. Looked for as far as leap years reach. */
export function comesRound(written: string, from = LONG_AGO): boolean {
  const { UNTIL, COUNT: _, ...rule } = partsOf(written)
  const often = rule.FREQ === 'DAILY' || rule.FREQ === 'WEEKLY'
  const years = (often ? 9 : 40) * Number(rule.INTERVAL ?? 1)
  const horizon = `${String(Math.min(Number(from.slice(0, 4)) + years, 9998)).padStart(4, '0')}1231`
  const last = UNTIL && UNTIL < horizon ? UNTIL : horizon
  return ruleOf({ ...rule, UNTIL: last }, from).next(new Date(`${from}T00:00:00Z`), true) !== null
}

function partsOf(written: string): Record<string, string> {
  return Object.fromEntries(written.split(';').map((part) => part.split('=')))
}

/** With the clock of London written as if it were UTC, so that no clock change moves a day. */
function ruleOf({ UNTIL, ...rule }: Record<string, string>, from: string): RRuleTemporal {
  const end = UNTIL && { UNTIL: lastMoment(UNTIL) }
  const written = Object.entries({ ...rule, ...end }).map((part) => part.join('='))
  return new RRuleTemporal({
    rruleString: `DTSTART:${from.replaceAll('-', '')}T000000Z\nRRULE:${written.join(';')}`,
    cache: false,
  })
}

/** UNTIL as London's clock: a date is the whole of that day, a moment in UTC is what it is in London. */
function lastMoment(until: string): string {
  if (until.length === 8) return `${until}T235959Z`
  if (!until.endsWith('Z')) return `${until}Z`
  return DateTime.fromISO(until).setZone(LONDON).toFormat("yyyyMMdd'T'HHmmss'Z'")
}
