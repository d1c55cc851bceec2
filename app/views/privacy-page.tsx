import { OpenPage } from './open-page'
import { useWords } from './words'

const parts = ['keep', 'why', 'who', 'texts', 'cookies', 'long', 'rights'] as const

/** What is kept, why it may be, and what one can ask. `council` is its name, as its settings have it. */
export function PrivacyPage({ council }: { council: string }) {
  const { t } = useWords('privacy')
  const texts = parts.map((part) => ({ title: t(`${part}.title`), text: t(`${part}.text`) }))
  return <OpenPage title={t('title')} intro={t('intro', { council })} parts={texts} />
}
