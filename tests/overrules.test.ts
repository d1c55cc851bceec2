/** Words the check found, which somebody who did not write the plan lets stand: by its pages, in browsers without script. */
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { checkFamily } from '#app/domain/record/check-family'
import { verifyAudit } from '#app/domain/trail/audit'
import { audit, overrules, versions } from '#db/schema'
import { deskOf, MAIN } from './at-the-desk'
import { changed } from './broken-files'
import { served } from './served'
import { caseFile } from './situation'
import { type Page, wordsOn } from './visit'
import { testWorld } from './world'

const says = (page: Page) => wordsOn(page.html)
const LEAK = { 'plan.commitments.2.text': 'Take Craig to the church on Saturdays.' }
const LEAK_FREE = { 'plan.commitments.2.text': 'Take Craig for a walk.' }
const FAMILY = { reference: 'CS-99999', familyName: 'Hill family' }

/** Tom adds a family whose plan would tell Steve of the church; the browsers of those who may have to do with it. */
async function added(changes: Record<string, unknown> = {}) {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const desk = async (staffId: string) => (await deskOf(world, staffId, site)).browser
  const author = await desk('tom')
  const file = (more: Record<string, unknown> = {}) =>
    JSON.stringify(changed('harker', { ...FAMILY, ...LEAK, ...changes, ...more }))
  const page = await author.send(await author.get('/desk/families/new'), 'name="pasted"', { pasted: file() })
  const url = page.path.replace(/\/plan$/, '')
  const overruleLink = (of: Page) => of.links.find((href) => href.includes('/findings/overrule')) ?? ''
  return { world, author, desk, url, file, overruleLink }
}

const published = ({ world }: Awaited<ReturnType<typeof added>>, reference = FAMILY.reference) =>
  checkFamily(world, reference).then(({ plan }) => plan === 'published')

test('where there is domestic abuse a manager’s word is enough to ask, and the second check has to say the same', async () => {
  const of = await added()
  const { world, author, desk, url, overruleLink } = of
  const asking = await author.get(`${url}/ask`)
  expect(says(asking)).toContain('“church” would tell Steve Dunn what is kept from them.')
  expect(asking.html).not.toContain('name="checker"')

  const toms = await author.get(`${url}/findings`)
  expect(says(toms)).toContain('Must be put right before the plan is published: 1')
  expect(says(toms)).toMatch(
    /Take Craig to the church on Saturdays\.\s+“church” would tell Steve what is kept from them/,
  )
  expect(toms.html).toContain('<mark>church</mark>')
  expect(toms.links).toContainEqual(expect.stringMatching(/\/plan\/edit#item-[\w-]{22}$/))
  expect(overruleLink(toms)).toBe('')
  expect((await author.get(`${url}/findings/overrule?which=anything`)).path).toBe(`${url}/findings`)

  const joan = await desk('joan')
  const page = await joan.get(overruleLink(await joan.get(`${url}/findings`)))
  expect(says(await joan.send(page, MAIN, { words: ' ' }))).toContain('Say why first.')
  const done = await joan.send(page, MAIN, { words: 'Everybody knows that church.' })
  expect(done.path).toBe(`${url}/findings`)
  expect(says(done)).toMatch(
    /“church” may stay\. Steve can read it\. soft Joan Petrie decided this\..*Everybody knows that church\./,
  )
  expect((await joan.send(page, MAIN, { words: 'Everybody knows that church.' })).path).toBe(`${url}/findings`)
  expect(await world.db.read.$count(overrules)).toBe(1)
  expect(await world.db.read.$count(audit, eq(audit.did, 'leak overruled'))).toBe(1)

  await author.send(await author.get(`${url}/ask`), MAIN, { checker: 'olu' })
  await joan.send(await joan.get(`${url}/endorse`), MAIN)
  const olu = await desk('olu')
  const check = await olu.get(`${url}/check`)
  for (const href of check.links.filter((one) => one.includes('/as/'))) await olu.get(href)
  const refused = await olu.send(await olu.get(`${url}/check`), MAIN)
  expect(says(refused)).toContain('“church” would tell Steve Dunn what is kept from them.')
  expect(await published(of)).toBe(false)
  const olus = await olu.get(overruleLink(await olu.get(`${url}/findings`)))
  await olu.send(olus, MAIN, { words: 'I asked Leanne. He knows.' })
  expect((await olu.send(await olu.get(`${url}/check`), MAIN)).path).toBe('/desk?done=second-checked')
  expect(await published(of)).toBe(true)
  expect((await verifyAudit(world, {})).brokenAt).toBeUndefined()
})

test('what was decided is not asked again in the next plan, but for a new reader, another word, and by whoever wrote it', async () => {
  const of = await added({ domesticAbuse: undefined })
  const { author, desk, url, file, overruleLink, world } = of
  const joan = await desk('joan')
  const decide = async () =>
    joan.send(await joan.get(overruleLink(await joan.get(`${url}/findings`))), MAIN, { words: 'It is known.' })
  await decide()
  const replace = async (more: Record<string, unknown>) =>
    author.send(await author.get(`${url}/replace`), MAIN, { pasted: file(more) })
  const blocks = async () => (await checkFamily(world, FAMILY.reference)).counts.blocks

  await replace({ 'plan.rules.3.text': 'Nobody drives past the CHURCH.' })
  const both = await checkFamily(world, FAMILY.reference)
  // Rule 4 is Craig's too, and he was not decided about.
  expect(both.findings.filter(({ blocks }) => blocks).map(({ path, for: who }) => [path, who])).toEqual([
    ['$.plan.rules[3].text', ['craig', 'steve']],
  ])
  await decide()
  expect(await blocks()).toBe(0)
  await replace({ 'plan.commitments.2.text': 'Take Craig to the church by bus.' })
  expect(await blocks()).toBe(1)
  await replace({})
  expect(await blocks()).toBe(0)
  // Somebody new who would read it is asked about.
  await replace({ 'plan.commitments.2.onlyFor': ['steve', 'craig'], 'plan.commitments.2.person': 'craig' })
  expect(await blocks()).toBe(0)
  // A plan that Joan wrote herself: her own word does not count for it.
  const [family] = await world.db.read.select().from(versions).where(eq(versions.madeBy, 'tom')).limit(1)
  expect(family).toBeDefined()
  // By hand, against what keeps a published version as it is.
  await world.db.write((db) => [db.run(sql`drop trigger published_never_changes`)])
  await world.db.write((db) => [db.update(versions).set({ madeBy: 'joan' }).where(eq(versions.madeBy, 'tom'))])
  expect(await blocks()).toBe(1)
})

test('it can be taken back, by anybody who works with the family, and then it stands in the way again', async () => {
  const of = await added({ domesticAbuse: undefined })
  const { world, author, desk, url, overruleLink } = of
  const joan = await desk('joan')
  await joan.send(await joan.get(overruleLink(await joan.get(`${url}/findings`))), MAIN, { words: 'It is known.' })
  expect(says(await author.get(`${url}/ask`))).toContain('nothing in it tells anyone')
  await author.send(await author.get(`${url}/ask`), MAIN)
  const list = await author.get(`${url}/findings`)
  const back = await author.send(list, 'name="decided"')
  expect(back.path).toBe(`${url}/findings`)
  expect(says(back)).toContain('Must be put right before the plan is published: 1')
  expect(says(back)).not.toContain('may stay. Steve')
  expect((await author.send(list, 'name="decided"')).path).toBe(`${url}/findings`)
  expect(await world.db.read.$count(overrules)).toBe(2)
  expect(says(await joan.send(await joan.get(`${url}/endorse`), MAIN))).toContain('“church” would tell')
  expect(await published(of)).toBe(false)
})

test('whoever looks a second time finds what is new since somebody beside its author last looked, and what else there is', async () => {
  const { author, desk, url, file } = await added(LEAK_FREE)
  await author.send(await author.get(`${url}/ask`), MAIN, { checker: 'olu' })
  const joan = await desk('joan')
  expect(says(await joan.get(`${url}/endorse`))).not.toContain('to look at.')
  await joan.send(await joan.get(`${url}/send-back`), MAIN, { words: 'Rule 2 is not what we agreed.' })
  const pasted = file({ 'plan.rules.1.text': 'The key is with Mum.', 'plan.rules.2.makesSure': [] })
  await author.send(await author.get(`${url}/replace`), MAIN, { pasted })
  const ask = await author.get(`${url}/ask`)
  expect(says(ask)).toContain('3 smaller things to look at:')
  await author.send(ask, MAIN, { checker: 'olu' })
  const olu = await desk('olu')
  expect(says(await olu.get(`${url}/check`))).toContain('3 smaller things to look at:')
  const list = says(await olu.get(`${url}/findings`))
  expect(list).toMatch(
    /Rules nobody makes sure of .*New or changed since somebody else last looked .*The key is with Mum\./,
  )
  expect(list).toContain('None of these keeps the plan from being published.')
})

test('a decision is about whom the words told of then: somebody of that name who comes into the plan is asked about anew', async () => {
  const pub = 'Take Craig to the Rosalind on Saturdays.'
  const of = await added({
    domesticAbuse: undefined,
    giveaways: [{ words: ['Rosalind'], keepFrom: ['craigs-side'] }],
    'plan.commitments.2.text': pub,
  })
  const { author, desk, url, file, overruleLink, world } = of
  const blocks = async () => (await checkFamily(world, FAMILY.reference)).counts.blocks
  const joan = await desk('joan')
  await joan.send(await joan.get(overruleLink(await joan.get(`${url}/findings`))), MAIN, { words: 'It is a pub.' })
  expect(await blocks()).toBe(0)
  const bringIn = async (more: Record<string, unknown>) =>
    (await author.send(await author.get(`${url}/replace`), MAIN, { pasted: file({ ...base, ...more }) })).path
  const base = { giveaways: [{ words: ['Rosalind'], keepFrom: ['craigs-side'] }], 'plan.commitments.2.text': pub }
  const at = `people.${caseFile('harker').people.length}`
  const rosalind = { id: 'rosalind', name: 'Rosalind Quill', relationship: 'friend', kind: 'network', circle: 'inner' }
  expect(await bringIn({ [at]: { ...rosalind, hiddenFrom: ['craigs-side'] } })).toBe(`${url}/plan`)
  expect(await blocks()).toBe(1)
  await bringIn({})
  expect(await blocks()).toBe(0)
})
