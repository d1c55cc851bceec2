/** What keeps people safe stands on the plan's own page, and a code word nowhere else. */

import { expect, test } from 'vitest'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { bev, type CastMember, kelly, marsh } from './cast'
import { dispatchDue } from './dispatch-due'
import { edited } from './edited'
import { publish } from './new-version'
import { served } from './served'
import { signedIn } from './signed-in'
import { testWorld } from './world'

const text = (id: string, words: string) => ({ id, text: words })

test('a code word is read on the plan’s page by whom it is for, behind a press, and stands in no other page, title or text', async () => {
  const world = await testWorld({ families: true })
  const safety = {
    bag: [text('S-1', 'Keys, money and the red folder.')],
    codeWord: [{ ...text('S-2', 'Say bluebird on the phone.'), onlyFor: ['kelly'] }],
    mayCollect: [{ id: 'S-3', child: 'alfie', who: ['bev'] }],
  }
  await edited(world, marsh.reference, { safety })
  const site = await served(world)
  const pagesOf = async (who: CastMember) => {
    const { cookie, plan } = await signedIn(world, who)
    return (path: string) => site.ask(path.replace('/plan', plan), { headers: { Cookie: cookie } })
  }
  const [hers, bevs] = [await pagesOf(kelly), await pagesOf(bev)]
  expect((await hers('/plan')).body).toMatch(/<details><summary>Show the code word<\/summary>.*bluebird/)
  for (const path of [
    '/home',
    '/plan/now',
    '/plan/paper',
    '/plan/people',
    '/plan/mine',
    '/plan/log',
    '/plan/scale',
    '/me',
  ])
    expect([path, (await hers(path)).body.includes('bluebird')]).toEqual([path, false])
  const other = (await bevs('/plan')).body
  expect(other).toContain('Who may collect the children')
  expect(other).not.toMatch(/bluebird|code word|red folder/)
  await dispatchDue(world)
  expect(JSON.stringify(world.sentTexts)).not.toContain('bluebird')
})

test('that a code word is another is told where changes are, and not what it is', async () => {
  const world = await testWorld({ families: true })
  const codeWord = (text: string) => (document: FamilyFile) => {
    document.plan.safety = { codeWord: [{ id: 'S-2', text, onlyFor: ['kelly'] }] }
  }
  await publish(world, marsh, codeWord('Say bluebird on the phone.'))
  const { cookie, plan } = await signedIn(world, kelly)
  await publish(world, marsh, codeWord('Say magpie on the phone.'))
  const { body } = await (await served(world)).ask(`${plan}/changes`, { headers: { Cookie: cookie } })
  expect(body).toContain('see it on the plan’s page')
  expect(body).not.toMatch(/bluebird|magpie/)
})
