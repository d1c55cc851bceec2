import { expect, test } from 'vitest'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
import { ownScales } from '#app/domain/said/scores'
import { readBy, situationOf } from './situation'
import { templates } from './templates'
import { testWorld } from './world'

test.each(templates)('the form of %s comes in, is published and goes out unchanged', async (_, file) => {
  const world = await testWorld({ families: true })
  const publish = { endorsedBy: 'amina', ...(file.domesticAbuse && { secondCheckBy: 'joan' }) }
  const found = await importFamily(world, file, { by: 'olu', publish })
  expect('faults' in found ? found.faults : []).toEqual([])
  const out = await exportFamily(world, file.reference)
  expect(JSON.stringify(out)).toBe(JSON.stringify(file))
})

test('in the safety plan the man under the order reads his own task and nothing of the way out', () => {
  const [, athome] = templates.map(([, file]) => file)
  if (!athome) throw new Error('The form is gone.')
  const his = JSON.stringify(readBy(situationOf(athome), 'rob'))
  expect(his).toContain('contact centre')
  expect(his).not.toMatch(/Dee|inhaler|library|yard|blue tin|Asthma|back/)
  const hers = JSON.stringify(readBy(situationOf(athome), 'dee'))
  expect(hers).toContain('blue tin')
  expect(hers).not.toMatch(/inhaler|yard|He comes to the door/)
})

test('on the scale for the whole a number is given as on a worry’s, and others’ are seen once one’s own is', () => {
  const map = templates[2]?.[1]
  const scored = (by: string, value: number) => ({ id: `X-${by}`, by, on: '2026-11-20', about: 'S', value })
  const whole = (scores: ReturnType<typeof scored>[], id: string) => {
    const file = { ...structuredClone(map), said: { scores } } as NonNullable<typeof map>
    file.plan.scale = { ...file.plan.scale, id: 'S' } as typeof file.plan.scale
    const plan = readBy(situationOf(file), id)?.plan
    return plan && { may: ownScales(plan).length, ...plan.scale?.scores }
  }
  expect(whole([scored('sol', 3)], 'eva')).toMatchObject({ may: 2, others: [] })
  expect(whole([scored('sol', 3), scored('eva', 6)], 'eva')).toMatchObject({
    mine: { value: 6 },
    others: [{ value: 3 }],
  })
  expect(whole([scored('sol', 3)], 'leo')).toMatchObject({ may: 0 })
})
