import { useWords } from '../../words'

/** A browser shows a day its own way, some with the month first: in words nobody reads another one. */
export function DayInWords({ id, of }: { id: string; of: string }) {
  const { lang } = useWords('desk-edit')
  return (
    <small className="soft day-said" data-words-of={id}>
      {inWords(of, lang)}
    </small>
  )
}

/** "Wednesday 3 March 2027"; of a month, the month; nothing of what is no day. */
function inWords(written: string, language: string): string {
  const day = new Date(`${written.slice(0, 10)}${written.length === 7 ? '-01' : ''}T00:00Z`)
  if (Number.isNaN(day.getTime())) return ''
  const shape = {
    month: 'long',
    year: 'numeric',
    ...(written.length > 7 && { weekday: 'long', day: 'numeric' }),
  } as Intl.DateTimeFormatOptions
  return day.toLocaleDateString(language === 'en' ? 'en-GB' : language, { ...shape, timeZone: 'UTC' })
}
