/** Before anything is sent: who will read it, by name, and never a name its writer may not know. */
import { expect, test } from 'vitest'
import { readersFor } from '#app/domain/access/who-reads-it'
import { narrowings } from '#db/schema'
import { type CastMember, craig, kacper, kelly } from './cast'
import { personOf } from './coming-in'
import { served } from './served'
import { signedIn } from './signed-in'
import { viewOf } from './speaking'
import { type TestWorld, testWorld } from './world'

const readers = async (world: TestWorld, who: CastMember, kind: 'answers' | 'checkIns' | 'scores') =>
  Object.fromEntries(
    (await readersFor(world, await viewOf(world, who), kind)).map(({ sharedWith, names }) => [sharedWith, names]),
  )

test('each audience is the people it reaches, of those in the writer’s own view', async () => {
  const world = await testWorld({ families: true })
  expect(await readers(world, kelly, 'checkIns')).toEqual({
    worker: [],
    inner: ['Danny', 'Nan', 'Toni'],
    network: ['Danny', 'Nan', 'Toni', 'Bev'],
  })
  expect(await readers(world, kacper, 'checkIns')).toEqual({ worker: [] })
  const craigs = await readers(world, craig, 'answers')
  expect(JSON.stringify(craigs)).not.toMatch(/Maureen|Ruth|Mo\b|Hannah|Lowe/)
})

test('whoever is shut to the writer since is not named', async () => {
  const world = await testWorld({ families: true })
  const { familyId } = await personOf(world, kelly)
  const row = { familyId, itemId: 'toni', shutTo: 'kelly', at: '2026-11-23T10:00:00.000Z', by: 'priya' }
  await world.db.write((db) => [db.insert(narrowings).values(row)])
  expect((await readers(world, kelly, 'checkIns')).inner).toEqual(['Danny', 'Nan'])
})

test('the form and the card say so', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { cookie, plan } = await signedIn(world, kelly)
  const page = async (path: string) => (await site.ask(plan + path, { headers: { Cookie: cookie } })).body
  expect(await page('/log/new')).toContain('Danny, Nan, Toni and Priya')
  expect(await page('/log/new')).not.toContain('know everything')
})
