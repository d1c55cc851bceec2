import { OpenPage } from './open-page'
import { useWords } from './words'

const parts = ['can', 'status', 'lacks', 'tell', 'law', 'about'] as const

/** The statement the regulations for public sector websites ask for, as a draft. `council` is its name, as its settings have it, for who is inside. */
export function AccessibilityPage({ council }: { council?: string }) {
  const { t } = useWords('accessibility')
  const texts = parts.map((part) => ({ title: t(`${part}.title`), text: t(`${part}.text`) }))
  return <OpenPage title={t('title')} intro={council ? t('intro', { council }) : t('open')} parts={texts} />
}
