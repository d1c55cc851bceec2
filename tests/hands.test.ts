/** The way of a family that was added to being shown: asked, endorsed, looked at as each person, by three people. */
import { eq, isNotNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { planFor } from '#app/domain/access/read-plan'
import { viewersOf } from '#app/domain/access/viewers'
import { draftOf } from '#app/domain/council/drafts'
import { familyForStaff } from '#app/domain/council/families'
import { progressOf } from '#app/domain/council/turns'
import { deskOf } from '#app/domain/desk/desk'
import { exportFamily } from '#app/domain/record/export'
import { giveHand } from '#app/domain/record/give-hand'
import { importFamily } from '#app/domain/record/import'
import type { Giving } from '#app/domain/record/look-at-draft'
import { nextVersion } from '#app/domain/record/next-version'
import { replaceDraft } from '#app/domain/record/replace-draft'
import { verifyAudit, writeAudited } from '#app/domain/trail/audit'
import { openDatabase } from '#db/client.server'
import { assignments, audit, families, hands, narrowings, staff, versions } from '#db/schema'
import { changed } from './broken-files'
import type { CaseName } from './situation'
import { theOne } from './speaking'
import { seededRandom, type TestWorld, testWorld } from './world'

const ENDORSE = { kind: 'endorsed' } as const
const CHECK = { kind: 'second-checked' } as const
const BACK = { kind: 'sent-back', words: 'Rule 2 is not what we agreed.' } as const

/** A family its worker added: Tom, with Joan and Amina the managers of his team. */
async function added(name: CaseName = 'harker', changes: Record<string, unknown> = {}, by = 'tom') {
  const world = await testWorld({ families: true })
  const taken = await importFamily(world, changed(name, { reference: 'CS-99999', ...changes }), { by })
  if ('faults' in taken) throw new Error(JSON.stringify(taken.faults))
  const { versionId } = theOne(await draftOf(world, taken.familyId))
  return { world, ...taken, versionId }
}
type Added = Awaited<ReturnType<typeof added>>

/** They look at the draft as these people, else as everybody: what their pages note in the trail. */
async function looks({ world, familyId }: Added, staffId: string, as?: string[]) {
  const everybody = (await viewersOf(world, familyId)).map(({ personId }) => personId)
  const look = { who: `staff:${staffId}`, familyId, did: 'plan.previewed' } as const
  await writeAudited(
    world,
    (as ?? everybody).map((about) => ({ ...look, about })),
    () => [],
  )
}

/** An act of a member of staff, as what they are to the family; for a second check they have looked as everybody. */
async function gives(of: Added, staffId: string, giving: Giving) {
  if (giving.kind === 'second-checked') await looks(of, staffId)
  return presses(of, staffId, giving)
}

async function presses({ world, familyId, publicId, versionId }: Added, staffId: string, giving: Giving) {
  const as = (await familyForStaff(world, staffId, publicId))?.as
  return giveHand(world, { staffId, as }, { familyId, versionId }, giving)
}

const asksFor = (checker?: string): Giving => ({ kind: 'asked', checker })
const shown = { is: 'given', published: true }
const waits = { is: 'given', published: false }
const moved = { refused: 'moved' }

const isPublished = async ({ world, versionId }: Added) =>
  theOne((await world.db.read.select().from(versions).where(eq(versions.id, versionId)))[0])
const turnsOf = async (world: TestWorld, staffId: string) =>
  (await deskOf(world, staffId)).drafts.map(({ turn, family }) => `${turn} ${family.name}`)

test('without domestic abuse a plan is shown the moment a manager endorses it', async () => {
  const of = await added('marsh', { worker: 'priya' }, 'priya')
  const { world, familyId } = of
  expect(await turnsOf(world, 'priya')).toEqual(['ask Marsh family'])
  expect(await turnsOf(world, 'joan')).toEqual([])
  expect(await gives(of, 'priya', asksFor())).toEqual(waits)
  expect(await turnsOf(world, 'priya')).toEqual([])
  expect(await turnsOf(world, 'joan')).toEqual(['endorse Marsh family'])
  expect(await turnsOf(world, 'amina')).toEqual(['endorse Marsh family'])
  expect(await planFor(world, { familyId, personId: 'kelly', language: 'en' })).toBeNull()

  world.clock.set('2026-11-23T11:00:00Z')
  expect(await gives(of, 'amina', ENDORSE)).toEqual(shown)
  const at = '2026-11-23T11:00:00.000Z'
  expect(await isPublished(of)).toMatchObject({ madeBy: 'priya', endorsedBy: 'amina', endorsedAt: at, publishedAt: at })
  expect((await planFor(world, { familyId, personId: 'kelly', language: 'en' }))?.rules.length).toBeGreaterThan(0)
  expect(await turnsOf(world, 'joan')).toEqual([])
  expect(await gives(of, 'joan', ENDORSE)).toEqual(moved)
  expect(await gives(of, 'joan', BACK)).toEqual(moved)
})

test.each<[string, [first: [string, Giving], last: [string, Giving]]]>([
  [
    'the endorsement',
    [
      ['joan', ENDORSE],
      ['olu', CHECK],
    ],
  ],
  [
    'the second check',
    [
      ['olu', CHECK],
      ['joan', ENDORSE],
    ],
  ],
] as const)('where there is domestic abuse two people are needed beside the author, %s first', async (_, [
  first,
  last,
]) => {
  const of = await added()
  const { world } = of
  expect(await gives(of, 'tom', asksFor('olu'))).toEqual(waits)
  expect(await turnsOf(world, 'olu')).toEqual(['second-check Harker family'])
  expect(await gives(of, ...first)).toEqual(waits)
  expect(await isPublished(of)).toMatchObject({ publishedAt: null, endorsedBy: null })
  world.clock.set('2026-11-23T12:00:00Z')
  expect(await gives(of, ...last)).toEqual(shown)
  const ten = '2026-11-23T10:00:00.000Z'
  const noon = '2026-11-23T12:00:00.000Z'
  const [endorsedAt, secondCheckedAt] = first[0] === 'joan' ? [ten, noon] : [noon, ten]
  expect(await isPublished(of)).toMatchObject({
    ...{ madeBy: 'tom', endorsedBy: 'joan', secondCheckedBy: 'olu' },
    ...{ endorsedAt, secondCheckedAt, publishedAt: noon },
  })
  const rows = await world.db.read.select().from(audit).where(eq(audit.about, of.versionId))
  expect(rows.map(({ who, did }) => `${who} ${did}`)).toEqual([
    'staff:tom plan asked',
    `staff:${first[0]} plan ${first[1].kind}`,
    `staff:${last[0]} plan ${last[1].kind} and published`,
  ])
  expect((await verifyAudit(world)).brokenAt).toBeUndefined()
})

describe('a hand that is not theirs is refused, and nothing is written', () => {
  test.each<[string, string, Giving, object]>([
    ['an endorsement before it was asked for', 'joan', ENDORSE, moved],
    ['a question by a manager who did not write it', 'joan', asksFor('olu'), moved],
    ['a question by whoever does not work with the family', 'olu', asksFor('priya'), moved],
    ['a second check by nobody', 'tom', asksFor(), { refused: 'no-checker' }],
    ['a second check by its author', 'tom', asksFor('tom'), { refused: 'no-checker' }],
    ['a second check by an administrator', 'tom', asksFor('ada'), { refused: 'no-checker' }],
    ['a second check by whoever is not there', 'tom', asksFor('nobody'), { refused: 'no-checker' }],
  ])('%s', async (_, who, giving, refused) => {
    const of = await added()
    expect(await gives(of, who, giving)).toEqual(refused)
    expect(await of.world.db.read.$count(hands)).toBe(0)
  })

  test.each<[string, string, Giving, object]>([
    ['an endorsement by its author', 'tom', ENDORSE, moved],
    ['an endorsement by a worker', 'priya', ENDORSE, moved],
    ['an endorsement by the second check', 'amina', ENDORSE, moved],
    ['a second check by whoever was not named', 'olu', CHECK, moved],
    ['a second check by a manager who was not named', 'joan', CHECK, moved],
    ['a no by its author', 'tom', BACK, moved],
    ['a no by a stranger', 'olu', BACK, moved],
    ['a no without a word', 'joan', { kind: 'sent-back', words: ' \n' }, { refused: 'words-missing' }],
    ['a no that is a book', 'joan', { kind: 'sent-back', words: 'no '.repeat(700) }, { refused: 'words-long' }],
  ])('%s', async (_, who, giving, refused) => {
    const of = await added()
    await gives(of, 'tom', asksFor('amina'))
    expect(await gives(of, who, giving)).toEqual(refused)
    expect(await of.world.db.read.$count(hands)).toBe(1)
    expect((await isPublished(of)).publishedAt).toBeNull()
  })

  test('a manager who wrote it asks, and only the other one endorses', async () => {
    const of = await added('marsh', { worker: 'priya' }, 'joan')
    expect(await gives(of, 'joan', ENDORSE)).toEqual(moved)
    expect(await gives(of, 'joan', asksFor())).toEqual(waits)
    expect(await gives(of, 'joan', ENDORSE)).toEqual(moved)
    expect(await gives(of, 'amina', ENDORSE)).toEqual(shown)
  })

  test('whoever is the only one left to endorse cannot be named for the second check, and with nobody nothing is asked', async () => {
    const of = await added()
    const { world, familyId } = of
    const ends = (staffId: string) =>
      world.db.write((db) => [
        db.update(staff).set({ leftAt: '2026-11-23T09:00:00.000Z' }).where(eq(staff.id, staffId)),
        db.update(assignments).set({ until: '2026-11-23T09:00:00.000Z' }).where(eq(assignments.staffId, staffId)),
      ])
    await ends('amina')
    expect(await gives(of, 'tom', asksFor('joan'))).toEqual({ refused: 'no-checker' })
    await ends('joan')
    expect(await gives(of, 'tom', asksFor('olu'))).toEqual({ refused: 'no-endorser' })
    expect(await world.db.read.$count(hands, eq(hands.familyId, familyId))).toBe(0)
  })
})

test('sent back, with the words on the worker’s desk, everything is given anew', async () => {
  const of = await added()
  const { world } = of
  await gives(of, 'tom', asksFor('olu'))
  await gives(of, 'olu', CHECK)
  expect(await gives(of, 'joan', BACK)).toEqual(waits)
  const [line] = (await deskOf(world, 'tom')).drafts
  expect(line).toMatchObject({ turn: 'ask', sentBack: { by: 'Joan Petrie', words: BACK.words } })
  expect(await turnsOf(world, 'olu')).toEqual([])
  expect(await gives(of, 'joan', ENDORSE)).toEqual(moved)
  await gives(of, 'tom', asksFor('priya'))
  expect(await gives(of, 'amina', ENDORSE)).toEqual(waits)
  expect(await gives(of, 'olu', CHECK)).toEqual(moved)
  expect(await gives(of, 'priya', CHECK)).toEqual(shown)
})

test('the second check may send back too, and afterwards has no more to do with it', async () => {
  const of = await added()
  await gives(of, 'tom', asksFor('olu'))
  expect(await gives(of, 'olu', BACK)).toEqual(waits)
  expect(await turnsOf(of.world, 'tom')).toEqual(['ask Harker family'])
  expect(await gives(of, 'olu', BACK)).toEqual(moved)
})

test('somebody else can be named for the second check; the endorsement stands', async () => {
  const of = await added()
  await gives(of, 'tom', asksFor('olu'))
  await gives(of, 'joan', ENDORSE)
  expect(await gives(of, 'tom', asksFor('joan'))).toEqual({ refused: 'no-checker' })
  expect(await gives(of, 'tom', asksFor('priya'))).toEqual(waits)
  expect(await gives(of, 'olu', CHECK)).toEqual(moved)
  expect(await gives(of, 'priya', CHECK)).toEqual(shown)
})

test('what somebody gave who has left since does not count', async () => {
  const of = await added()
  const leaves = (id: string) =>
    of.world.db.write((db) => [db.update(staff).set({ leftAt: '2026-11-23T09:00:00.000Z' }).where(eq(staff.id, id))])
  await gives(of, 'tom', asksFor('olu'))
  await gives(of, 'joan', ENDORSE)
  await leaves('joan')
  expect(await gives(of, 'olu', CHECK)).toEqual(waits)
  expect(await gives(of, 'amina', ENDORSE)).toEqual(shown)

  const other = await added()
  await gives(other, 'tom', asksFor('olu'))
  await other.world.db.write((db) => [
    db.update(staff).set({ leftAt: '2026-11-23T09:00:00.000Z' }).where(eq(staff.id, 'olu')),
  ])
  expect(await turnsOf(other.world, 'tom')).toEqual(['ask Harker family'])
})

describe('a second check by whoever has not looked', () => {
  const notLooked = { refused: 'not-looked' }

  test('is refused until they looked as the last person who has a view, and so is one for whom another looked', async () => {
    const of = await added()
    const everybody = (await viewersOf(of.world, of.familyId)).map(({ personId }) => personId)
    await gives(of, 'tom', asksFor('olu'))
    await gives(of, 'joan', ENDORSE)
    await looks(of, 'joan')
    expect(await presses(of, 'olu', CHECK)).toEqual(notLooked)
    await looks(of, 'olu', everybody.slice(1))
    expect(await presses(of, 'olu', CHECK)).toEqual(notLooked)
    expect(await isPublished(of)).toMatchObject({ publishedAt: null, secondCheckedBy: null })
    await looks(of, 'olu', everybody.slice(0, 1))
    expect(await presses(of, 'olu', CHECK)).toEqual(shown)
  })

  test('at this very version: what they saw of the one before, in the same second, counts for nothing', async () => {
    const of = await added()
    const { world, familyId } = of
    await looks(of, 'olu')
    const file = changed('harker', { reference: 'CS-99999', 'plan.rules.1.text': 'New.' })
    await replaceDraft(world, { staffId: 'tom', as: 'worker' }, familyId, file)
    const now = { ...of, versionId: theOne(await draftOf(world, familyId)).versionId }
    await gives(now, 'tom', asksFor('olu'))
    expect(await presses(now, 'olu', CHECK)).toEqual(notLooked)
    await looks(now, 'olu')
    expect(await presses(now, 'olu', CHECK)).toEqual(waits)
  })
})

test('whom an order is against is looked at first, also without a circle, and anew in the draft that puts anybody in one', async () => {
  const outside = { 'people.1.circle': undefined, 'people.2.circle': undefined }
  const of = await added('harker', outside)
  const { world, familyId } = of
  const [first, ...others] = (await viewersOf(world, familyId)).map(({ personId }) => personId)
  expect(first).toBe('craig')
  expect(others).not.toContain('maureen')
  await gives(of, 'tom', asksFor('olu'))
  await gives(of, 'joan', ENDORSE)
  await looks(of, 'olu', others)
  expect(await presses(of, 'olu', CHECK)).toEqual({ refused: 'not-looked' })
  await looks(of, 'olu', ['craig'])
  expect(await presses(of, 'olu', CHECK)).toEqual(shown)

  // The family reads the old version while both are put in a circle: whom the draft lets in is looked at, not whom that does.
  world.clock.forward({ minutes: 10 })
  await nextVersion(world, { familyId, by: 'tom' }, async ({ newest }) => {
    const document = structuredClone(newest.document)
    for (const one of document.people) if (['craig', 'maureen'].includes(one.id)) one.circle = 'inner'
    return { document, did: 'draft replaced', keepsReach: true }
  })
  const next = { ...of, versionId: theOne(await draftOf(world, familyId)).versionId }
  await gives(next, 'tom', asksFor('olu'))
  await gives(next, 'joan', ENDORSE)
  await looks(next, 'olu', [first ?? '', ...others])
  expect(await presses(next, 'olu', CHECK), 'Maureen is new to it').toEqual({ refused: 'not-looked' })
  await looks(next, 'olu', ['maureen'])
  expect(await presses(next, 'olu', CHECK)).toEqual(shown)
})

describe('what would tell a reader what is kept from them', () => {
  const telling = { 'plan.rules.3.text': 'Grown-ups, also Ruth, do not ask the children.' }

  test('is not even asked for: it says what, where and for whom', async () => {
    const of = await added('harker', telling)
    expect(await gives(of, 'tom', asksFor('olu'))).toEqual({
      faults: [
        {
          path: '$.plan.rules[3].text',
          message: '“Ruth” would tell Craig Dunn and Steve Dunn what is kept from them. Write this without it.',
        },
      ],
    })
    expect(await of.world.db.read.$count(hands)).toBe(0)
  })

  test('because somebody was shut out since is not shown with the last hand, and the hand is not kept', async () => {
    const of = await added(
      'marsh',
      { worker: 'priya', 'plan.commitments.2.text': 'Ring Toni if it is there.' },
      'priya',
    )
    const { world, familyId } = of
    await gives(of, 'priya', asksFor())
    const row = { familyId, itemId: 'toni', shutTo: 'bev', at: '2026-11-23T10:00:00.000Z', by: 'priya' }
    await world.db.write((db) => [db.insert(narrowings).values(row)])
    expect(await gives(of, 'joan', ENDORSE)).toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ path: '$.plan.commitments[2].text' })]),
    })
    expect((await isPublished(of)).publishedAt).toBeNull()
    expect(progressOf(theOne(await draftOf(world, familyId))).endorsed).toBeUndefined()
  })
})

test('a draft that was changed needs its hands anew, and nobody endorses what they did not read', async () => {
  const of = await added()
  const { world, familyId, versionId } = of
  await gives(of, 'tom', asksFor('olu'))
  await gives(of, 'olu', CHECK)
  const [old] = await world.db.read.select().from(versions).where(eq(versions.id, versionId))
  await world.db.write((db) => [
    db.insert(versions).values({ ...theOne(old), id: 'second', number: 2, madeAt: '2026-11-23T10:05:00.000Z' }),
  ])
  world.clock.set('2026-11-23T10:06:00Z')
  expect(progressOf(theOne(await draftOf(world, familyId))).waitsFor).toEqual(['ask'])
  expect(await gives(of, 'joan', ENDORSE)).toEqual(moved)
  const now = { ...of, versionId: 'second' }
  await gives(now, 'tom', asksFor('olu'))
  expect(await gives(of, 'joan', ENDORSE)).toEqual({ refused: 'changed' })
  await gives(now, 'olu', CHECK)
  expect(await gives(now, 'joan', ENDORSE)).toEqual(shown)
})

describe('at the same moment', () => {
  test('two endorsements in one process are one', async () => {
    const of = await added('marsh', { worker: 'priya' }, 'priya')
    await gives(of, 'priya', asksFor())
    const both = await Promise.all([gives(of, 'joan', ENDORSE), gives(of, 'amina', ENDORSE)])
    expect(both).toHaveLength(2)
    expect(both).toEqual(expect.arrayContaining([shown, moved]))
    expect(await of.world.db.read.$count(hands, eq(hands.kind, 'endorsed'))).toBe(1)
  })

  test('the endorsement in one process and the second check in another show the plan once, whoever is last', async () => {
    const of = await added()
    const { world } = of
    await gives(of, 'tom', asksFor('olu'))
    const db = await openDatabase({
      ...{ ...world.at, mode: 'demo', now: world.now, random: seededRandom('other') },
    })
    const other = { ...of, world: { ...world, db } }
    const both = await Promise.all([gives(of, 'joan', ENDORSE), gives(other, 'olu', CHECK)])
    await db.close()
    expect(both).toEqual(expect.arrayContaining([waits, shown]))
    expect(await isPublished(of)).toMatchObject({ endorsedBy: 'joan', secondCheckedBy: 'olu' })
    expect((await verifyAudit(world)).brokenAt).toBeUndefined()
  })

  test('a write that breaks off half way leaves nothing, and the same press goes through afterwards', async () => {
    const of = await added('marsh', { worker: 'priya' }, 'priya')
    await gives(of, 'priya', asksFor())
    const reader = of.world.hands()
    await reader.execute(
      "create trigger breaks before update on versions begin select raise(abort, 'the power went'); end",
    )
    await expect(gives(of, 'joan', ENDORSE)).rejects.toThrow()
    expect(await of.world.db.read.$count(hands, eq(hands.kind, 'endorsed'))).toBe(0)
    expect(await turnsOf(of.world, 'joan')).toEqual(['endorse Marsh family'])
    await reader.execute('drop trigger breaks')
    reader.close()
    expect(await gives(of, 'joan', ENDORSE)).toEqual(shown)
  })
})

test('a plan that was published on import is nobody’s draft', async () => {
  const world = await testWorld({ families: true })
  for (const { id } of await world.db.read.select().from(families)) expect(await draftOf(world, id)).toBeUndefined()
})

describe('a changed file in the place of a draft', () => {
  const file = (changes: Record<string, unknown> = {}) => changed('harker', { reference: 'CS-99999', ...changes })
  const replaces = async ({ world, familyId, publicId }: Added, staffId: string, json: unknown) => {
    const as = (await familyForStaff(world, staffId, publicId))?.as
    return replaceDraft(world, { staffId, as }, familyId, json)
  }

  test('is the next version, by whoever brought it; what was said and everybody’s public id stay, numbers are the file’s', async () => {
    const of = await added()
    const { world, familyId } = of
    const before = await viewersOf(world, familyId)
    const said = async () => (await exportFamily(world, 'CS-99999')).said
    const spoken = await said()
    const replaced = await replaces(of, 'tom', file({ 'people.0.phone': '+447700900291', 'plan.rules.1.text': 'New.' }))
    const draft = theOne(await draftOf(world, familyId))
    expect(replaced).toEqual({ versionId: draft.versionId })
    expect(draft).toMatchObject({ author: { id: 'tom' }, hands: [] })
    expect(await viewersOf(world, familyId)).toEqual(before)
    expect(await said()).toEqual(spoken)
    expect((await exportFamily(world, 'CS-99999')).people[0]).toMatchObject({ phone: '+447700900291' })
  })

  test.each<[string, string, Record<string, unknown>, string]>([
    ['with a fault in it', 'tom', { 'plan.rules.0.makesSure': ['gary'] }, '$.plan.rules[0].makesSure[0]'],
    ['of another family', 'tom', { reference: 'CS-1' }, '$.reference'],
  ])('%s is not taken, and nothing is written', async (_, who, changes, path) => {
    const of = await added()
    const result = await replaces(of, who, file(changes))
    expect(result && 'faults' in result && result.faults.map((fault) => fault.path)).toEqual([path])
    expect(await of.world.db.read.$count(versions, eq(versions.familyId, of.familyId))).toBe(1)
  })

  test('in which somebody is missing who has said something is not taken', async () => {
    const of = await added('marsh', { worker: 'priya' }, 'priya')
    const whole = changed('marsh', { reference: 'CS-99999' }) as { said: { checkIns: unknown[] } }
    const { said: _, ...document } = JSON.parse(JSON.stringify(whole).replaceAll('"bev"', '"beverley"'))
    const result = await replaces(of, 'priya', document)
    expect(result && 'faults' in result && result.faults.length).toBeGreaterThan(0)
  })

  test('is not a manager’s who did not write it, a stranger’s, or any more once it is published', async () => {
    const of = await added('marsh', { worker: 'priya' }, 'priya')
    const json = changed('marsh', { reference: 'CS-99999' })
    expect(await replaces(of, 'joan', json)).toBeUndefined()
    expect(await replaces(of, 'tom', json)).toBeUndefined()
    await gives(of, 'priya', asksFor())
    await gives(of, 'joan', ENDORSE)
    expect(await replaces(of, 'priya', json)).toBeUndefined()
  })

  test('that comes while the last hand is given: one of the two, never a plan nobody read', async () => {
    const of = await added()
    await gives(of, 'tom', asksFor('olu'))
    await gives(of, 'olu', CHECK)
    const [replaced, endorsed] = await Promise.all([replaces(of, 'tom', file()), gives(of, 'joan', ENDORSE)])
    const shownNow = await of.world.db.read.$count(versions, isNotNull(versions.publishedAt))
    const isShown = 'is' in endorsed && endorsed.published
    expect([isShown, shownNow]).toEqual([isShown, isShown ? 4 : 3])
    expect((await isPublished(of)).publishedAt !== null).toBe(isShown)
    expect(isShown && !!replaced).toBe(false)
  })
})
