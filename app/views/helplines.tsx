import type { Helpline, Helplines } from '#app/domain/council/helplines'
import { Call } from './call'
import { useWords } from './words'

const ORDER: Helpline[] = ['abuse', 'children', 'men', 'deaf']

/** Whom else to ring, who is not the council. Only for who is inside: it tells what this is. */
export function HelplineCards({ of }: { of: Helplines }) {
  const { t } = useWords('help')
  const shown = ORDER.flatMap((one) => (of[one] ? [{ one, number: of[one] }] : []))
  if (shown.length === 0) return null
  return (
    <section className="card">
      <h2>{t('helplines.title')}</h2>
      <p>{t('helplines.text')}</p>
      {shown.map(({ one, number }) => (
        <div key={one} className="mt-4">
          <b>{t(`helplines.${one}`)}</b>
          <div>
            <Call phone={number.replace(/ /g, '')} name={number} />
          </div>
        </div>
      ))}
    </section>
  )
}
