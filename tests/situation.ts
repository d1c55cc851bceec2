import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { audienceOf, mayRead } from '#app/domain/access/audience'
import { entryAsSeen, isLogged } from '#app/domain/access/entry-as-seen'
import type { PlanAsSeenBy, SeenEntry } from '#app/domain/access/plan-as-seen'
import type { Saying, Situation } from '#app/domain/access/situation'
import { seenBy, seenByStaff, viewingOf } from '#app/domain/access/who-sees-what'
import type { CaseFile, FamilyFile, Id, SaidEntry, SaidKind } from '#app/domain/plan/case-file'

export const CASES = ['marsh', 'harker', 'wojcik'] as const
export type CaseName = (typeof CASES)[number]

/** One of the three real cases, read afresh. */
export function caseFile(name: CaseName): CaseFile {
  return JSON.parse(readFileSync(`db/seed/${name}.json`, 'utf8')) as CaseFile
}

const publicId = (id: Id) => createHash('sha256').update(id).digest('base64url').slice(0, 22)

/** One thing said, as it is kept. */
export function saying(file: FamilyFile, kind: SaidKind, entry: SaidEntry, replies: Saying[] = []): Saying {
  return { kind, entry, publicId: publicId(entry.id), sharedWith: audienceOf(kind, entry, file), replies }
}

/** Everything said in a case file, replies with what they answer. */
export function sayingsIn(file: CaseFile): Saying[] {
  const { replies = [], ...said } = file.said ?? {}
  return (Object.entries(said) as [SaidKind, SaidEntry[]][]).flatMap(([kind, entries]) =>
    entries.map((entry) => {
      const back = replies.filter(({ to }) => to === entry.id)
      return saying(
        file,
        kind,
        entry,
        back.map((reply) => saying(file, 'replies', reply)),
      )
    }),
  )
}

export type Read = { plan: PlanAsSeenBy; log: SeenEntry[] }

/** Everything this person reads: the plan as they see it, and the log, newest first. Null for who has no view. */
export function readBy(situation: Situation, id: Id): Read | null {
  const plan = seenBy(situation, id)
  return plan && withLog(situation, plan)
}

/** The same for staff who work with the family. */
export const readByStaff = (situation: Situation, id: Id): Read => withLog(situation, seenByStaff(situation, id))

function withLog(situation: Situation, plan: PlanAsSeenBy): Read {
  const view = viewingOf(plan)
  const log = situation.said.filter(isLogged).filter((one) => mayRead(view, one))
  return { plan, log: log.toReversed().map((one) => entryAsSeen(view, one)) }
}

/** What the rule looks at, straight from a case file, with nobody joined and nothing narrowed. */
export function situationOf(file: CaseFile, changes: Partial<Situation> = {}): Situation {
  const { said: _, ...family } = file
  return {
    file: family,
    said: sayingsIn(file),
    narrowings: [],
    joined: [],
    worker: family.worker,
    staff: {},
    today: '2026-11-23',
    language: family.language,
    planId: 'the-plan',
    publicId,
    ...changes,
  }
}
