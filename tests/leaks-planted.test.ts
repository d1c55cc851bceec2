/** Families that never were, with leaks of every kind planted in every kind of text: each is found, and little else. */
import { expect, test } from 'vitest'
import { eachReader } from '#app/domain/access/each-reader'
import { leaksForReaders, leaksIn } from '#app/domain/access/leaks-for-readers'
import { figure, times } from './long'
import { chance } from './made/chance'
import { madeFamily } from './made/family'
import { type Plant, plant, textsOf } from './made/planted'
import { CASES, caseFile } from './situation'

const FAMILIES = times(250, 10_000)
/** Another number is other families. */
const SEED = Number(process.env.SEED ?? 20261123)
const today = '2026-11-23'

test(
  'every planted leak is found, whatever it is, however it is spelt and wherever it stands; other texts are let be',
  () => {
    const missed: (Plant & { family: number })[] = []
    const alarms: { family: number; path: string; found?: string; text?: string }[] = []
    const kinds = new Set<string>()
    let [planted, texts] = [0, 0]
    for (let family = 0; family < FAMILIES; family++) {
      const c = chance(SEED + family)
      const made = madeFamily(c)
      const plants = plant(c, made, 6)
      const standing = { file: made.file, narrowings: [], today }
      const found = leaksIn(standing, eachReader(standing))
      planted += plants.length
      texts += textsOf(made) - plants.length
      for (const one of plants) {
        kinds.add(`${one.kind} ${one.spelling}`)
        const isFound = found.some(
          ({ path, people }) => path === one.path && one.readers.every((id) => people.includes(id)),
        )
        if (!isFound) missed.push({ ...one, family })
      }
      for (const { path, found: words, leak } of found)
        if (!plants.some((one) => one.path === path)) alarms.push({ family, path, found: words, text: leak?.text })
    }
    figure('leaks planted', {
      ...{ families: FAMILIES, planted, kindsAndSpellings: kinds.size, missed: missed.length, texts },
      falseAlarms: alarms.length,
      rate: `${((alarms.length / texts) * 100).toFixed(3)} %`,
    })
    expect(missed.slice(0, 20)).toEqual([])
    expect(alarms.length / texts, JSON.stringify(alarms.slice(0, 20), null, 1)).toBeLessThan(0.01)
  },
  times(120_000, 3_600_000),
)

test('the texts of the real plans raise no alarm', () => {
  for (const name of CASES) expect(leaksForReaders({ file: caseFile(name), narrowings: [], today })).toEqual([])
})
