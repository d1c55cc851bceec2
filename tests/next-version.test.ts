/** The editor, a file, a translator and an older version all make the next version: none of them writes over another. */
import { desc, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { draftOf } from '#app/domain/council/drafts'
import { openDraftOf } from '#app/domain/council/open-draft'
import { versionsOf } from '#app/domain/desk/versions-for-staff'
import { giveHand } from '#app/domain/record/give-hand'
import { nextVersion } from '#app/domain/record/next-version'
import { publishVersion } from '#app/domain/record/publish'
import { replaceDraft } from '#app/domain/record/replace-draft'
import { restoreVersion } from '#app/domain/record/restore-version'
import { takeTyped } from '#app/domain/record/take-translation'
import { beginDraft } from '#app/domain/record/writing/begin'
import { finishDraft } from '#app/domain/record/writing/finish'
import { saveDraft } from '#app/domain/record/writing/save'
import { plainly } from '#app/domain/trail/audited-write'
import { drafts, versions } from '#db/schema'
import { deskOf, familyUrl, MAIN } from './at-the-desk'
import * as cast from './cast'
import { familyIdOf } from './desk-world'
import { publish, rule } from './new-version'
import { caseFile } from './situation'
import { theOne } from './speaking'
import { wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

const olu = { staffId: 'olu', as: 'worker' } as const
const priya = { staffId: 'priya', as: 'worker' } as const
const joan = { staffId: 'joan', as: 'manager' } as const
const OPEN = { refused: 'being-written' }

/** A second version of the Marsh plan that nobody has asked for yet, with another rule. */
async function withDraft(text = 'Priya’s draft.') {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.marsh)
  await made(world, familyId, text)
  return { world, familyId }
}

async function made(world: TestWorld, familyId: string, text: string) {
  return nextVersion(world, { familyId, by: 'priya' }, async ({ newest }) => {
    const document = structuredClone(newest.document)
    rule('A-R3', text)(document)
    return { document, did: 'draft begun' }
  })
}

const numbers = async (world: TestWorld, familyId: string) =>
  (await versionsOf(world, familyId)).map(({ number }) => number)

async function ruleOfNewest({ db }: TestWorld, familyId: string) {
  const ofFamily = eq(versions.familyId, familyId)
  const [row] = await db.read.select().from(versions).where(ofFamily).orderBy(desc(versions.number)).limit(1)
  return row?.document.plan.rules.find(({ id }) => id === 'A-R3')?.text
}

const write = (world: TestWorld, familyId: string, to: string) =>
  saveDraft(world, { familyId, by: 'priya', seen: 0 }, (writing) => {
    const rules = (writing.document.plan as { rules: { id: string; text: string }[] }).rules
    const from = rules.find(({ id }) => id === 'A-R3')?.text ?? ''
    return [{ id: to, do: 'set', item: 'A-R3', field: 'text', from, to }]
  })

async function finish(world: TestWorld, familyId: string) {
  const { revision } = theOne(await openDraftOf(world, familyId))
  return finishDraft(world, { familyId, by: 'priya', revision })
}

/** A file as it is brought in the place of a draft. */
function fileWith(text: string) {
  const { said: _, ...file } = caseFile('marsh')
  rule('A-R3', text)(file)
  return file
}

test('while a draft is open in the editor, no file, older version or published plan comes beside it; what was written stays, and then they may', async () => {
  const { world, familyId } = await withDraft()
  await beginDraft(world, { familyId, by: 'priya' })
  await write(world, familyId, 'Written in the editor.')
  expect(await replaceDraft(world, priya, familyId, fileWith('The file’s words.'))).toEqual(OPEN)
  expect(await restoreVersion(world, priya, { familyId, number: 1 })).toEqual(OPEN)
  const by = { by: 'priya', endorsedBy: 'joan', secondCheckBy: 'amina' }
  expect(await publishVersion(world, familyId, fileWith('Shown.'), by)).toMatchObject({ faults: [{ path: '$' }] })
  expect(await numbers(world, familyId)).toEqual([2, 1])

  expect(await finish(world, familyId)).toHaveProperty('versionId')
  expect(await ruleOfNewest(world, familyId)).toBe('Written in the editor.')
  expect(await replaceDraft(world, priya, familyId, fileWith('The file’s words.'))).toHaveProperty('versionId')
  expect(await restoreVersion(world, priya, { familyId, number: 1 })).toHaveProperty('versionId')
  expect(await numbers(world, familyId)).toEqual([5, 4, 3, 2, 1])
})

test('translations taken back while the editor is open are not taken; after it, they are in the plan with what was written', async () => {
  const world = await testWorld({ families: true })
  const { browser } = await deskOf(world, 'olu')
  const familyId = await familyIdOf(world, cast.wojcik)
  const url = `${await familyUrl(world, cast.wojcik)}`
  const before = await browser.get(`${url}/languages/pl`)
  const field = before.html.match(/name="text-([^"]+)"/)?.[1] ?? ''
  const opened = await browser.get(`${url}/plan/edit`)
  await browser.send(opened, MAIN)

  const kept = await browser.send(before, 'name="text-', { [`text-${field}`]: 'Nowe słowa.' })
  expect(wordsOn(kept.html)).toMatch(/Nothing was saved from here. Finish that draft first/)
  expect(kept.html).toContain('Nowe słowa.')
  const page = await browser.get(`${url}/languages/pl`)
  expect(wordsOn(page.html)).toMatch(/is being written, begun by .* Finish it first, then come back here/)
  expect(page.html).not.toContain('name="text-')
  expect(await numbers(world, familyId)).toEqual([1])

  const { revision } = theOne(await openDraftOf(world, familyId))
  expect(await finishDraft(world, { familyId, by: 'olu', revision })).toHaveProperty('versionId')
  const versionId = theOne((await versionsOf(world, familyId))[0]).versionId
  const given = { words: { [field]: 'Nowe słowa.' }, checked: new Set<string>(), checker: '', translator: 'Ewa' }
  const of = { familyId, language: 'pl', versionId }
  expect(await takeTyped(world, olu, of, given, plainly(world))).toEqual({ taken: 1 })
})

test('a version that waits for its hands: the pages say they are given anew before another takes its place, and then they are', async () => {
  const { world, familyId } = await withDraft()
  const asked = theOne(await draftOf(world, familyId)).versionId
  await giveHand(world, priya, { familyId, versionId: asked }, { kind: 'asked' })
  const { browser } = await deskOf(world, 'priya')
  const url = `${await familyUrl(world, cast.marsh)}/plan`
  const says = /A version waits to be published: Priya Nair asked for it.*every hand on it has to be given again/
  const begin = await browser.get(`${url}/edit`)
  expect(wordsOn(begin.html)).toMatch(says)
  await browser.send(begin, MAIN)
  expect(wordsOn((await browser.get(`${url}/finish`)).html)).toMatch(says)

  // Until it is finished, the one that waits still stands; afterwards no hand is laid on it any more.
  expect(theOne(await draftOf(world, familyId)).hands).toHaveLength(1)
  await finish(world, familyId)
  expect(theOne(await draftOf(world, familyId)).hands).toEqual([])
  expect(await giveHand(world, joan, { familyId, versionId: asked }, { kind: 'endorsed' })).toHaveProperty('refused')
})

test('a version that was sent back is opened by two at once, and finished by two at once: one draft, one version', async () => {
  const { world, familyId } = await withDraft()
  const of = { familyId, versionId: theOne(await draftOf(world, familyId)).versionId }
  await giveHand(world, priya, of, { kind: 'asked' })
  await giveHand(world, joan, of, { kind: 'sent-back', words: 'Say who rings.' })
  await Promise.all(['priya', 'joan'].map((by) => beginDraft(world, { familyId, by })))
  const open = await world.db.read.select().from(drafts).where(isNull(drafts.closedAt))
  expect(open).toMatchObject([{ basedOn: of.versionId }])
  const revision = open[0]?.revision ?? 0
  const done = await Promise.all(['priya', 'joan'].map((by) => finishDraft(world, { familyId, by, revision })))
  expect(done.filter((one) => 'versionId' in one)).toHaveLength(1)
  expect(done).toContainEqual({ refused: 'none' })
  expect(await numbers(world, familyId)).toEqual([3, 2, 1])
})

test('the editor opens the newest version, also when one was made at that very moment', async () => {
  const { world, familyId } = await withDraft()
  await Promise.all([made(world, familyId, 'A moment before.'), beginDraft(world, { familyId, by: 'priya' })])
  const newest = theOne((await versionsOf(world, familyId))[0])
  expect((await openDraftOf(world, familyId))?.basedOn).toBe(newest.versionId)
})

test('what waits is published while it is open in the editor: the draft goes on from it, and loses none of its words', async () => {
  const { world, familyId } = await withDraft('Shown meanwhile.')
  const of = { familyId, versionId: theOne(await draftOf(world, familyId)).versionId }
  await giveHand(world, priya, of, { kind: 'asked' })
  await beginDraft(world, { familyId, by: 'priya' })
  expect(await giveHand(world, joan, of, { kind: 'endorsed' })).toMatchObject({ published: true })
  await finish(world, familyId)
  expect(await ruleOfNewest(world, familyId)).toBe('Shown meanwhile.')
})

test('a draft behind a published plan says so, and its pages are one row of links on all of them', async () => {
  const world = await testWorld({ families: true })
  await publish(world, cast.marsh, rule('A-R3', 'Changed.'))
  const familyId = await familyIdOf(world, cast.marsh)
  await restoreVersion(world, priya, { familyId, number: 1 })
  const { browser } = await deskOf(world, 'priya')
  const url = await familyUrl(world, cast.marsh)
  const plan = await browser.get(`${url}/plan`)
  expect(wordsOn(plan.html)).toMatch(/The new version is not published yet\. The family reads the one of /)
  const row = (html: string) =>
    [...(html.match(/<nav[^>]*About this plan.*?<\/nav>/s)?.[0] ?? '').matchAll(/href="([^"]+)"/g)].map(([, to]) => to)
  const all = ['plan', 'plan/edit', 'findings', 'words', 'languages', 'plan/voices', 'versions'].map(
    (page) => `${url}/${page}`,
  )
  for (const page of all) expect(row((await browser.get(page)).html), page).toEqual(all)
  await browser.send(await browser.get(`${url}/plan/edit`), MAIN)
  for (const page of [`${url}/plan/edit/goals`, `${url}/plan/finish`])
    expect(row((await browser.get(page)).html), page).toEqual(all)
  expect((await browser.get(`${url}/versions`)).html).not.toContain('/restore"')
})
