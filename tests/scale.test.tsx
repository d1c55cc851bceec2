import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { SeenScore } from '#app/domain/access/plan-as-seen'
import { wordsIn } from '#app/edge/i18n.server'
import { Scale } from '#app/views/scale'
import { WordsContext } from '#app/views/words'
import type { Language } from '#locales/languages'

const scoreOf = (name: string, value: number): SeenScore => ({
  by: { id: name, name, fullName: name, initials: name.slice(0, 1) },
  value,
  on: '2026-11-09',
})

/** Where each dot is, by the letter in it. */
function dotsOf(mine: SeenScore | undefined, others: SeenScore[], language: Language = 'en') {
  const html = renderToStaticMarkup(
    <WordsContext.Provider value={wordsIn(language)}>
      <Scale of={{ mine, others }} />
    </WordsContext.Provider>,
  )
  const dots = [...html.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="13"><\/circle><text[^>]*>(\w+)/g)]
  return Object.fromEntries(dots.map(([, x, y, letter]) => [letter, { x: Number(x), y: Number(y) }]))
}

describe('the scale', () => {
  test('0 and 10 are the ends of the line, 5 is its middle, and a half lies between', () => {
    const { A, B, C, D, E } = dotsOf(undefined, [
      scoreOf('Ann', 0),
      scoreOf('Ben', 10),
      scoreOf('Cat', 5),
      scoreOf('Dan', 2.5),
      scoreOf('Eve', 7.5),
    ])
    expect((A?.x ?? 0) + (B?.x ?? 0)).toBe(300)
    expect(C?.x).toBe(150)
    expect(D?.x).toBe(((A?.x ?? 0) + 150) / 2)
    expect(new Set([A, B, C, D, E].map((dot) => dot?.y)).size).toBe(1)
  })

  test('dots that would touch stand on one another, the reader’s own at the bottom', () => {
    const { K, D, N, P } = dotsOf(scoreOf('Kelly', 6), [scoreOf('Danny', 6), scoreOf('Nan', 6.5), scoreOf('Priya', 4)])
    expect(K?.y).toBe(P?.y)
    expect(D?.y).toBeLessThan(K?.y ?? 0)
    expect(N?.y).toBeLessThan(D?.y ?? 0)
    expect(D?.x).toBe(K?.x)
  })

  test('read from right to left, it runs from right to left', () => {
    const [left, right] = [dotsOf(scoreOf('Kelly', 2), []), dotsOf(scoreOf('Kelly', 2), [], 'ur')]
    expect((left.K?.x ?? 0) + (right.K?.x ?? 0)).toBe(300)
  })
})
