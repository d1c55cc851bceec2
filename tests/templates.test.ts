import { expect, test } from 'vitest'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
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
