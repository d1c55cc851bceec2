import { Field } from '../fields'
import { useWords } from '../words'

/** Why a word was not taken: how many tries are left is part of it. */
export type WordFault = 'missing' | `wrong-${number}`

/** The sentence for it. */
export function useWordFault(fault: WordFault | undefined): string | undefined {
  const { t } = useWords('word')
  if (!fault) return undefined
  return fault === 'missing' ? t('missing') : t('wrong', { count: Number(fault.slice('wrong-'.length)) })
}

/** The box for the word agreed face to face. It can be read while it is typed, and no keyboard puts it right. */
export function WordField({ fault, value }: { fault?: string; value?: string }) {
  const { t } = useWords('word')
  return (
    <Field
      name="word"
      label={t('word')}
      hint={t('hint')}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      value={value}
      fault={fault}
    />
  )
}
