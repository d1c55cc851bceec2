/** Somebody else to talk to: numbers an administrator sets, for who is inside and nobody else. */
import { expect, test } from 'vitest'
import { councilOf } from '#app/domain/council/council'
import { setHelplines } from '#app/domain/council/helplines'
import { kelly } from './cast'
import { comeIn, start } from './come-in'

const ada = { staffId: 'ada' }

test('stand on Help once inside; to anyone else they would tell what this is', async () => {
  const { world, site } = await start()
  const browser = await comeIn(world, site, kelly)
  const inside = (await browser.get('/help')).html
  expect(inside).toContain('If someone at home hurts or frightens you')
  expect(inside).toContain('href="tel:01632960301"')
  expect((await site.ask('/help')).body).not.toMatch(/01632960301|frightens|Childline/)
})

test('are kept as they are dialled; what cannot be dialled is refused at its place and changes nothing', async () => {
  const { world } = await start()
  const before = (await councilOf(world)).helplines
  expect(await setHelplines(world, ada, { abuse: 'ring us', men: '01632 960 302' })).toEqual({
    refused: { abuse: 'number-unclear' },
  })
  expect((await councilOf(world)).helplines).toEqual(before)
  expect(await setHelplines(world, ada, { abuse: '(01632) 960-301', deaf: '۰۱۶۳۲ ۹۶۰۳۰۳', men: ' ' })).toEqual({
    set: { abuse: '01632 960 301', deaf: '01632 960303' },
  })
  expect((await councilOf(world)).helplines).toEqual({ abuse: '01632 960 301', deaf: '01632 960303' })
})
