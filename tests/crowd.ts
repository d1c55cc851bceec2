/** Many people at once, for what only shows in numbers: families of twenty, each person with a text that waits. */

import type { CaseFile } from '#app/domain/plan/case-file'
import { importFamily } from '#app/domain/record/import'
import { newText } from '#app/domain/texts/outbox'
import { invitations, memberships, people, signIns, texts } from '#db/schema'
import { caseFile } from './situation'
import type { TestWorld } from './world'

const FAMILY = 20
/** Some asked for a text themselves; the others are invited. */
const ASKED = 4

export type InCrowd = { familyId: string; personId: string; phone: string }

/** So many people, all of them with a text due now: of every four, one asked to sign in and three are invited. */
export async function crowd(world: TestWorld, size: number): Promise<InCrowd[]> {
  const everyone: InCrowd[] = []
  for (let family = 0; everyone.length < size; family++) {
    const phones = Array.from({ length: Math.min(FAMILY, size - everyone.length) }, (_, at) => {
      return `+447700900${String((everyone.length + at) % 1000).padStart(3, '0')}`
    })
    const imported = await importFamily(world, fileOf(family, phones), {
      by: 'priya',
      publish: { endorsedBy: 'joan' },
    })
    if ('faults' in imported) throw new Error(JSON.stringify(imported.faults))
    everyone.push(...phones.map((phone, at) => ({ familyId: imported.familyId, personId: `p${at}`, phone })))
  }
  for (let at = 0; at < everyone.length; at += 100) await queue(world, everyone.slice(at, at + 100), at)
  return everyone
}

/** The Marsh family with other people in its network, and without what refers to those it had. */
function fileOf(family: number, phones: string[]): CaseFile {
  const marsh = caseFile('marsh')
  const [first] = marsh.plan.worries
  if (!first) throw new Error('The case has no worry.')
  const { id, danger, goal, zero, ten } = first
  return {
    ...marsh,
    reference: `CS-9${String(family).padStart(4, '0')}`,
    children: marsh.children.map(({ id, firstName, born }) => ({ id, firstName, born })),
    people: [
      ...marsh.people.filter(({ id }) => id === marsh.worker),
      ...phones.map((phone, at) => ({
        ...{ id: `p${at}`, name: `Person ${at}`, relationship: 'neighbour', phone },
        ...{ kind: 'network' as const, circle: 'inner' as const },
      })),
    ],
    plan: { worries: [{ id, danger, goal, zero, ten }], rules: [], triggers: [], commitments: [] },
    said: undefined,
  }
}

async function queue(world: TestWorld, some: InCrowd[], from: number) {
  const at = world.now().toISOString()
  const rows = some.map(({ familyId, personId, phone }, n) => {
    const id = `crowd-${from + n}`
    const asked = (from + n) % ASKED === 0
    const who = { familyId, personId }
    const common = { to: phone, language: 'en' }
    const text = asked
      ? newText(world, { kind: 'sign-in', signInId: id, askedFrom: 'known', ...common }, [{ safeToText: null }])
      : newText(world, { kind: 'invitation', invitationId: id, ...who, queuedBy: 'priya', ...common }, [
          { safeToText: null },
        ])
    return {
      asked,
      text,
      invitation: { id, ...who, invitedAt: at, invitedBy: 'priya', phone, language: 'en' },
      membership: {
        id,
        ...who,
        invitationId: id,
        toldBy: 'priya',
        toldOn: at.slice(0, 10),
        joinedAt: at,
        notToRing: [],
      },
      signIn: { id, phone, browserHash: id, language: 'en', askedAt: at, handledAt: at, known: true },
      person: { ...who, phone, landline: false, language: 'en' },
    }
  })
  const members = rows.filter(({ asked }) => asked)
  await world.db.write((db) => [
    db
      .insert(people)
      .values(rows.map(({ person }) => person))
      .onConflictDoNothing(),
    db.insert(invitations).values(rows.map(({ invitation }) => invitation)),
    ...(members.length > 0
      ? [
          db.insert(memberships).values(members.map(({ membership }) => membership)),
          db.insert(signIns).values(members.map(({ signIn }) => signIn)),
        ]
      : []),
    db.insert(texts).values(rows.map(({ text }) => text)),
  ])
}
