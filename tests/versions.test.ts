/** The versions of a plan: they stay as they were, can be held side by side, and made the draft again. */
import { describe, expect, test } from 'vitest'
import { compared, versionsOf } from '#app/domain/desk/versions-for-staff'
import { differences, isReordered } from '#app/domain/plan/differences'
import { marked, marker } from '#app/domain/plan/marks'
import { giveHand } from '#app/domain/record/give-hand'
import { restoreVersion } from '#app/domain/record/restore-version'
import * as cast from './cast'
import { familyIdOf } from './desk-world'
import { publish, rule, task } from './new-version'
import { caseFile } from './situation'
import { theOne, viewOf } from './speaking'
import { testWorld } from './world'

const priya = { staffId: 'priya', as: 'worker' } as const
const joan = { staffId: 'joan', as: 'manager' } as const

describe('a published version', () => {
  test('is never changed nor deleted, whoever asks the database', async () => {
    const world = await testWorld({ families: true })
    await publish(world, cast.marsh, rule('A-R3', 'Changed.'))
    const client = world.hands()
    for (const sql of [
      `update versions set document = '{}' where number = 1`,
      `update versions set number = 9 where number = 1`,
      `update versions set published_at = null where number = 1`,
      `delete from versions where number = 1`,
    ])
      await expect(client.execute(sql), sql).rejects.toThrow(/A published version (is )?never/)
    client.close()
  })
})

describe('two versions side by side', () => {
  test('say thing by thing what is new, gone or changed, with the words marked', async () => {
    const world = await testWorld({ families: true })
    await publish(world, cast.marsh, rule('A-R3', 'There is no alcohol in the house.'), ({ plan }) => {
      plan.rules = plan.rules.filter(({ id }) => id !== 'A-R6')
      plan.rules.push({ id: 'A-R7', text: 'Bev has a key.', makesSure: ['bev'] })
      theOne(plan.commitments[1]).person = 'danny'
    })
    const found = theOne(await compared(world, await familyIdOf(world, cast.marsh), [2, 1]))
    expect([found.older.number, found.newer.number]).toEqual([1, 2])
    const lines = found.differences.map(({ kind, is, called, fields }) => [
      ...[kind, is, called],
      ...fields.map(({ field, marks }) =>
        [field, ...marks.map((mark) => ({ same: '', out: '-', in: '+' })[mark.is] + mark.text)].join('|'),
      ),
    ])
    expect(lines).toContainEqual([
      'rule',
      'changed',
      'There is no alcohol in the house.',
      'text|There is no alcohol in the |-flat|+house|.',
    ])
    expect(lines).toContainEqual(['rule', 'new', 'Bev has a key.', 'text|+Bev has a key.', 'makesSure|+Bev Adeyemi'])
    expect(lines.at(-1)?.slice(0, 3)).toEqual(['rule', 'gone', caseFile('marsh').plan.rules[5]?.text])
    expect(lines.find(([kind]) => kind === 'commitment')?.at(-1)).toMatch(/^person\|-Toni.*Danny/)
    expect(await compared(world, await familyIdOf(world, cast.marsh), [1, 1])).toBeUndefined()
    expect(await compared(world, await familyIdOf(world, cast.marsh), [1, 7])).toBeUndefined()
  })

  test.each([
    'marsh',
    'harker',
    'wojcik',
  ] as const)('every part of %s that is changed is found, and nothing else', (name) => {
    const { said: _, ...file } = caseFile(name)
    expect(differences(file, structuredClone(file), new Map())).toEqual([])
    const other = structuredClone(file)
    theOne(other.plan.worries[0]?.danger[0]).hiddenFrom = ['somebody']
    theOne(other.people[0]).circle = 'outer'
    other.familyName = 'Another family'
    const found = differences(file, other, new Map())
    expect(found.map(({ kind, fields }) => [kind, ...fields.map(({ field }) => field)])).toEqual([
      ['family', 'familyName'],
      ['person', 'circle'],
      ['worry', 'hiddenFrom'],
    ])
    other.plan.rules.reverse()
    expect([isReordered(file, file), isReordered(file, other)]).toEqual([false, true])
  })

  test('the marks put together again are the two texts', () => {
    const [was, is] = ['Nan rings at 7, and speaks to Alfie.', 'Toni rings at 8 and speaks to Alfie  too.']
    const marks = marked(was, is)
    const without = (kind: string) =>
      marks
        .filter((mark) => mark.is !== kind)
        .map(({ text }) => text)
        .join('')
    expect([without('in'), without('out')]).toEqual([was, is])
  })

  test('words of any script are marked whole, and what looks the same is the same', () => {
    expect(marked('نانی جمعہ کو آتی ہیں', 'نانی ہفتے کو آتی ہیں').filter(({ is }) => is !== 'same')).toEqual([
      { is: 'out', text: 'جمعہ' },
      { is: 'in', text: 'ہفتے' },
    ])
    expect(marked('Wo\u0301jcik', 'Wójcik')).toEqual([{ is: 'same', text: 'Wójcik' }])
  })

  test('however much differs, a page of comparisons holds up nobody: beyond a bound it is all out, all in', () => {
    const text = (of: string) => Array.from({ length: 900 }, (_, at) => `${of}${at}`).join(' ')
    const mark = marker()
    mark('warm', 'up')
    const began = performance.now()
    const all = Array.from({ length: 40 }, (_, at) => mark(text('a'), text(`b${at}`)))
    expect(performance.now() - began).toBeLessThan(1000)
    for (const marks of all) expect(marks.map(({ is }) => is)).toEqual(['out', 'in'])
    expect(marked(text('a'), `${text('a')} more`).at(-1)).toEqual({ is: 'in', text: ' more' })
  })
})

describe('a version made the draft again', () => {
  test('is shown to nobody until it has its hands, and then as it was', async () => {
    const world = await testWorld({ families: true })
    const familyId = await familyIdOf(world, cast.marsh)
    await publish(world, cast.marsh, rule('A-R3', 'Changed.'), task('A-C5', { text: 'Go on Tuesdays.' }))
    const first = JSON.stringify((await viewOf(world, cast.kelly)).rules)
    await restoreVersion(world, priya, { familyId, number: 1 })
    const restored = theOne((await versionsOf(world, familyId))[0])
    expect(JSON.stringify((await viewOf(world, cast.kelly)).rules)).toBe(first)
    const [newest] = await versionsOf(world, familyId)
    expect(newest).toMatchObject({ number: 3, by: 'Priya Nair' })
    const of = { familyId, versionId: restored.versionId }
    expect(await giveHand(world, priya, of, { kind: 'asked' })).toMatchObject({ is: 'given', published: false })
    expect(await giveHand(world, joan, of, { kind: 'endorsed' })).toMatchObject({ is: 'given', published: true })
    expect(JSON.stringify((await viewOf(world, cast.kelly)).rules)).toContain('There is no alcohol in the flat.')
    const lines = await versionsOf(world, familyId)
    expect(lines[0]?.acts.map(({ kind, by }) => `${by} ${kind}`)).toEqual(['Priya Nair asked', 'Joan Petrie endorsed'])
    expect(theOne(await compared(world, familyId, [1, 3])).differences).toEqual([])
  })

  test('is nobody’s to make who does not hold the family, nor the draft itself, nor one that never was', async () => {
    const world = await testWorld({ families: true })
    const familyId = await familyIdOf(world, cast.marsh)
    await publish(world, cast.marsh, rule('A-R3', 'Changed.'))
    for (const [who, number] of [
      [{ staffId: 'tom' }, 1],
      [priya, 9],
    ] as const)
      expect(await restoreVersion(world, who, { familyId, number })).toBeUndefined()
    expect(await versionsOf(world, familyId)).toHaveLength(2)
    // Priya’s draft is not Joan’s to put aside.
    await restoreVersion(world, priya, { familyId, number: 2 })
    expect(await restoreVersion(world, priya, { familyId, number: 3 })).toBeUndefined()
    expect(await restoreVersion(world, joan, { familyId, number: 1 })).toBeUndefined()
  })
})
