import { useWords } from '../words'
import { shortWhen } from './when'

export type Writing = { by: string; at: string }

/** A draft is open in the editor, begun by whom, and the way there. `waits`: what this page does has to wait for it. */
export function BeingWritten({ family, of, waits }: { family: string; of: Writing; waits?: boolean }) {
  const { t, lang } = useWords('desk-edit')
  return (
    <p className="told">
      {t('begin.isOpen', { name: of.by, when: shortWhen(of.at, lang) })} {waits && t('begin.first')}{' '}
      <a className="press" href={`/desk/families/${family}/plan/edit/family`}>
        {t('begin.goOn')}
      </a>
    </p>
  )
}

/** A version is on its way: said before another takes its place. */
export function HandsAnew({ asked }: { asked?: string }) {
  const { t } = useWords('desk-edit')
  if (!asked) return null
  return <p className="told">{t('begin.handsAnew', { name: asked })}</p>
}
