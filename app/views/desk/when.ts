const made = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${withTime}`
  const ready = made.get(key)
  if (ready) return ready
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone }
  const time: Intl.DateTimeFormatOptions = withTime ? { hour: '2-digit', minute: '2-digit', hour12: false } : {}
  const fresh = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...day, ...time })
  made.set(key, fresh)
  return fresh
}

/** "Sat 21 Nov, 22:48": short, for a list. A moment in UTC ("…Z") is shown as London time; the rest is London time already. */
export function shortWhen(iso: string, language: string): string {
  const isUtc = iso.endsWith('Z')
  const moment = new Date(iso.length === 10 || isUtc ? iso : `${iso}Z`)
  return formatter(language, isUtc ? 'Europe/London' : 'UTC', iso.length > 10).format(moment)
}
