import type { SeenTrigger } from '#app/domain/access/plan-as-seen'
import { Chip } from './chip'
import { Words } from './wording'
import { useWords } from './words'

/** The sign; for who may not know it, who will ring them. */
export function SignName({ of: { level, sign, steps } }: { of: SeenTrigger }) {
  const { t } = useWords('now')
  const common = useWords('common').t
  const [first] = steps
  const rings = first && typeof first.who !== 'string' && !first.who.you ? first.who.name : undefined
  return (
    <>
      <Chip is={level === 'red' ? 'ask' : undefined}>{common(level === 'red' ? 'redSign' : 'earlySign')}</Chip>
      <b>{sign ? <Words of={sign} /> : rings ? t('whenRings', { name: rings }) : common('yourSteps')}</b>
    </>
  )
}
