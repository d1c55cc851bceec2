import type { Step } from './case-file'

/** Steps say in words alone that somebody is texted, not rung, and always in English. */
const TEXTS = /\b(?:by text|texts?)\b/i
const RINGS = /\b(?:rings?|calls?|phones?)\b/i
const PICTURE = /\p{Extended_Pictographic}\ufe0f?/gu
const HEARTS = { red: '❤️', orange: '🧡', yellow: '💛', green: '💚', blue: '💙', purple: '💜', black: '🖤', white: '🤍' }

/**
 * What a step's words send by text, if that is what they ask for: with the one small picture that they agree on, drawn
 * or named ("a blue heart"). None where they name several: which of them it is to be is for the person to choose.
 */
export function textIn({ text }: Pick<Step, 'text'>): { says?: string } | undefined {
  if (!TEXTS.test(text) || RINGS.test(text)) return undefined
  const named = Object.entries(HEARTS).flatMap(([colour, heart]) =>
    new RegExp(`\\b${colour} heart\\b`, 'i').test(text) ? [heart] : [],
  )
  const [says, another] = new Set([...(text.match(PICTURE) ?? []), ...named])
  return says && !another ? { says } : {}
}
