/** Everything each person can reach, over HTTP, held against what the rule gives them. */
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { publishVersion } from '#app/domain/record/publish'
import { families, publicIds } from '#db/schema'
import * as cast from './cast'
import { comeIn } from './come-in'
import { allOf, caseIds, crawl, forbiddenRuns, runsFound, standing, textsIn } from './crawl'
import { addressOf, patterns } from './patterns'
import { served } from './served'
import { type CaseName, caseFile } from './situation'
import { allFor } from './speaking'
import type { Page, Visitor } from './visit'
import { type TestWorld, testWorld } from './world'

const viewers = JSON.parse(readFileSync('tests/viewers.json', 'utf8')) as Record<
  CaseName,
  Record<string, { must: string[]; mustNot: string[] }>
>

const everyone = [
  ['marsh', cast.kelly, 'en'],
  ['marsh', cast.danny, 'en'],
  ['marsh', cast.toni, 'en'],
  ['marsh', cast.bev, 'en'],
  ['harker', cast.leanne, 'en'],
  ['harker', cast.maureen, 'en'],
  ['harker', cast.ruth, 'en'],
  ['harker', cast.craig, 'en'],
  ['harker', cast.steve, 'en'],
  ['wojcik', cast.agnieszka, 'pl'],
  ['wojcik', cast.tomasz, 'pl'],
  ['wojcik', cast.magda, 'pl'],
  ['wojcik', cast.nasreen, 'ur'],
  ['wojcik', cast.kacper, 'en'],
] as const

async function familyOf(world: TestWorld, reference: string) {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, reference))
  if (!family) throw new Error(`${reference} is not there`)
  return family
}

/** A crawl would be over there. Nobody of a family gets anything of the desk: see routes.test. */
const SIGNED_OUT_BY = ['exit', 'me/sign-out', 'desk/sign-out']

/** What is reached by links, and what one gets by trying every address the portal has; `everyWay`: by other methods too. */
async function reach(visitor: Visitor, plan: string, everyWay: boolean): Promise<Map<string, Page>> {
  const known = patterns.filter((pattern) => !SIGNED_OUT_BY.includes(pattern))
  const pages = await crawl(
    visitor,
    known.map((pattern) => addressOf(pattern, { plan, family: plan })),
  )
  for (const path of [...pages.keys()]) {
    pages.set(`${path} twin`, await visitor.get(`${path}.data`))
    if (!everyWay) continue
    pages.set(`${path} HEAD`, await visitor.ask(path, 'HEAD'))
    pages.set(`${path} PUT`, await visitor.ask(path, 'PUT'))
  }
  return pages
}

const each = everyone.map(([name, who, language]) => ({ name, who, language, id: who.id }))

describe.each(each)('in the $name family, $id', ({ name, who, language }) => {
  test('reaches all that is theirs, and nothing else', async () => {
    const world = await testWorld({ families: true })
    const site = await served(world)
    const visitor = await comeIn(world, site, who, { language })
    const family = await familyOf(world, who.family)
    const given = await allFor(world, who, language)

    // How an address answers other methods is a matter of the address: one person of each kind of view tries them.
    const everyWay = [cast.kelly, cast.bev, cast.craig, cast.kacper].includes(who)
    const pages = await reach(visitor, family.publicId, everyWay)
    const faults = [...pages].filter(([, page]) => page.status >= 500)
    expect(faults.map(([path]) => path)).toEqual([])

    const all = [...pages.values()].map(allOf).join('\n')
    const listed = viewers[name][who.id] ?? { must: [], mustNot: [] }
    expect(listed.must.filter((text) => !all.includes(text))).toEqual([])
    expect(listed.mustNot.filter((text) => all.includes(text))).toEqual([])

    const file = caseFile(name)
    const forbidden = forbiddenRuns(file, given, language)
    const numbers = file.people
      .flatMap(({ phone }) => phone ?? [])
      .filter((phone) => phone !== who.phone && !textsIn(given).includes(phone))
    for (const [path, page] of pages) {
      expect(standing(caseIds(file), page.html), `case-file ids on ${path}`).toEqual([])
      expect(runsFound(forbidden, page), `words on ${path}`).toEqual([])
      const digits = page.html.replace(/[\s()-]/g, '')
      expect(
        numbers.filter((phone) => digits.includes(phone.slice(3))),
        `numbers on ${path}`,
      ).toEqual([])
    }
  })
})

test('what one may not see is the same to the byte as what never was', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const craig = await comeIn(world, site, cast.craig)
  const harker = await familyOf(world, cast.craig.family)
  const other = await familyOf(world, cast.kelly.family)
  const mine = await allFor(world, cast.craig)
  const shown = new Set(textsIn(mine))
  const all = await world.db.read.select().from(publicIds)
  // What he once said is his wherever it is about.
  const said = await world.db.read.query.said.findMany({ where: (row, { eq }) => eq(row.by, cast.craig.id) })
  const his = new Set(said.map(({ familyId, id }) => `${familyId} ${id}`))
  const hidden = all
    .filter(({ familyId, itemId, publicId }) => !shown.has(publicId) && !his.has(`${familyId} ${itemId}`))
    .map(({ publicId }) => publicId)
  const never = await craig.get('/p/AAAAAAAAAAAAAAAAAAAAAA/mine/AAAAAAAAAAAAAAAAAAAAAA')
  expect(never.status).toBe(404)

  const wrong = [`/p/${other.publicId}`, `/p/${other.publicId}/now`, `/p/${other.publicId}/log/new`]
  for (const id of hidden) {
    wrong.push(
      `/p/${harker.publicId}/mine/${id}`,
      `/p/${harker.publicId}/dates/${id}.ics`,
      `/p/${harker.publicId}/scale/${id}`,
    )
    wrong.push(`/p/${harker.publicId}/log/${id}/saved`, `/p/${harker.publicId}/not-mine/${id}`)
  }
  for (const path of wrong) {
    const page = await craig.get(path)
    expect([page.status, page.html], path).toEqual([404, never.html])
  }
  const desk = await craig.get(`/desk/families/${harker.publicId}/plan`)
  // The way in leads back to the address that was asked for, whatever is there.
  const asked = desk.html.replaceAll(harker.publicId, 'A'.repeat(22))
  expect(asked).toBe((await craig.get('/desk/families/AAAAAAAAAAAAAAAAAAAAAA/plan')).html)
  expect(desk.html).not.toContain('Harker')
})

test('a publication that changes only what is hidden from Craig changes no byte of his pages', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const craig = await comeIn(world, site, cast.craig)
  const family = await familyOf(world, cast.craig.family)
  const pages = async () => {
    const found = await reach(craig, family.publicId, false)
    return [...found].map(([path, { status, html, headers }]) => [path, status, html, { ...headers, date: undefined }])
  }
  const before = await pages()
  expect(before.length).toBeGreaterThan(20)

  const { said: _, ...document } = caseFile('harker')
  document.plan.rules.unshift({
    id: 'B-R0',
    text: 'Ruth keeps a spare key.',
    makesSure: ['ruth'],
    hiddenFrom: ['craigs-side'],
  })
  document.plan.meetings = document.plan.meetings?.filter(({ id }) => id !== 'M1')
  document.plan.worries[0]?.strengths?.push({ id: 'B1-S3', text: 'Leanne has a new job.' })
  document.people.push({
    id: 'ivy',
    name: 'Ivy Grant',
    relationship: 'aunt',
    kind: 'network',
    circle: 'inner',
    hiddenFrom: ['craigs-side'],
  })
  const published = await publishVersion(world, family.id, document, {
    by: 'tom',
    endorsedBy: 'joan',
    secondCheckBy: 'amina',
  })
  expect(published).toHaveProperty('versionId')

  expect(await pages()).toEqual(before)
})
