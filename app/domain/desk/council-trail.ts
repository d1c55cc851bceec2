import { and, desc, eq, lt } from 'drizzle-orm'
import { areAsWritten, COUNCIL, writeAudited } from '#app/domain/trail/audit'
import { type CouncilAct, councilActOf } from '#app/domain/trail/council-acts'
import type { World } from '#app/domain/world'
import { audit, auditHeads, staff, teams } from '#db/schema'

/** `who`: absent, the portal itself or whoever runs it. `about`: whom or which team. */
export type CouncilLine = { seq: number; at: string; who?: string; act: CouncilAct | 'other'; about?: string }
export type CouncilTrail = {
  lines: CouncilLine[]
  /** The lines of this page stand as they were written, none between them is missing, and the newest is the last. */
  asWritten: boolean
  /** Where the page that follows goes on from. */
  earlier?: number
}

const ON_A_PAGE = 50

/** The council's own chain: who signed in, staff, teams, settings; newest first, a page at a time. That it was read is its newest line. */
export async function councilTrail(world: World, by: string, before?: number): Promise<CouncilTrail> {
  await writeAudited(world, { who: `staff:${by}`, did: 'trail.viewed' }, () => [])
  const { read } = world.db
  // The head first: what is added meanwhile stands after it.
  const [head] = await read.select().from(auditHeads).where(eq(auditHeads.chain, COUNCIL))
  const next = before ?? (head?.seq ?? 0) + 1
  const [rows, everybody, all] = await Promise.all([
    read
      .select()
      .from(audit)
      .where(and(eq(audit.chain, COUNCIL), lt(audit.seq, next)))
      .orderBy(desc(audit.seq))
      .limit(ON_A_PAGE + 1),
    read.select({ id: staff.id, name: staff.name }).from(staff),
    read.select({ id: teams.id, name: teams.name }).from(teams),
  ])
  const nameOf = new Map([...all, ...everybody].map(({ id, name }) => [id, name]))
  const shown = rows.slice(0, ON_A_PAGE)
  const last = shown.at(-1)
  return {
    lines: shown.map(({ seq, at, who, did, about }) => {
      const name = who.startsWith('staff:') ? (nameOf.get(who.slice(6)) ?? who.slice(6)) : undefined
      const whom = about && `staff:${about}` !== who ? nameOf.get(about) : undefined
      return { seq, at, act: councilActOf(did), ...(name && { who: name }), ...(whom && { about: whom }) }
    }),
    asWritten: areAsWritten(rows, next, before === undefined ? head : undefined),
    ...(rows.length > ON_A_PAGE && last && { earlier: last.seq }),
  }
}
