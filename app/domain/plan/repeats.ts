import rrule from 'rrule'
import { isDate } from './dates'

/** What each part of a rule may hold (RFC 5545, 3.3.10). `rrule` lets INTERVAL=-1 through and then never ends. */
const parts = new Map(
  Object.entries({
    FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
    INTERVAL: /^[1-9]\d{0,2}$/,
    COUNT: /^[1-9]\d{0,3}$/,
    UNTIL: /^\d{8}(T\d{6}Z?)?$/,
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

/** The last years `rrule` counts to, so that one that never comes (30 February) is found out at once. */
const LATE = new Date('9976-01-01T00:00:00Z')

/** Whether this is an RRULE in days or longer that comes round. */
export function isRepeats(written: string): boolean {
  const named = written.split(';').map((part) => part.split('='))
  const names = named.map(([name]) => name)
  if (!names.includes('FREQ') || new Set(names).size < names.length) return false
  if (!named.every(([name, value, more]) => more === undefined && parts.get(name ?? '')?.test(value ?? '')))
    return false
  const until = named.find(([name]) => name === 'UNTIL')?.[1]
  if (until && !isDate(until.replace(/^(....)(..)(..).*/, '$1-$2-$3'))) return false
  const rule = new rrule.RRule({ ...rrule.RRule.parseString(written), until: null, dtstart: LATE })
  return rule.after(LATE, true) !== null
}
