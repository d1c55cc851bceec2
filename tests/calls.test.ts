/** "Please ring me": on the record, on the home page and at the desk, until it was made or is not needed any more. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { calls, people } from '#db/schema'
import { deskOf } from './at-the-desk'
import { bev, kelly, leanne } from './cast'
import { comeIn, start } from './come-in'

async function asked() {
  const { world, site } = await start({ at: '2026-11-23T10:06:00Z' })
  const browser = await comeIn(world, site, kelly, { phone: 'mine' })
  await browser.send(await browser.get('/home'), /log\/ring"/)
  const home = async () => browser.get('/home')
  const desk = async (press: string | RegExp, typed = {}) => {
    const { browser: priya, today } = await deskOf(world, 'priya', site)
    return priya.send(today, press, typed)
  }
  const onDesk = async () => row((await deskOf(world, 'priya', site)).today.html)
  return { world, site, browser, home, desk, onDesk }
}

/** What stands on the page, and no attribute of it. */
const row = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('on the home page', () => {
  test('stands when it was asked for, and who has read it; it is not asked for twice', async () => {
    const { home, desk } = await asked()
    const before = await home()
    expect(row(before.html)).toContain('Call asked for: Monday 23 November, 10:06am Priya has not read it yet.')
    expect(before.html).not.toContain('log/ring"')
    await desk(/seen"/)
    expect(row((await home()).html)).toContain('Priya read it: Monday 23 November, 10:06am.')
  })

  test('can be taken back, once, and says so to the worker, who has it to read', async () => {
    const { world, browser, home, onDesk } = await asked()
    const after = await browser.send(await home(), /\/cancel"/)
    expect(after.path).toBe('/home')
    expect(row(after.html)).not.toContain('Call asked for')
    expect(after.html).toContain('log/ring"')
    expect(await world.db.read.select().from(calls)).toMatchObject([{ how: 'cancelled', by: 'kelly' }])
    expect(await onDesk()).toContain('call taken back: Mon 23 Nov, 10:06')
    expect(await onDesk()).not.toContain('Rang:')
  })

  test('nobody takes back another’s, nor what asks for no call', async () => {
    const { world, site, home } = await asked()
    const [path = ''] = (await home()).html.match(/\/p\/[\w-]+\/log\/[\w-]+\/cancel/) ?? []
    const other = await comeIn(world, site, bev)
    expect((await other.get(path)).status).toBe(404)
    expect((await other.ask(path, 'POST', {})).status).toBe(404)
    expect(await world.db.read.$count(calls)).toBe(0)
  })
})

describe('at the desk', () => {
  test('that a message was left for somebody with safe times is asked once more, and no voicemail is what stands first', async () => {
    const { world, site } = await start({ at: '2026-11-23T10:06:00Z' })
    const browser = await comeIn(world, site, leanne, { phone: 'mine' })
    await browser.send(await browser.get('/home'), /log\/ring"/)
    const safeToText = { days: ['MO' as const], from: '09:30', to: '14:30' }
    await world.db.write((db) => [db.update(people).set({ safeToText }).where(eq(people.personId, 'leanne'))])
    const { browser: tom, today } = await deskOf(world, 'tom', site)
    const sure = await tom.send(today, /\/call"/, { how: 'left-message' })
    expect(row(sure.html)).toMatch(
      /Did you really leave a message for Leanne\?.*No voicemail: no answer.*I did leave a message/,
    )
    expect(await world.db.read.$count(calls)).toBe(0)
    await tom.send(sure, /name="sure"/, { how: 'no-answer' })
    expect(await world.db.read.select().from(calls)).toMatchObject([{ how: 'no-answer' }])
  })

  test('it stays, read or not, until it is written down how the call went', async () => {
    const { home, desk, onDesk } = await asked()
    await desk(/seen"/)
    expect(await onDesk()).toMatch(/please ring me.*Rang: Spoke No answer Left a message/)
    await desk(/\/call"/, { how: 'no-answer' })
    const page = row((await home()).html)
    expect(page).toContain('Priya rang at 10:06am and could not reach you. Priya tries again.')
    expect(page).toContain('Cancel the call')
    expect(page).not.toContain('Please ring me')
    expect(await onDesk()).toMatch(
      /please ring me.*rang, no answer: Mon 23 Nov, 10:06.*Rang: Spoke No answer Left a message/,
    )
    await desk(/\/call"/, { how: 'spoke' })
    expect(await onDesk()).not.toContain('please ring me')
    // Done with: it stands in the log, and the button is there again.
    const after = row((await home()).html)
    expect(after).not.toContain('Call asked for')
    expect(after).toContain('Please ring me')
  })

  test('logged by mistake, it is taken back within ten minutes, as the last thing done, and nothing else is', async () => {
    const { home, desk, onDesk } = await asked()
    await desk(/seen"/)
    await desk(/\/call"/, { how: 'spoke' })
    expect(await onDesk()).toContain('Kelly, call: Spoke. Undo')
    await desk(/\/desk\/undo"/)
    expect(await onDesk()).toMatch(/please ring me.*Rang: Spoke No answer Left a message/)
    expect(row((await home()).html)).toContain('Call asked for')
  })

  test('tried and not needed any more, it can still be taken back by who asked', async () => {
    const { world, browser, home, desk } = await asked()
    await desk(/\/call"/, { how: 'no-answer' })
    await browser.send(await home(), /\/cancel"/)
    expect(await world.db.read.select().from(calls)).toMatchObject([{ how: 'cancelled', by: 'kelly' }])
  })

  test('the first word on it stands, and a press without a word asks for one', async () => {
    const { world, site, desk, browser, home } = await asked()
    const waiting = await home()
    expect(row((await desk(/\/call"/)).html)).toContain('Please choose one.')
    await desk(/\/call"/, { how: 'spoke' })
    await browser.send(waiting, /\/cancel"/)
    expect(await world.db.read.select().from(calls)).toMatchObject([{ how: 'spoke', by: 'priya' }])
    world.clock.forward({ hours: 24 })
    expect(row((await (await comeIn(world, site, bev)).get('/home')).html)).not.toContain('Call asked for')
  })
})

describe('what is due today', () => {
  test('is said in one press; then the page says what was said, and asks no more', async () => {
    const { world, site } = await start({ at: '2026-11-23T10:06:00Z' })
    const browser = await comeIn(world, site, kelly)
    const home = await browser.get('/home')
    expect(row(home.html)).toMatch(/Go to the Monday recovery group.*Done Partly Couldn’t/)
    const saved = await browser.send(home, 'value="partly"', { result: 'partly' })
    expect(saved.path).toBe('/home')
    expect(row(saved.html)).toMatch(/Partly, saved 10:06am\. Priya has not read it yet\. Add a few words/)
    expect(saved.html).not.toContain('value="partly"')
    const words = await browser.get(saved.links.find((link) => link.includes('result=partly')) ?? '')
    expect(words.html).toMatch(/value="partly"[^>]*checked|checked[^>]*value="partly"/)
  })
})
