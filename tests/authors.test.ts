/** Whoever wrote in a plan is its author, whoever pressed Finish: their word lets nothing in it stand. */
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { draftOf } from '#app/domain/council/drafts'
import { nextVersion } from '#app/domain/record/next-version'
import { restoreVersion } from '#app/domain/record/restore-version'
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

test('whose words are made the draft again is its author, beside whoever presses', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.harker)
  const [first] = await world.db.read.select().from(versions).where(eq(versions.familyId, familyId))
  if (!first) throw new Error('There is no plan.')
  const { document } = first
  for (const by of ['olu', 'tom'])
    await nextVersion(world, { familyId, by }, async () => ({ document, did: 'draft replaced' }))
  await world.db.write((db) => [
    db
      .update(versions)
      .set({ publishedAt: '2026-11-23T10:00:00.000Z' })
      .where(and(eq(versions.familyId, familyId), eq(versions.number, 3))),
  ])
  await restoreVersion(world, { staffId: 'joan', as: 'worker' }, { familyId, number: 2 })
  expect((await draftOf(world, familyId))?.authors.toSorted()).toEqual(['joan', 'olu'])
})
