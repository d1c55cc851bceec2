/** Who answers anybody, day or night, beside the council: an administrator's numbers, shown to who is inside. */

import { withPlainDigits } from '#app/domain/plan/digits'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { council } from '#db/schema'
import { councilOf } from './council'
import { historyOf } from './council-history'
import type { StaffSession } from './staff-sessions'

declare module '#db/kept' {
  interface Kept {
    helplines: Helplines
  }
}

export const HELPLINES = ['abuse', 'children', 'men', 'deaf'] as const
export type Helpline = (typeof HELPLINES)[number]
/** As people dial them, by whom they are for. */
export type Helplines = Partial<Record<Helpline, string>>

/** The number a child may ring, when the council has set one. */
export async function childline(world: World): Promise<string | undefined> {
  return (await councilOf(world)).helplines?.children
}

/** As a number is read and dialled: helplines are short, free or relayed, and of no one shape. */
const NUMBER = /^\+?\d[\d ]{1,18}\d$/

/** Sets all of them; empty is none. Refuses by field what cannot be dialled; then nothing has changed. */
export async function setHelplines(
  world: World,
  { staffId }: Pick<StaffSession, 'staffId'>,
  typed: Partial<Record<string, string>>,
  write = plainly(world),
): Promise<{ refused: Partial<Record<Helpline, 'number-unclear'>> } | { set: Helplines }> {
  const written = HELPLINES.map((one) => [one, tidy(typed[one] ?? '')] as const)
  const unclear = written.filter(([, number]) => number && !NUMBER.test(number))
  if (unclear.length > 0)
    return { refused: Object.fromEntries(unclear.map(([one]) => [one, 'number-unclear' as const])) }
  const helplines: Helplines = Object.fromEntries(written.filter(([, number]) => number))
  const before = await councilOf(world)
  await write({ who: `staff:${staffId}`, did: 'helplines.set' }, async (db) => [
    db.update(council).set({ helplines }),
    ...historyOf(world, db, staffId, before, { helplines }),
  ])
  return { set: helplines }
}

const tidy = (typed: string) =>
  withPlainDigits(typed)
    .replace(/[()\-–.\s]+/g, ' ')
    .trim()
