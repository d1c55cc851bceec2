import type { Id } from '#app/domain/plan/case-file'
import { placeOfText } from '#app/domain/plan/fault-place'
import { planTexts } from '#app/domain/plan/plain-words/texts'
import { eyesOf, staffEyes } from './eyes'
import type { Situation } from './situation'
import { viewing } from './viewing'
import { composed } from './who-sees-what'

/** One text of a plan that can be translated, by the key its translations go by, and who reads it (case-file ids). */
export type TextRead = { key: string; where: string; english: string; readers: Id[] }

/**
 * Every text of a plan that somebody is shown, in the order of the document, each with all who would read it. What is
 * spoken of and never shown has no readers. `today` is the day in London.
 */
export function textsRead(asked: Pick<Situation, 'file' | 'narrowings' | 'today'>): TextRead[] {
  const { file } = asked
  const situation: Situation = {
    ...{ ...asked, said: [], approvals: 'taken as given', joined: [], staff: {}, worker: file.worker, language: 'en' },
    ...{ planId: 'plan', publicId: (id) => id },
  }
  const shownTo = (eyes: NonNullable<ReturnType<typeof eyesOf>>) => {
    const view = viewing(situation, eyes)
    composed(view)
    return view.shown
  }
  const english = new Map(shownTo(staffEyes(file.worker)))
  const readers = new Map<string, Id[]>()
  for (const { id } of [...file.people, ...file.children]) {
    const eyes = eyesOf(situation, id)
    if (!eyes) continue
    for (const [key, words] of shownTo(eyes)) {
      english.set(key, words)
      readers.set(key, [...(readers.get(key) ?? []), id])
    }
  }
  const texts = planTexts(file)
  const places = new Map(texts.map(({ key, path }) => [key, placeOfText(path)]))
  const order = new Map(texts.map(({ key }, at) => [key, at]))
  return [...english]
    .map(([key, words]) => ({ key, where: places.get(key) ?? '', english: words, readers: readers.get(key) ?? [] }))
    .sort((a, b) => (order.get(a.key) ?? Infinity) - (order.get(b.key) ?? Infinity))
}
