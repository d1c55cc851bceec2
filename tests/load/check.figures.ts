/** How long the check before publishing takes over a large plan: 200 parts, twelve people with a view. Reported, not held to a clock. */
import { expect, test } from 'vitest'
import { findingsIn } from '#app/domain/access/findings'
import { leaksForReaders } from '#app/domain/access/leaks-for-readers'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { itemTexts } from '#app/domain/plan/item-text'
import { figure } from '../long'
import { chance } from '../made/chance'
import { madeFamily } from '../made/family'
import { FIRST, LAST } from '../made/names'
import { ENGLISH } from '../made/texts'

const ITEMS = 200
const VIEWERS = 12
const ROUNDS = 15
const today = '2026-11-23'

/** Texts of its own for every round: what was found in one must not be remembered for the next. */
function large(seed: number): FamilyFile {
  const c = chance(seed)
  const { file } = madeFamily(c)
  const viewers = () =>
    file.people.filter(({ circle }) => circle).length + file.children.filter((one) => one.ownSignIn).length
  for (let at = 1; viewers() < VIEWERS; at++)
    file.people.push({
      ...{
        id: `p${at}`,
        name: `${c.one(FIRST)} ${c.one(LAST)}`,
        relationship: 'friend',
        kind: 'network',
        circle: 'inner',
      },
      ...(at % 3 === 0 && { hiddenFrom: ['dad', 'nb', 'nan'] }),
    })
  for (let at = 1; itemTexts(file).length < ITEMS; at++)
    file.plan.commitments.push({
      ...{ id: `t${at}`, person: c.one(file.people).id, when: 'School days 08:20' },
      text: `${c.one(ENGLISH)} ${c.one(ENGLISH)} ${seed} ${at}`,
    })
  return file
}

/** Of the processor, in milliseconds: what others do on this machine makes no difference. */
function spentOn(done: () => unknown): number {
  const before = process.cpuUsage()
  done()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test('a plan of 200 parts is looked through for twelve people', () => {
  const spent = { leaks: [] as number[], whole: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const standing = { file: large(round), narrowings: [], today }
    const other = { ...standing, file: large(1000 + round) }
    spent.leaks.push(spentOn(() => leaksForReaders(standing)))
    spent.whole.push(spentOn(() => findingsIn(other)))
  }
  const of = (times: number[]) => {
    const [first = 0] = times
    const sorted = times.slice(1).sort((a, b) => a - b)
    return {
      first: Math.round(first),
      median: Math.round(sorted[sorted.length >> 1] ?? 0),
      most: Math.round(sorted.at(-1) ?? 0),
    }
  }
  const figures = { leaks: of(spent.leaks), whole: of(spent.whole) }
  for (const [what, { first, median, most }] of Object.entries(figures))
    figure(`check before publishing, ${what}, ${ITEMS} parts × ${VIEWERS} people`, {
      ...{ firstMs: first, medianMs: median, mostMs: most },
    })
  expect(spent.leaks).toHaveLength(ROUNDS)
}, 300_000)
