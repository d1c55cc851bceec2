type Shape = Intl.DateTimeFormatOptions

const DAY: Shape = { weekday: 'short', day: 'numeric', month: 'short' }
const TIME: Shape = { hour: '2-digit', minute: '2-digit', hour12: false }
const DAY_MS = 24 * 60 * 60_000

const made = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, timeZone: string, shape: Shape): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.keys(shape)}`
  const ready = made.get(key)
  if (ready) return ready
  const fresh = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...shape, timeZone })
  made.set(key, fresh)
  return fresh
}

/** "Sat 21 Nov, 22:48": short, for a list. A moment in UTC ("…Z") is shown as London time; the rest is London time already. */
export function shortWhen(iso: string, language: string): string {
  return written(iso, language, iso.length > 10 ? { ...DAY, ...TIME } : DAY)
}

/** The same as near as it is to now: today "22:48", within the week "Sat 22:48", before that "14 Nov". Now is in UTC. */
export function nearWhen(iso: string, language: string, now: string): string {
  const today = Date.parse(dayOf(now))
  const daysAway = Math.abs(Date.parse(dayOf(iso)) - today) / DAY_MS
  const time = iso.length > 10 ? TIME : undefined
  if (daysAway === 0 && time) return written(iso, language, time)
  if (daysAway < 7) return written(iso, language, { weekday: 'short', ...time })
  return written(iso, language, { day: 'numeric', month: 'short' })
}

function written(iso: string, language: string, shape: Shape): string {
  const isUtc = iso.endsWith('Z')
  const moment = new Date(iso.length === 10 || isUtc ? iso : `${iso}Z`)
  return formatter(language, isUtc ? 'Europe/London' : 'UTC', shape).format(moment)
}

/** YYYY-MM-DD in London. */
const dayOf = (iso: string) => (iso.endsWith('Z') ? written(iso, 'sv', ISO_DAY) : iso.slice(0, 10))
const ISO_DAY: Shape = { year: 'numeric', month: '2-digit', day: '2-digit' }
