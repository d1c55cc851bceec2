import { OpenPage } from './open-page'
import { useWords } from './words'

const parts = ['other', 'private', 'history', 'texts', 'lock', 'tracked', 'tell'] as const

/** For someone whose phone other people look at. */
export function SaferPhonePage() {
  const { t } = useWords('phone')
  const texts = parts.map((part) => ({ title: t(`${part}.title`), text: t(`${part}.text`) }))
  return <OpenPage title={t('title')} parts={texts} />
}
