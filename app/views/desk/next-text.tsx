import type { NextText, WhyNoText } from '#app/domain/desk/next-text'
import { useWords } from '../words'
import { money } from './money'
import { NoWordsIn } from './no-words-in'
import { shortWhen } from './when'

/** The text that would go next to somebody, word for word; or why none goes. */
export function NextTextCard({ of, name }: { of: NextText; name: string }) {
  const { t, lang } = useWords('desk-families')
  const people = useWords('desk-people').t
  if ('none' in of)
    return (
      <section className="card">
        <p>
          <b>{t('preview.text.none', { name })}</b>
        </p>
        <p>
          <Why of={of.none} name={name} />
        </p>
      </section>
    )
  const { kind, body, segments, pence, goes, language } = of
  return (
    <section className="card">
      <p>
        <b>{t(`preview.text.${kind}`, { name })}</b>
      </p>
      <NoWordsIn language={language} />
      <p className="body" dir="auto">
        {body}
      </p>
      <p className="soft">
        {people('inviting.segments', { count: segments, letters: body.length, cost: money(pence, lang) })}
        {' · '}
        {people('inviting.dots')}
      </p>
      <p>
        {goes === 'now' && t('preview.text.safeNow')}
        {goes === 'never' && t('preview.text.noTime')}
        {goes !== 'now' && goes !== 'never' && t('preview.text.waits', { when: shortWhen(goes, lang) })}
      </p>
    </section>
  )
}

function Why({ of, name }: { of: WhyNoText; name: string }) {
  const { t } = useWords('desk-families')
  const people = useWords('desk-people').t
  if (of === 'draft' || of === 'noNumber' || of === 'stop') return t(`preview.text.${of}`, { name })
  return people(`refused.${of}`)
}
