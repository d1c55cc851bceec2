import { useWords } from './words'

/** Words that some of those they were meant for will not see: to their author, without who or why. */
export function WordsStay({ worker }: { worker: string }) {
  const { t } = useWords('form')
  return (
    <section className="card warm">
      <p>{t('stay', { worker })}</p>
    </section>
  )
}
