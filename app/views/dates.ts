const made = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter is slow, using one is not: one for each language and shape. */
function formatter(language: string, shape: 'day' | 'time', timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${shape} ${timeZone}`
  const ready = made.get(key)
  if (ready) return ready
  const locale = language === 'en' ? 'en-GB' : language
  const how: Intl.DateTimeFormatOptions =
    shape === 'day'
      ? { weekday: 'long', day: 'numeric', month: 'long' }
      : { hour: 'numeric', minute: '2-digit', hourCycle: language === 'pl' ? 'h23' : 'h12' }
  const fresh = new Intl.DateTimeFormat(locale, { ...how, timeZone })
  made.set(key, fresh)
  return fresh
}

/** A moment in UTC ("…Z") is shown as London time; a date or a time without a zone is London time already. */
const zoneOf = (iso: string) => (iso.endsWith('Z') ? 'Europe/London' : 'UTC')
const momentOf = (iso: string) => new Date(iso.length === 10 || iso.endsWith('Z') ? iso : `${iso}Z`)

/** "Monday 23 November", in the reader's language. */
export function day(iso: string, language: string): string {
  return formatter(language, 'day', zoneOf(iso)).format(momentOf(iso)).replace(',', '')
}

/** "4:30pm"; "16:30" where clocks are read so. */
export function timeOfDay(iso: string, language: string): string {
  return formatter(language, 'time', zoneOf(iso))
    .format(momentOf(iso))
    .replace(/[\s\u202f](?=[ap]m)/i, '')
}

/** The day and, where the time is known, the time. */
export function dayAndTime(iso: string, language: string): string {
  if (iso.length === 10) return day(iso, language)
  return `${day(iso, language)}${language === 'ur' ? '،' : ','} ${timeOfDay(iso, language)}`
}

/** The day and the time, and until when where that is known. */
export function fromTo({ at, ends }: { at: string; ends?: string }, language: string): string {
  if (!ends) return dayAndTime(at, language)
  const end = ends.slice(0, 10) === at.slice(0, 10) ? timeOfDay(ends, language) : dayAndTime(ends, language)
  return `${dayAndTime(at, language)} – ${end}`
}

/** "by 2026-11-27" as people say it: dates inside plan text, in the language of that text. */
export function withSpokenDates(text: string, language: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date, language))
}
