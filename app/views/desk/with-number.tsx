import { PhoneNumber } from '../call'

const HOLE = '\u0000'

/** A sentence with a phone number in it: `{sentenceWith((phone) => t('…', { phone }), number)}`. */
export function sentenceWith(sentence: (hole: string) => string, phone: string) {
  const [before = '', after = ''] = sentence(HOLE).split(HOLE)
  return (
    <>
      {before}
      <PhoneNumber phone={phone} />
      {after}
    </>
  )
}
