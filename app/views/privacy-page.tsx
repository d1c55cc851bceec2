import { OpenPage } from './open-page'
import { useWords } from './words'

const open = ['cookies', 'inside'] as const
const all = ['keep', 'why', 'who', 'texts', 'cookies', 'long', 'rights'] as const

/**
 * What is kept, why it may be, and what one can ask. `council` is its name, as its settings have it. Who has not given
 * the word reads what a browser keeps, and where the rest is: it would tell what this is, as the name would.
 */
export function PrivacyPage({ council }: { council?: string }) {
  const { t } = useWords('privacy')
  const parts = council ? all : open
  const texts = parts.map((part) => ({ title: t(`${part}.title`), text: t(`${part}.text`) }))
  return <OpenPage title={t('title')} intro={council ? t('intro', { council }) : t('open')} parts={texts} />
}
