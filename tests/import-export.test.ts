import { existsSync, readFileSync } from 'node:fs'
import { count, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseFile } from '#app/domain/plan/case-file'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
import { Refusal } from '#app/domain/refusal'
import { verifyAudit } from '#app/domain/trail/audit'
import * as tables from '#db/schema'
import { demoFamilies } from '#db/seed/demo'
import { brokenFiles, changed } from './broken-files'
import { grown } from './grown'
import { CASES, type CaseName, caseFile } from './situation'
import { type TestWorld, testWorld } from './world'

/** A real case under a reference of its own, so that it stands beside the three that are in already. */
const another = (name: CaseName, changes: Record<string, unknown> = {}) =>
  changed(name, { reference: 'CS-99999', ...changes }) as CaseFile
const byTom = { by: 'tom' }
const joanAndAmina = { endorsedBy: 'joan', secondCheckBy: 'amina' }

/** Every byte on the disk: any write at all would show. */
const disk = ({ file }: TestWorld) =>
  [file, `${file}-wal`].map((path) => (existsSync(path) ? readFileSync(path, 'latin1') : ''))

async function imported(world: TestWorld, file: unknown, options: Parameters<typeof importFamily>[2] = byTom) {
  const result = await importFamily(world, file, options)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result
}

describe('import then export', () => {
  test.each(CASES)('gives %s of the demo back', async (name) => {
    const world = await testWorld({ families: true })
    const exported = await exportFamily(world, caseFile(name).reference)
    expect(exported).toEqual(demoFamilies.find(({ reference }) => reference === caseFile(name).reference))
  })

  test.each(CASES)('gives a draft of %s back, to the letter', async (name) => {
    const world = await testWorld({ families: true })
    await imported(world, another(name))
    const exported = await exportFamily(world, 'CS-99999')
    expect(exported).toEqual(another(name))
    const asItCame = JSON.stringify({ ...exported, reference: caseFile(name).reference }, null, 1)
    expect(asItCame).toBe(readFileSync(`db/seed/${name}.json`, 'utf8').trimEnd())
  })

  test('gives back the first day of what repeats, and who translated in any words', async () => {
    const world = await testWorld({ families: true })
    const file = another('wojcik', {
      'plan.commitments.1.repeats': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      'plan.commitments.1.from': '2026-11-23',
      'plan.translations.pl.C1-G.by': 'council translator',
    })
    await imported(world, file)
    expect(await exportFamily(world, 'CS-99999')).toEqual(file)
  })

  test.each(CASES)('gives %s back with all that format 1 has grown by', async (name) => {
    const world = await testWorld({ families: true })
    const file = { ...grown(name), reference: 'CS-99999' }
    await imported(world, file)
    expect(await exportFamily(world, 'CS-99999')).toEqual(file)
  })

  test('carries what was said since, and how people are reached today, and can be taken in elsewhere', async () => {
    const world = await testWorld({ families: true })
    const { familyId } = await imported(world, another('marsh'))
    const entry = { id: 'later', by: 'toni', on: '2026-12-01T20:00', to: 'K1', words: 'Well done Alfie.' }
    const ofFamily = eq(tables.people.familyId, familyId)
    await world.db.write((db) => [
      db.insert(tables.said).values({
        familyId,
        id: 'later',
        kind: 'replies',
        by: 'toni',
        about: 'K1',
        savedAt: '2026-12-01T20:00:00.000Z',
        entry,
      }),
      db.update(tables.people).set({ phone: null, landline: null }).where(ofFamily),
      db
        .insert(tables.people)
        .values({ familyId, personId: 'kelly', phone: '+447700900199', language: 'pl' })
        .onConflictDoUpdate({
          target: [tables.people.familyId, tables.people.personId],
          set: { phone: '+447700900199', language: 'pl' },
        }),
    ])
    const exported = await exportFamily(world, 'CS-99999')
    expect(exported.said).toEqual({ ...caseFile('marsh').said, replies: [entry] })
    expect(exported.people[0]).toMatchObject({ id: 'kelly', phone: '+447700900199', language: 'pl' })
    expect(exported.people[2]).toEqual({ ...caseFile('marsh').people[2], phone: undefined, landline: undefined })

    const elsewhere = await testWorld({ families: true })
    await imported(elsewhere, exported)
    expect(await exportFamily(elsewhere, 'CS-99999')).toEqual(exported)
  })

  test('is recorded, without a word of what is in it', async () => {
    const world = await testWorld({ families: true })
    const { familyId } = await imported(world, another('harker'))
    await exportFamily(world, 'CS-99999', { by: 'joan' })
    const trail = await world.db.read.select().from(tables.audit).where(eq(tables.audit.familyId, familyId))
    expect(trail.map(({ who, did }) => [who, did])).toEqual([
      ['staff:tom', 'imported'],
      ['staff:joan', 'exported'],
    ])
    expect(JSON.stringify(trail)).not.toMatch(/Harker|Leanne|CS-99999/)
    expect(await verifyAudit(world)).not.toHaveProperty('brokenAt')
  })

  test('a family that is not there is refused in a sentence', async () => {
    const world = await testWorld({ families: true })
    await expect(exportFamily(world, 'CS-00000')).rejects.toThrow(
      new Refusal('There is no family “CS-00000” in the portal.'),
    )
  })
})

describe('an imported family', () => {
  test('has a public id for every person, child, part of the plan and entry, and none of them is an id of the file', async () => {
    const world = await testWorld({ families: true })
    const { familyId, publicId } = await imported(world, another('harker'))
    const rows = await world.db.read.select().from(tables.publicIds).where(eq(tables.publicIds.familyId, familyId))
    const inFile = [...JSON.stringify(another('harker')).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id)
    expect(rows.map(({ itemId }) => itemId).sort()).toEqual(inFile.filter((id) => id !== 'craigs-side').sort())
    for (const row of rows) expect(row.publicId).toMatch(/^[\w-]{22}$/)
    expect(inFile).not.toContain(publicId)
  })

  test('is a draft with its worker and the managers of the team, unless it is published', async () => {
    const world = await testWorld({ families: true })
    const { familyId } = await imported(world, another('harker'), { by: 'priya', worker: 'olu' })
    expect(await rowsOf(world, familyId)).toEqual({
      held: [
        ['olu', 'worker'],
        ['joan', 'manager'],
        ['amina', 'manager'],
      ],
      versions: [{ number: 1, madeBy: 'priya', endorsedBy: null, secondCheckedBy: null, publishedAt: null }],
    })
  })

  test('is published in the demo, with the manager who endorsed it', async () => {
    const world = await testWorld({ families: true })
    const { familyId } = await imported(world, another('harker'), { by: 'tom', publish: joanAndAmina })
    expect(await rowsOf(world, familyId)).toEqual({
      held: [
        ['tom', 'worker'],
        ['joan', 'manager'],
      ],
      versions: [
        {
          number: 1,
          madeBy: 'tom',
          endorsedBy: 'joan',
          secondCheckedBy: 'amina',
          publishedAt: '2026-11-23T10:00:00.000Z',
        },
      ],
    })
  })

  test('keeps the order of what was said in the hour that comes twice in October', async () => {
    const world = await testWorld({ families: true })
    const twice = { 'said.checkIns.0.on': '2026-10-25T01:50', 'said.checkIns.1.on': '2026-10-25T01:10' }
    const { familyId } = await imported(world, another('marsh', twice))
    const rows = await world.db.read.select().from(tables.said).where(eq(tables.said.familyId, familyId))
    expect(Object.fromEntries(rows.map(({ id, savedAt }) => [id, savedAt]))).toMatchObject({
      K1: '2026-10-25T00:50:00.000Z',
      K2: '2026-10-25T01:10:00.000Z',
    })
  })

  test('has what was said in the order it was said, by the clock of London', async () => {
    const world = await testWorld({ families: true })
    const { familyId } = await imported(
      world,
      another('marsh', { 'said.checkIns.0.on': '2026-07-01T09:10', 'said.checkIns.1.on': '2026-07-01' }),
    )
    const rows = await world.db.read.select().from(tables.said).where(eq(tables.said.familyId, familyId))
    const saved = Object.fromEntries(rows.map(({ id, savedAt }) => [id, savedAt]))
    expect(saved).toMatchObject({
      K1: '2026-07-01T08:10:00.000Z',
      K2: '2026-06-30T23:00:00.000Z',
      'A-C1-a1': '2026-10-19T23:00:00.000Z',
    })
    expect(rows).toContainEqual(
      expect.objectContaining({ id: 'A1-score4', kind: 'scores', by: 'alfie', about: 'A1', ringMe: false }),
    )
  })
})

describe('a broken file is refused whole', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await testWorld({ families: true })
  })

  test.each(brokenFiles)('%s (%s)', async (_, name, changes, ...faults) => {
    const before = disk(world)
    const result = await importFamily(world, another(name, changes), byTom)
    expect('faults' in result && result.faults.map(({ path }) => path)).toEqual(faults)
    expect(disk(world)).toEqual(before)
  })

  test('a reference that is in the portal already', async () => {
    const before = disk(world)
    expect(await importFamily(world, caseFile('harker'), byTom)).toEqual({
      faults: [{ path: '$.reference', message: 'There is a family “CS-20588” in the portal already.' }],
    })
    expect(disk(world)).toEqual(before)
  })

  test('a reference that only looks like another', async () => {
    const world = await testWorld({ families: true })
    for (const reference of ['cs-20588', 'CS–20588', 'CS-\u200b20588', '\u200eCS-20588'])
      expect(await importFamily(world, { ...caseFile('harker'), reference }, { by: 'tom' })).toMatchObject({
        faults: [{ path: '$.reference' }],
      })
  })

  test.each([[null], ['a text'], [[]]])('what is no object: %j', async (json) => {
    const before = disk(world)
    expect(await importFamily(world, json, byTom)).toMatchObject({ faults: [{ path: '$' }] })
    expect(disk(world)).toEqual(before)
  })

  test('faults of the file and of the asking come together', async () => {
    const result = await importFamily(world, another('harker', { colour: 'blue' }), { by: 'nobody' })
    expect('faults' in result && result.faults.map(({ path }) => path)).toEqual(['$.colour', '$'])
  })

  test('whatever key or id is taken out or renamed: it is in and comes out the same, or nothing is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CASES), fc.boolean(), fc.nat(), async (name, rename, at) => {
        const written = JSON.stringify(another(name))
        const words = [...written.matchAll(/"(?:[^"\\]|\\.)*"/g)]
        const word = words[at % words.length]
        if (!word) return
        const renamed = `${written.slice(0, word.index)}"renamed"${written.slice(word.index + word[0].length)}`
        const file: CaseFile = rename ? JSON.parse(renamed) : JSON.parse(written, dropNth(at))
        const fresh = await testWorld({ families: true })
        const before = disk(fresh)
        const result = await importFamily(fresh, file, byTom)
        if ('faults' in result) expect(disk(fresh)).toEqual(before)
        else expect(await exportFamily(fresh, result.reference)).toEqual(withoutEmptyLists(file))
        await fresh.db.close()
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('who may bring a file in', () => {
  const cases: [string, CaseName, Parameters<typeof importFamily>[2], ...string[]][] = [
    [
      'nobody who is no staff',
      'marsh',
      { by: 'kelly' },
      '“kelly” is no worker or manager here. One of them brings a family in.',
    ],
    ['no administrator', 'marsh', { by: 'ada' }, '“ada” is no worker or manager here. One of them brings a family in.'],
    [
      'not for an administrator',
      'marsh',
      { by: 'tom', worker: 'ada' },
      "“ada” is no worker or manager here. Name one of them as the family's worker.",
    ],
    [
      'endorsed by a manager, not a worker',
      'marsh',
      { by: 'tom', publish: { endorsedBy: 'olu' } },
      '“olu” is no manager here. A manager endorses a plan.',
    ],
    [
      'endorsed by someone else',
      'marsh',
      { by: 'joan', publish: { endorsedBy: 'joan' } },
      'The author, the endorser and the second check must be different people.',
    ],
    [
      'with a second check where there is domestic abuse',
      'harker',
      { by: 'tom', publish: { endorsedBy: 'joan' } },
      'There is domestic abuse in this family. Name someone for the second check as well.',
    ],
    [
      'checked by someone who may read it',
      'harker',
      { by: 'tom', publish: { endorsedBy: 'joan', secondCheckBy: 'ada' } },
      '“ada” is no worker or manager here. One of them makes the second check.',
    ],
    [
      'checked by a third person',
      'harker',
      { by: 'tom', publish: { endorsedBy: 'joan', secondCheckBy: 'tom' } },
      'The author, the endorser and the second check must be different people.',
    ],
    [
      'checked by someone else than the endorser',
      'harker',
      { by: 'tom', publish: { endorsedBy: 'joan', secondCheckBy: 'joan' } },
      'The author, the endorser and the second check must be different people.',
    ],
  ]
  test.each(cases)('%s (%s)', async (_, name, options, ...messages) => {
    const world = await testWorld({ families: true })
    const before = disk(world)
    expect(await importFamily(world, another(name), options)).toEqual({
      faults: messages.map((message) => ({ path: '$', message })),
    })
    expect(disk(world)).toEqual(before)
  })

  test('nobody publishes on import in live use, but a draft comes in', async () => {
    const demo = await testWorld({ families: true })
    const live = { ...demo, settings: { ...demo.settings, mode: 'live' as const } }
    expect(await importFamily(live, another('marsh'), { by: 'tom', publish: { endorsedBy: 'joan' } })).toEqual({
      faults: [{ path: '$', message: 'Only the demo publishes a plan on import. Bring it in as a draft.' }],
    })
    expect(await importFamily(live, another('marsh'), byTom)).toMatchObject({ reference: 'CS-99999' })
  })

  test('nobody who has left', async () => {
    const world = await testWorld({ families: true })
    await world.db.write((db) => [
      db.update(tables.staff).set({ leftAt: '2026-11-01T00:00:00.000Z' }).where(eq(tables.staff.id, 'priya')),
    ])
    expect(await importFamily(world, another('marsh'), byTom)).toMatchObject({ faults: [{ path: '$' }] })
    expect(await importFamily(world, another('marsh'), { by: 'tom', worker: 'olu' })).toMatchObject({
      reference: 'CS-99999',
    })
  })

  test('of two at the same moment, one', async () => {
    const world = await testWorld({ families: true })
    const results = await Promise.all([1, 2, 3].map(() => importFamily(world, another('marsh'), byTom)))
    expect(results.filter((result) => 'publicId' in result)).toHaveLength(1)
    expect(results.filter((result) => 'faults' in result && result.faults[0]?.path === '$.reference')).toHaveLength(2)
    expect(await world.db.read.select({ n: count() }).from(tables.families)).toEqual([{ n: 4 }])
  })
})

async function rowsOf(world: TestWorld, familyId: string) {
  const held = await world.db.read.select().from(tables.assignments).where(eq(tables.assignments.familyId, familyId))
  const versions = await world.db.read.select().from(tables.versions).where(eq(tables.versions.familyId, familyId))
  return {
    held: held.map(({ staffId, as }) => [staffId, as]),
    versions: versions.map(({ number, madeBy, endorsedBy, secondCheckedBy, publishedAt }) => ({
      number,
      madeBy,
      endorsedBy,
      secondCheckedBy,
      publishedAt,
    })),
  }
}

/** For `JSON.parse`: leaves out the nth key of the file. */
function dropNth(nth: number) {
  let met = 0
  return function (this: unknown, key: string, value: unknown) {
    return key !== '' && !Array.isArray(this) && met++ === nth % 400 ? undefined : value
  }
}

/** An export has no empty list of what was said. */
function withoutEmptyLists(file: CaseFile): CaseFile {
  const said = Object.entries(file.said ?? {}).filter(([, entries]) => entries.length > 0)
  const { said: _, ...family } = file
  return said.length > 0 ? { ...family, said: Object.fromEntries(said) } : family
}
