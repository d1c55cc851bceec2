/** Who has a family when: away and covered, moved, left behind, restricted, opened in an emergency. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { leave } from '#app/domain/council/staff'
import * as tables from '#db/schema'
import { deskOf, familyUrl } from './at-the-desk'
import * as cast from './cast'
import { comeIn } from './come-in'
import { personOf } from './coming-in'
import { served } from './served'
import { wordsOn } from './visit'
import { testWorld } from './world'

const MARSH = 'Marsh family'

async function start() {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const desk = async (id: string) => (await deskOf(world, id, site)).browser
  const url = await familyUrl(world, cast.marsh)
  return { world, site, desk, url }
}

test('while Priya is away Olu has her family, on these days alone, and the family reads whom to ring', async () => {
  const { world, site, desk, url } = await start()
  const [priya, olu] = [await desk('priya'), await desk('olu')]
  expect((await olu.get(`${url}/plan`)).status).toBe(404)
  const days = { from: '2026-11-24', last: '2026-11-29', cover: 'olu' }
  const set = await priya.send(await priya.get('/desk/away'), 'name="cover"', days)
  expect([set.status, wordsOn(set.html)]).toEqual([200, expect.stringContaining('Olu Adebayo covers')])
  expect((await olu.get(`${url}/plan`)).status).toBe(404)

  world.clock.set('2026-11-24T10:00:00Z')
  const covering = await desk('olu')
  const handover = await covering.get(`${url}/handover`)
  expect([handover.status, wordsOn(handover.html)]).toEqual([200, expect.stringContaining('how safe to reach')])
  expect(wordsOn(handover.html)).toMatch(/Fri 27 Nov what Task Toni .*Not 27 November, I am on nights/)
  expect(wordsOn(handover.html)).toMatch(/Mon 30 Nov, 16:30 what Meeting/)
  const kelly = await comeIn(world, site, cast.kelly)
  const home = await kelly.get('/home')
  expect(wordsOn(home.html)).toMatch(/Priya is away until Monday,? 30 November\. Olu is covering\./)
  expect(home.html).toContain('tel:+441632960360')
  const plan = home.links.find((link) => /^\/p\/[^/]+$/.test(link))
  for (const page of ['now', 'changes'])
    expect(wordsOn((await kelly.get(`${plan}/${page}`)).html), page).toContain('Olu is covering')

  world.clock.set('2026-11-30T10:00:00Z')
  expect((await (await desk('olu')).get(`${url}/plan`)).status).toBe(404)
})

test('who leaves leaves no family alone: it stands first on the manager’s page, and the family reads the manager’s name, until somebody has it', async () => {
  const { world, site, desk, url } = await start()
  await leave(world, 'priya')
  const joan = await desk('joan')
  const team = wordsOn((await joan.get('/desk/team')).html)
  expect(team).toMatch(/Priya Nair has left/)
  expect(team.indexOf(MARSH)).toBeLessThan(team.indexOf('Harker family'))
  const kelly = await comeIn(world, site, cast.kelly)
  expect(wordsOn((await kelly.get('/home')).html)).toMatch(/does not work with you any more\. Joan is covering/)
  const moved = await joan.send(await joan.get(`${url}/move`), 'name="to"', { to: 'olu' })
  expect([moved.path, wordsOn(moved.html)]).toEqual(['/desk/team', expect.stringContaining('Worker: Olu Adebayo')])
  const olu = await desk('olu')
  // The check reads the plan as everybody, and each of them reads who their worker is: he stands in no file.
  for (const page of ['plan', 'findings']) expect((await olu.get(`${url}/${page}`)).status, page).toBe(200)
  expect(wordsOn((await kelly.get('/home')).html)).not.toContain('does not work with you')
})

test('only who is named opens or finds a restricted family, not even its manager, nor by breaking the glass', async () => {
  const { world, desk, url } = await start()
  const [joan, priya, olu] = [await desk('joan'), await desk('priya'), await desk('olu')]
  const [family] = await world.db.read
    .select()
    .from(tables.families)
    .where(eq(tables.families.reference, cast.marsh.reference))
  const row = { familyId: family?.id ?? '', by: 'joan', from: world.now().toISOString() }
  const alone = await joan.send(await joan.get(`${url}/restrict`), 'name="name-priya"', {})
  expect(alone.path).toBe('/desk/team')
  expect((await priya.get(`${url}/plan`)).status).toBe(200)
  expect((await joan.get(`${url}/plan`)).status).toBe(200)
  await world.db.write((db) => [
    db.delete(tables.restrictedTo),
    db.insert(tables.restrictedTo).values({ ...row, staffId: 'priya' }),
  ])
  expect((await joan.get(`${url}/plan`)).status).toBe(404)
  for (const page of ['/desk', '/desk/team', '/desk/families', '/desk/search?q=Marsh'])
    expect(wordsOn((await joan.get(page)).html), page).not.toContain(MARSH)
  const typed = { reference: cast.marsh.reference, reason: 'The school rang and Kelly is not there.' }
  const refused = await olu.send(await olu.get('/desk/glass'), 'name="reason"', typed)
  expect([refused.status, wordsOn(refused.html)]).toEqual([422, expect.stringContaining('Ring the duty manager')])
})

test('who breaks the glass has the family for four hours, says why, and its manager reads it', async () => {
  const { world, desk, url } = await start()
  const [olu, joan, ada] = [await desk('olu'), await desk('joan'), await desk('ada')]
  const typed = { reference: cast.marsh.reference, reason: 'Kelly rang: Danny is at the door.' }
  const short = await olu.send(await olu.get('/desk/glass'), 'name="reason"', { ...typed, reason: 'so' })
  expect(short.status).toBe(422)
  const opened = await olu.send(await olu.get('/desk/glass'), 'name="reason"', typed)
  expect([opened.path, opened.status]).toEqual([`${url}/handover`, 200])
  const team = await joan.get('/desk/team')
  expect(wordsOn(team.html)).toMatch(/Olu Adebayo opened the .*Danny is at the door/)
  const unusual = 'Olu Adebayo opened this family with a reason'
  expect(wordsOn((await joan.get('/desk')).html)).toContain(unusual)
  const read = await joan.send(team, 'name="notice"', {})
  expect(wordsOn((await joan.get('/desk')).html)).not.toContain(unusual)
  const inTrail = wordsOn((await joan.get(`${url}/trail`)).html)
  expect(inTrail).toContain('Olu Adebayo opened the family with a reason, without working with it')
  expect(inTrail).toContain('read why the family was opened')
  expect(wordsOn(read.html)).not.toContain('Danny is at the door')
  const trail = await world.db.read.select().from(tables.audit).where(eq(tables.audit.did, 'glass.broken'))
  expect(trail).toMatchObject([{ who: 'staff:olu' }])
  expect((await ada.get('/desk/glass')).status).toBe(404)
  world.clock.set('2026-11-23T14:00:01Z')
  expect((await (await desk('olu')).get(`${url}/plan`)).status).toBe(404)
})

test('who breaks the glass reads, and changes nothing: no number, nobody’s way in, nothing seen or begun', async () => {
  const { world, desk, url } = await start()
  const olu = await desk('olu')
  const typed = { reference: cast.marsh.reference, reason: 'Kelly rang: Danny is at the door.' }
  await olu.send(await olu.get('/desk/glass'), 'name="reason"', typed)
  const before = await world.db.read.select().from(tables.unread)
  const reach = (await olu.get(`${url}/people`)).links.find((link) => link.endsWith('/reach')) ?? ''
  const refused = await olu.send(await olu.get(reach), 'name="phone"', { phone: '07700 900999' })
  expect([reach, refused.status]).toEqual([expect.stringContaining(url), 404])
  const begun = await olu.send(await olu.get(`${url}/plan/edit`), `action="${url}/plan/edit"`, {})
  expect(begun.status).toBe(404)
  const seen = await olu.send(await olu.get('/desk'), '/seen"', {})
  expect(seen.status).toBe(404)
  expect(await world.db.read.select().from(tables.unread)).toEqual(expect.arrayContaining(before))
})

test('a manager who was made a worker manages nothing from then on', async () => {
  const { world, desk, url } = await start()
  const joan = await desk('joan')
  expect((await joan.get(`${url}/trail`)).status).toBe(200)
  await world.db.write((db) => [db.update(tables.staff).set({ role: 'worker' }).where(eq(tables.staff.id, 'joan'))])
  for (const page of ['trail', 'move', 'restrict', 'plan'])
    expect((await joan.get(`${url}/${page}`)).status, page).toBe(404)
})

test('who opens a family reads first of abuse, orders and who is kept apart, beside whom no number stands', async () => {
  const { world, desk } = await start()
  const { html } = await (await desk('tom')).get(`${await familyUrl(world, cast.harker)}/handover`)
  const words = wordsOn(html)
  const at = (some: string) => words.indexOf(some)
  expect(at('There is domestic abuse.')).toBeGreaterThan(0)
  expect(at('There is domestic abuse.')).toBeLessThan(at('What waits and what is due'))
  expect(words).toMatch(/Thu 26 Nov, 10:00 what Meeting/)
  expect(words.slice(at('They must not learn where'))).toMatch(/Craig Dunn.*Brenda Dunn/)
  expect(words).not.toContain('07700 900 234')
  expect(words).toContain('07700 900 201')
})

test('an administrator looks after staff and teams, and sees no family', async () => {
  const { desk, url } = await start()
  const ada = await desk('ada')
  const who = { name: 'Nadia Khan', id: 'nadia', role: 'manager', inTeam: 'north' }
  const added = await ada.send(await ada.get('/desk/staff'), 'name="phone"', who)
  expect([added.path, wordsOn(added.html)]).toEqual(['/desk/staff?saved', expect.stringContaining('Nadia Khan')])
  await ada.send(added, 'value="lead"', { of: 'north', lead: 'nadia' })
  expect(wordsOn((await (await desk('nadia')).get('/desk/team')).html)).toContain(MARSH)
  const left = await ada.send(await ada.get('/desk/staff/tom'), 'value="leave"', {})
  expect(wordsOn(left.html)).toMatch(/Tom Beckett .*left Monday 23 November/)
  expect(wordsOn(left.html)).not.toMatch(/Marsh|Harker|Wójcik/)
  for (const page of ['plan', 'handover', 'move', 'restrict'])
    expect((await ada.get(`${url}/${page}`)).status).toBe(404)
})

test('a family whose manager has left needs somebody until who leads the team takes it; a restricted one whose named staff all left, until an administrator says who has it', async () => {
  const { world, desk, url } = await start()
  const { familyId } = await personOf(world, cast.kelly)
  const from = world.now().toISOString()
  const nadia = { id: 'nadia', name: 'Nadia Khan', role: 'manager' as const, teamId: 'north', addedAt: from }
  await world.db.write((db) => [
    db.insert(tables.staff).values(nadia),
    db.update(tables.teams).set({ leadId: 'nadia' }).where(eq(tables.teams.id, 'north')),
    db.insert(tables.restrictedTo).values({ familyId, staffId: 'priya', by: 'joan', from }),
  ])
  await leave(world, 'joan')
  const lead = await desk('nadia')
  const listed = await lead.get('/desk/team')
  const all = wordsOn(listed.html)
  expect(all).toContain(cast.harker.reference)
  expect(all).not.toMatch(/Marsh|Harker|Wójcik/)
  const taken = wordsOn((await lead.send(listed, `value="take"`, {})).html)
  expect(taken).toContain('Harker family')

  await leave(world, 'priya')
  const ada = await desk('ada')
  const needs = await ada.get('/desk/staff')
  expect(wordsOn(needs.html)).toMatch(new RegExp(`${cast.marsh.reference} .{0,9}This family needs somebody`))
  expect(wordsOn(needs.html)).not.toContain('Marsh')
  expect(wordsOn((await lead.get('/desk/team')).html)).toContain('an administrator says who has it')
  const [family] = await world.db.read.select().from(tables.families).where(eq(tables.families.id, familyId))
  const given = { family: family?.publicId ?? '', manager: 'nadia' }
  const saved = await ada.send(needs, 'value="nobodys"', given)
  expect(wordsOn(saved.html)).not.toContain(cast.marsh.reference)
  expect((await ada.get(`${url}/plan`)).status).toBe(404)
  // She names whom she gives it to, and then it has a worker.
  await lead.send(await lead.get(`${url}/restrict`), 'name="name-olu"', { 'name-olu': 'on' })
  const moved = await lead.send(await lead.get(`${url}/move`), 'name="to"', { to: 'olu' })
  expect(wordsOn(moved.html)).toContain('Worker: Olu Adebayo')
  expect((await (await desk('olu')).get(`${url}/plan`)).status).toBe(200)
})
