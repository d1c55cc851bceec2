/** What an administrator says of the council at the desk, and that what it was before is kept. */
import { expect, test } from 'vitest'
import { councilOf } from '#app/domain/council/council'
import { isOpen } from '#app/domain/council/opening-hours'
import { deskOf } from './at-the-desk'
import { wordsOn } from './visit'
import { testWorld } from './world'

const COUNCIL = 'name="part" value="council"'

test('the council is set at the desk, and what it was stands beside it with who changed it', async () => {
  const world = await testWorld({ families: true })
  const { browser, today } = await deskOf(world, 'ada')
  const holidays = JSON.stringify({
    'england-and-wales': { division: 'england-and-wales', events: [{ title: 'Christmas Day', date: '2026-12-25' }] },
  })
  const saved = await browser.send(today, COUNCIL, {
    ...{ open: 'Mo-Fr 08:30 – 16:30, sa 10:00-12:00', duty: '01632 960 777', holidays },
  })
  expect([saved.path, saved.status]).toEqual(['/desk/settings?saved', 200])
  const council = await councilOf(world)
  expect(council).toMatchObject({ dutyPhone: '+441632960777', bankHolidays: ['2026-12-25'], name: 'Demo City Council' })
  expect(isOpen(council, new Date('2026-11-28T11:00:00Z'))).toBe(true)
  expect(wordsOn(saved.html)).toMatch(/Number by day\s*: \+441632960777/)
  expect(wordsOn(saved.html)).toMatch(/Ada Grant\s*·\s*before:\s*\+441632960900/)
})

test('what cannot be read is given back, and nothing has changed', async () => {
  const world = await testWorld({ families: true })
  const { browser, today } = await deskOf(world, 'ada')
  const before = await councilOf(world)
  for (const [field, typed, why] of [
    ['open', 'MO-FR 17:00-09:00', 'cannot be read'],
    ['open', 'always', 'cannot be read'],
    ['duty', '12', 'cannot be read'],
    ['emergencyDuty', '', 'fill this in'],
    ['exit', 'http://www.bbc.co.uk/weather', 'cannot be read'],
    ['exit', 'javascript:alert(1)', 'cannot be read'],
    ['holidays', '25 December', 'cannot be read'],
    ['name', 'Coun\u202ecil', 'cannot be read'],
  ] as const) {
    const back = await browser.send(today, COUNCIL, { [field]: typed })
    expect([back.status, wordsOn(back.html)], field).toEqual([422, expect.stringContaining(why)])
    expect(back.forms.find(({ html }) => html.includes(COUNCIL))?.fields[field]).toBe(typed)
  }
  expect(await councilOf(world)).toEqual(before)
})
