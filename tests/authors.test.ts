/** Whoever wrote in a plan is its author, whoever pressed Finish: their word lets nothing in it stand. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { draftOf } from '#app/domain/council/drafts'
import { assignments, versions } from '#db/schema'
import { deskOf, familyUrl, MAIN } from './at-the-desk'
import * as cast from './cast'
import { familyIdOf, publicIdOf } from './desk-world'
import { type Page, pairsOf } from './visit'
import { testWorld } from './world'

const overruleLink = ({ links }: Page) => links.find((href) => href.includes('/findings/overrule'))

test.each([
  'joan',
  'olu',
])('%s writes in the editor and Tom finishes: she may not overrule, endorse or check', async (by) => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.harker)
  await world.db.write((db) => [
    db.insert(assignments).values({ familyId, staffId: 'olu', as: 'covering', from: '2026-01-01T00:00:00.000Z' }),
  ])
  const { browser: writer, site } = await deskOf(world, by)
  const { browser: tom } = await deskOf(world, 'tom', site)
  const url = await familyUrl(world, cast.harker)
  const start = await writer.send(await writer.get(`${url}/plan/edit`), MAIN)
  const [version] = await world.db.read.select().from(versions).where(eq(versions.familyId, familyId))
  const field = `${await publicIdOf(world, familyId, version?.document.plan.commitments[2]?.id ?? '')}.text`
  const parts = new Set([...start.links, ...(await writer.get(`${url}/plan/edit/people`)).links])
  for (const part of [...parts].filter((href) => /plan\/edit\/\w+$/.test(href))) {
    const page = await writer.get(part)
    const form = page.forms.find(({ html }) => html.includes(`name="${field}"`))
    if (!form) continue
    await writer.ask(
      form.action,
      'POST',
      pairsOf(form, { do: 'save', [field]: 'Take Craig to the church on Saturdays.' }),
    )
    break
  }
  await tom.send(await tom.get(`${url}/plan/finish`), 'name="revision"')
  expect((await draftOf(world, familyId))?.authors.toSorted()).toEqual([by, 'tom'].toSorted())

  expect(overruleLink(await writer.get(`${url}/findings`))).toBeUndefined()
  const ask = await tom.get(`${url}/ask`)
  expect(ask.html).not.toContain(`value="${by}"`)
  expect((await writer.get(`${url}/endorse`)).path).not.toBe(`${url}/endorse`)
  // Somebody who wrote nothing in it may.
  const { browser: other } = await deskOf(world, 'joan', site)
  expect(!!overruleLink(await other.get(`${url}/findings`))).toBe(by !== 'joan')
})
