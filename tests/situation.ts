import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Saying, Situation } from '#app/domain/access/situation'
import type { CaseFile, SaidKind } from '#app/domain/plan/case-file'

export const CASES = ['marsh', 'harker', 'wojcik'] as const
export type CaseName = (typeof CASES)[number]

/** One of the three real cases, read afresh. */
export function caseFile(name: CaseName): CaseFile {
  return JSON.parse(readFileSync(`db/seed/${name}.json`, 'utf8')) as CaseFile
}

/** What the rule looks at, straight from a case file, with nobody joined and nothing narrowed. */
export function situationOf(file: CaseFile, changes: Partial<Situation> = {}): Situation {
  const { said = {}, ...family } = file
  return {
    file: family,
    said: (Object.entries(said) as [SaidKind, Saying['entry'][]][]).flatMap(([kind, entries]) =>
      entries.map((entry) => ({ kind, entry })),
    ),
    narrowings: [],
    joined: [],
    worker: family.worker,
    staff: {},
    today: '2026-11-23',
    language: family.language,
    planId: 'the-plan',
    publicId: (id) => createHash('sha256').update(id).digest('base64url').slice(0, 22),
    ...changes,
  }
}
