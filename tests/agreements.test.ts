/** What somebody said of the whole plan, with a file or here: who reads it, and where. */
import { expect, test } from 'vitest'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
import { deskOf, familyUrl } from './at-the-desk'
import { bev, danny, kelly } from './cast'
import { served } from './served'
import { signedIn } from './signed-in'
import { caseFile } from './situation'
import { testWorld } from './world'

test('the newest of each person stands on the plan of who knows everything and at the desk; the worker alone reads what is for them', async () => {
  const world = await testWorld({ families: true })
  const file = caseFile('marsh')
  const agreements = [
    {
      id: 'G-1',
      by: 'kelly',
      on: '2026-11-18',
      as: 'family' as const,
      view: 'refuse' as const,
      words: 'Too many rules.',
    },
    { id: 'G-2', by: 'kelly', on: '2026-11-20', as: 'family' as const, view: 'partly' as const, words: 'Not rule 3.' },
    {
      id: 'G-3',
      by: 'toni',
      on: '2026-11-20',
      as: 'network' as const,
      view: 'refuse' as const,
      sharedWith: 'worker' as const,
    },
  ]
  const reference = 'CS-20999'
  const whole = { ...file, reference, said: { ...file.said, agreements } }
  await importFamily(world, whole, { by: 'priya', worker: 'priya', publish: { endorsedBy: 'joan' } })
  expect(await exportFamily(world, reference)).toEqual(whole)
  const site = await served(world)
  const planOf = async (who: typeof kelly) => {
    const { cookie, plan } = await signedIn(world, { ...who, family: reference })
    return (await site.ask(plan, { headers: { Cookie: cookie } })).body
  }
  for (const who of [kelly, danny]) {
    const body = await planOf(who)
    expect(body).toContain('agrees with part of the plan')
    expect(body).toContain('Not rule 3.')
    expect(body).not.toMatch(/does not agree with the plan|Too many rules/)
  }
  expect(await planOf(bev)).not.toMatch(/agrees with|Not rule 3/)
  const { browser } = await deskOf(world, 'priya', site)
  for (const page of ['plan', 'answers']) {
    const { html } = await browser.get(`${await familyUrl(world, { reference })}/${page}`)
    expect(html).toMatch(/agrees with part of the plan.*For the family.*does not agree with the plan.*For the network/)
  }
  expect((await browser.get(`${await familyUrl(world, { reference })}/log`)).html).toContain('Too many rules.')
})
