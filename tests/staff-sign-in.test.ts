/** A council's staff sign in with what they have: against a real provider, over HTTP. */
import { eq } from 'drizzle-orm'
import { generateKeyPair, SignJWT } from 'jose'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leave } from '#app/domain/council/staff'
import { wayIn } from '#app/edge/signing-in.server'
import { staffProvider } from '#app/edge/staff-provider.server'
import { audit, said, staff, staffAccounts, staffSessions } from '#db/schema'
import { councilBrowser } from './council-browser'
import { form, served } from './served'
import { CLIENT, type CouncilProvider, councilProvider } from './stand-ins/council-provider'
import { type TestWorld, testWorld } from './world'

const HOME = 'https://portal.example'
const ROLES = [
  ['manager', 'Portal.Manager'],
  ['worker', 'Portal.Worker'],
  ['worker', '0aa3f5c2-groups-are-ids'],
  ['administrator', 'Portal.Admin'],
] as const

const priya = { preferred_username: 'priya', name: 'Priya Nair', roles: ['Portal.Worker'] }
const joan = { preferred_username: 'joan', name: 'Joan Petrie', roles: ['Portal.Manager'] }
/** As Microsoft's Entra ID says it. */
const nia = {
  ...{ oid: '5f2e1c9a-0000-4000-8000-000000000001', tid: '9b1d2f3a-0000-4000-8000-000000000002' },
  ...{ preferred_username: 'Nia.Rees@council.example', upn: 'Nia.Rees@council.example', name: 'Nia Rees' },
  groups: ['0aa3f5c2-groups-are-ids', 'other'],
}

let provider: CouncilProvider
let world: TestWorld
let site: Awaited<ReturnType<typeof served>>

const settingsAt = (issuer: string, more: { staffClaim?: string; rolesClaim?: string } = {}) => ({
  ...{ issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, staffClaim: 'preferred_username' },
  ...{ rolesClaim: undefined, roles: ROLES.map(([role, word]): [typeof role, string] => [role, word]), ...more },
})
const providerOf = (issuer: string, more = {}) => staffProvider(settingsAt(issuer, more), () => HOME)

async function portalWith(issuer: string, more = {}) {
  const w = await testWorld({ families: true, at: new Date().toISOString() })
  w.settings.mode = 'live'
  return { w, at: await served(w, { staffProvider: providerOf(issuer, more) }) }
}

beforeAll(async () => {
  provider = await councilProvider({ portal: HOME })
})
beforeEach(async () => {
  ;({ w: world, at: site } = await portalWith(provider.issuer))
  await provider.tell({ sits: 'p1', accounts: { p1: priya, j1: joan, n1: nia }, hangs: false, codeTtl: 60 })
})

const browser = (at = site) => councilBrowser(at, HOME)
const did = async () =>
  (await world.db.read.select().from(audit)).map((row) => row.did).filter((one) => /^staff/.test(one))
const signedIn = async (path = '/desk') => {
  const b = browser()
  return { b, stop: await b.go(`/desk/sign-in/go?to=${encodeURIComponent(path)}`) }
}

describe('signing in', () => {
  test('a worker whom we know comes in by one press, to where they wanted to go, and stands in the trail', async () => {
    const b = browser()
    const door = await b.go('/desk/families?x=1')
    expect(b.path(door)).toBe('/desk/sign-in?to=%2Fdesk%2Ffamilies%3Fx%3D1')
    const press = door.html.match(/href="(\/desk\/sign-in\/go[^"]*)"/)?.[1] ?? ''
    const page = await b.go(press)
    expect([b.path(page), page.status]).toEqual(['/desk/families?x=1', 200])
    expect(page.html).toContain('Priya Nair')
    expect(page.html).toContain('Marsh')
    expect([...b.cookies().keys()]).toEqual(['__Host-desk'])
    expect(await did()).toEqual(expect.arrayContaining(['staff.account-linked', 'staff.signed-in']))
    expect(await did()).not.toContain('staff.added')
  })

  test('asks with a challenge, a state and a nonce, which nobody but this browser can bring back', async () => {
    const { headers } = await browser().once('/desk/sign-in/go')
    const asked = new URL(headers.get('Location') ?? '').searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('response_type')).toBe('code')
    for (const one of ['state', 'nonce', 'code_challenge']) expect(asked.get(one)).toMatch(/^[\w-]{43}$/)
    const [kept = ''] = headers.getSetCookie()
    expect(kept).toMatch(/^__Host-signing-in=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/)
    expect(kept).not.toContain(asked.get('state') ?? '?')
  })

  test('somebody with a role whom we do not know is added, without a family, by Entra ID’s shape of claims', async () => {
    await provider.tell({ sits: 'n1' })
    const { b, stop } = await signedIn()
    expect([b.path(stop), stop.status]).toEqual(['/desk', 200])
    expect(stop.html).not.toContain('Marsh')
    const known = await world.db.read.select().from(staff)
    expect(known.find(({ id }) => id === 'nia-rees')).toMatchObject({ name: 'Nia Rees', role: 'worker', teamId: null })
    expect(await did()).toContain('staff.added')
    // By their own id from now on, whatever they are called.
    await provider.tell({ accounts: { n1: { ...nia, preferred_username: 'nia.evans@council.example' } } })
    await signedIn()
    expect((await world.db.read.select().from(staff)).length).toBe(known.length)
  })

  test('in two tabs at once both come in, and nobody is added twice', async () => {
    await provider.tell({ sits: 'n1' })
    const b = browser()
    const tabs = [
      await b.go('/desk/sign-in/go', { until: 'back?' }),
      await b.go('/desk/sign-in/go?to=/desk/texts', { until: 'back?' }),
    ]
    const [one, two] = [await b.go(tabs[0]?.url ?? ''), await b.go(tabs[1]?.url ?? '')]
    expect([b.path(one), b.path(two)]).toEqual(['/desk', '/desk/texts'])
    const apart = [browser(), browser()]
    await provider.tell({ sits: 'z1', accounts: { z1: { ...nia, preferred_username: 'zoe@council.example' } } })
    const stops = await Promise.all(apart.map((each) => each.go('/desk/sign-in/go')))
    expect(stops.map(({ status }) => status)).toEqual([200, 200])
    expect(await world.db.read.$count(staffAccounts)).toBe(2)
  })

  test.each([
    '//evil.example/desk',
    'https://evil.example/desk',
    '/\\evil.example',
    '/desk//evil.example',
    '/desk/../exit',
    '/p/x',
    '/desk/%2e%2e/exit\r\nSet-Cookie: a=b',
    '/desk\t/x',
    '/desk@evil.example',
    '/deskevil',
    '/desk/%2e%2e/exit',
    '/desk/%73ign-out',
    '/desk/sign-out',
    '/desk/sign-in/go',
    'javascript:alert(1)',
    '',
  ])('leads nowhere but to our own desk: %j', async (to) => {
    expect(wayIn(to)).toBe('/desk')
    const { b, stop } = await signedIn(to)
    expect(b.path(stop)).toBe('/desk')
  })
})

describe('who is not let in', () => {
  const why = async (claims: Record<string, unknown>, more = {}) => {
    await provider.tell({ sits: 'x1', accounts: { x1: claims } })
    const { w, at } = await portalWith(provider.issuer, more)
    const b = browser(at)
    const stop = await b.go('/desk/sign-in/go')
    expect(b.cookies().has('__Host-desk')).toBe(false)
    expect(await w.db.read.$count(staffSessions)).toBe(0)
    expect((await b.go('/desk')).html).not.toContain('Marsh')
    return [stop.status, stop.html] as const
  }

  test('nobody without a role, and the page says whom to ask', async () => {
    const [status, html] = await why({ ...priya, roles: ['Something.Else'] })
    expect(status).toBe(403)
    expect(html).toContain('it has no role here yet')
    expect(html).toContain('Ask your manager')
  })

  test('nobody whose groups were left out of what came, and the page says what to change', async () => {
    const left = { ...nia, groups: undefined, _claim_names: { groups: 'src1' } }
    expect((await why(left))[1]).toContain('too many groups')
  })

  test('nobody by an address that was not verified', async () => {
    const mail = { email: 'priya', email_verified: false, roles: ['Portal.Worker'] }
    expect((await why(mail, { staffClaim: 'email' }))[1]).toContain('has not checked your e-mail')
  })

  test('nobody whom nothing is called by', async () => {
    expect((await why({ roles: ['Portal.Worker'] }))[1]).toContain('did not say what your account is called')
  })

  test('nobody whom the provider itself does not let in', async () => {
    await provider.tell({ sits: '' })
    const { stop } = await signedIn()
    expect([stop.status, stop.html]).toEqual([403, expect.stringContaining('did not let you in')])
  })

  test('no other account that has taken somebody’s name', async () => {
    await signedIn()
    await provider.tell({ sits: 'x2', accounts: { x2: priya } })
    const { stop } = await signedIn()
    expect([stop.status, stop.html]).toEqual([403, expect.stringContaining('Somebody else here has the name')])
  })

  test('nobody who has left: out of every browser at once, and not in again; their name is free for who comes next', async () => {
    const { b } = await signedIn()
    await leave(world, 'priya')
    expect(b.path(await b.go('/desk'))).toBe('/desk/sign-in')
    expect((await signedIn()).stop.html).toContain('noted as having left')
    await provider.tell({ sits: 'p2', accounts: { p2: { ...priya, name: 'Priya Shah' } } })
    const next = await signedIn()
    expect(next.stop.html).toContain('Priya Shah')
    expect(next.stop.html).not.toContain('Marsh')
  })
})

describe('what the council says of a role', () => {
  test('holds from the next sign-in on, in every browser', async () => {
    const { b } = await signedIn()
    await provider.tell({ accounts: { p1: { ...priya, roles: ['Portal.Admin'] } } })
    await signedIn()
    expect(b.path(await b.go('/desk'))).toBe('/desk/settings')
    expect(await did()).toContain('staff.role-administrator')
  })

  test('and when it is taken away, all their browsers are out', async () => {
    const { b } = await signedIn()
    await provider.tell({ accounts: { p1: { ...priya, roles: [] } } })
    expect((await signedIn()).stop.status).toBe(403)
    expect(b.path(await b.go('/desk'))).toBe('/desk/sign-in')
  })
})

describe('what comes back and is not what was given out', () => {
  const bounced = async (change: (url: URL) => void) => {
    const b = browser()
    const { url } = await b.go('/desk/sign-in/go', { until: '/desk/sign-in/back?' })
    const back = new URL(url)
    change(back)
    return { b, stop: await b.go(back.href) }
  }
  const START_AGAIN = [400, expect.stringContaining('Please start again')]

  test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['a code twice', (url: URL) => url.searchParams.append('code', 'x')],
  ])('%s', async (_what, change) => {
    const { b, stop } = await bounced(change)
    expect([stop.status, stop.html]).toEqual(START_AGAIN)
    expect(b.cookies().has('__Host-desk')).toBe(false)
    expect(stop.html).not.toMatch(/Error|node_modules/)
  })

  test('in another browser', async () => {
    const { url } = await browser().go('/desk/sign-in/go', { until: '/desk/sign-in/back?' })
    const stop = await browser().go(url)
    expect([stop.status, stop.html]).toEqual(START_AGAIN)
  })

  test('a second time: whoever is in stays in, whoever is not gets nothing', async () => {
    const b = browser()
    const { url } = await b.go('/desk/sign-in/go', { until: '/desk/sign-in/back?' })
    const kept = b.cookies().get('__Host-signing-in') ?? ''
    expect(b.path(await b.go(url))).toBe('/desk')
    expect(b.path(await b.go(url))).toBe('/desk')
    b.cookies().clear()
    b.cookies().set('__Host-signing-in', kept)
    const again = await b.go(url)
    expect([again.status, again.html]).toEqual(START_AGAIN)
    expect(await world.db.read.$count(staffSessions)).toBe(1)
  })

  test('a code that is too old, and a sign-in that took longer than ten minutes', async () => {
    await provider.tell({ codeTtl: 1 })
    const b = browser()
    const { url } = await b.go('/desk/sign-in/go', { until: '/desk/sign-in/back?' })
    await new Promise((later) => setTimeout(later, 2100))
    const old = await b.go(url)
    expect([old.status, old.html]).toEqual(START_AGAIN)
    await provider.tell({ codeTtl: 60 })
    const late = await b.go('/desk/sign-in/go', { until: '/desk/sign-in/back?' })
    world.clock.forward({ minutes: 10, seconds: 1 })
    expect((await b.go(late.url)).status).toBe(400)
  })

  test('a cookie that somebody made up', async () => {
    for (const made of ['', 'x', 'A'.repeat(60), 'A'.repeat(500)]) {
      const b = browser()
      b.cookies().set('__Host-signing-in', made)
      expect((await b.go('/desk/sign-in/back?state=x&code=y')).status).toBe(400)
    }
  })

  test('a code that was made for another challenge or with none, and a token with another nonce or for another client', async () => {
    const ours = providerOf(provider.issuer)
    const underWay = await ours.begin()
    const b = browser()
    const bare = new URL(underWay.url)
    bare.searchParams.delete('code_challenge')
    bare.searchParams.delete('code_challenge_method')
    const refused = await b.go(bare.href, { until: '/desk/sign-in/back?' })
    expect(new URL(refused.url).searchParams.get('error')).toBe('invalid_request')
    for (const wrong of [{ verifier: 'x'.repeat(43) }, { nonce: 'x'.repeat(43) }]) {
      const { url } = await b.go(underWay.url, { until: '/desk/sign-in/back?' })
      await expect(ours.finish(new URL(url), { ...underWay, ...wrong })).rejects.toThrow('does not come from')
    }
    const another = new URL(underWay.url)
    another.searchParams.set('client_id', 'another')
    another.searchParams.set('redirect_uri', 'https://another.example/back')
    const { url } = await b.go(another.href, { until: 'another.example/back?' })
    await expect(
      ours.finish(new URL(url.replace('https://another.example/back', `${HOME}/desk/sign-in/back`)), underWay),
    ).rejects.toThrow('does not come from')
  })
})

describe('the provider', () => {
  test('may change its keys between two sign-ins, at once', async () => {
    await signedIn()
    await provider.tell({ newKeys: true })
    const { b, stop } = await signedIn()
    expect([b.path(stop), stop.status]).toEqual(['/desk', 200])
  })

  // What it signs is good for ten minutes by its own clock.
  test.each([
    [50_000, 200],
    [-630_000, 200],
    [-700_000, 400],
  ])('may have a clock %i ms from ours: %i', async (aheadMs, status) => {
    const other = await councilProvider({ portal: HOME, aheadMs })
    await other.tell({ sits: 'p1', accounts: { p1: priya } })
    const { at } = await portalWith(other.issuer)
    expect((await browser(at).go('/desk/sign-in/go')).status).toBe(status)
    await other.stop()
  })

  test('may be gone: the page says so, before and in the middle', async () => {
    const other = await councilProvider({ portal: HOME })
    await other.tell({ sits: 'p1', accounts: { p1: priya } })
    const { at } = await portalWith(other.issuer)
    const b = browser(at)
    const { url } = await b.go('/desk/sign-in/go', { until: '/desk/sign-in/back?' })
    await other.stop()
    // What it said of itself a moment ago is not asked again.
    await new Promise((later) => setTimeout(later, 1000))
    for (const path of ['/desk/sign-in/go', url]) {
      const stop = await b.go(path)
      expect([stop.status, stop.html]).toEqual([503, expect.stringContaining('does not answer just now')])
      expect(stop.html).not.toMatch(/ECONNREFUSED|Error|node_modules/)
    }
    expect((await b.go('/desk/sign-in')).status).toBe(200)
  })

  test('is asked what it says of itself once, however many press the button at once', async () => {
    const before = await provider.looks()
    await Promise.all(Array.from({ length: 30 }, () => browser().once('/desk/sign-in/go')))
    expect((await provider.looks()) - before).toBe(1)
  })

  test('may hang: five seconds, then the page says so', async () => {
    await provider.tell({ hangs: true })
    const began = performance.now()
    const stop = await browser().go('/desk/sign-in/go')
    expect(stop.status).toBe(503)
    expect(performance.now() - began).toBeLessThan(8000)
    await provider.tell({ hangs: false })
  })
})

describe('signing out', () => {
  test('ends both ends: here first, then there, and the next press asks who one is', async () => {
    const { b } = await signedIn()
    const out = await b.go('/desk/sign-out', { fields: {} })
    expect([b.path(out), out.status]).toEqual(['/desk/signed-out', 200])
    const there = out.headers.get('Refresh')?.replace('0; url=', '') ?? ''
    expect(there).toContain(`${provider.issuer}/session/end?`)
    expect(there).not.toContain('id_token')
    const asks = await b.go(there)
    const xsrf = asks.html.match(/name="xsrf" value="([^"]+)"/)?.[1] ?? ''
    const back = await b.go(`${provider.issuer}/session/end/confirm`, { fields: { xsrf, logout: 'yes' } })
    expect(b.path(back)).toBe('/desk/sign-in')
    await provider.tell({ sits: '' })
    expect((await b.go('/desk/sign-in/go')).status).toBe(403)
  })

  test('there ends it here at once, by the provider’s own word behind the browser’s back; another person stays in', async () => {
    await provider.tell({ here: `http://${site.host}` })
    const { b } = await signedIn()
    await provider.tell({ sits: 'j1' })
    const other = (await signedIn()).b
    const asks = await b.go(`${provider.issuer}/session/end?client_id=${CLIENT.id}`)
    const xsrf = asks.html.match(/name="xsrf" value="([^"]+)"/)?.[1] ?? ''
    expect(b.path(await b.go('/desk'))).toBe('/desk')
    await b.go(`${provider.issuer}/session/end/confirm`, { fields: { xsrf, logout: 'yes' } })
    await expect.poll(async () => b.path(await b.go('/desk'))).toBe('/desk/sign-in')
    expect(other.path(await other.go('/desk'))).toBe('/desk')
    expect(await did()).toContain('staff.ended-by-provider')
  })

  const now = () => Math.floor(Date.now() / 1000)
  const word = (more: Record<string, unknown> = {}) => ({
    ...{ iss: provider.issuer, aud: CLIENT.id, iat: now(), exp: now() + 120, jti: crypto.randomUUID(), sub: 'p1' },
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    ...more,
  })
  const tells = async (logout_token: string) => (await site.ask('/desk/sign-in/ended', form({ logout_token }))).status

  test('a word about an account ends all its sessions, and none that begins after it, though it comes again', async () => {
    const [one, two] = [(await signedIn()).b, (await signedIn()).b]
    const token = await provider.tell({ sign: word() })
    expect(await tells(token)).toBe(200)
    for (const b of [one, two]) expect(b.path(await b.go('/desk'))).toBe('/desk/sign-in')
    const { b } = await signedIn()
    expect(await tells(token)).toBe(400)
    expect(b.path(await b.go('/desk'))).toBe('/desk')
  })

  test('a word about one session ends it, and those of the account that came without its name; others go on', async () => {
    const [one, two] = [(await signedIn()).b, (await signedIn()).b]
    const [, nameless] = await world.db.read.select().from(staffSessions)
    await world.db.write((db) => [
      db
        .update(staffSessions)
        .set({ providerSid: null })
        .where(eq(staffSessions.idHash, nameless?.idHash ?? '')),
    ])
    expect(await tells(await provider.tell({ sign: word({ sid: 'of-another-browser' }) }))).toBe(200)
    const still = [one, two].map(async (b) => b.path(await b.go('/desk')))
    expect((await Promise.all(still)).toSorted()).toEqual(['/desk', '/desk/sign-in'])
  })

  test('a word that is not the provider’s, not for us, too old or no such word ends nothing', async () => {
    const { b } = await signedIn()
    const forged = await generateKeyPair('RS256')
    const byAnother = await new SignJWT(word())
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .sign(forged.privateKey)
    const bare = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(word())).toString('base64url')}.`
    const bySecret = await new SignJWT(word()).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(CLIENT.secret))
    for (const token of ['', 'x', 'a.b.c', byAnother, bare, bySecret]) expect(await tells(token)).toBe(400)
    const wrong = [
      { iss: 'https://evil.example' },
      { aud: 'another' },
      { exp: now() - 120 },
      { iat: now() - 3600 },
      { iat: undefined },
      { jti: undefined },
      { nonce: 'x' },
      { events: {} },
      { events: undefined },
      { sub: undefined },
    ]
    for (const more of wrong)
      expect(await tells(await provider.tell({ sign: word(more) })), JSON.stringify(more)).toBe(400)
    expect(b.path(await b.go('/desk'))).toBe('/desk')
  })
})

describe('a session', () => {
  test('ends after thirty minutes in which nobody did anything, and after twelve hours whatever they did', async () => {
    const { b } = await signedIn()
    for (let minutes = 0; minutes < 12 * 60; minutes += 29) {
      expect(b.path(await b.go('/desk/families')), `after ${minutes} minutes`).toBe('/desk/families')
      await settled()
      world.clock.forward({ minutes: 29 })
    }
    expect(b.path(await b.go('/desk'))).toBe('/desk/sign-in')
    const idle = (await signedIn()).b
    world.clock.forward({ minutes: 30 })
    expect(idle.path(await idle.go('/desk'))).toBe('/desk/sign-in')
  })

  test('that idled out is not begun anew by a press: the council’s sign-in asks who it is, and says when it did', async () => {
    await provider.tell({ aheadMs: -120_000 })
    const { b } = await signedIn()
    await provider.tell({ aheadMs: 0 })
    world.clock.forward({ minutes: 31 })
    expect(b.path(await b.go('/desk'))).toBe('/desk/sign-in')
    // Somebody else sits there, who takes out of the address that it is to ask.
    const bare = new URL((await b.go('/desk/sign-in/go', { until: '/auth?' })).url)
    expect(bare.searchParams.get('prompt')).toBe('login')
    for (const name of ['prompt', 'max_age']) bare.searchParams.delete(name)
    const sly = await b.go(bare.href)
    expect([sly.status, sly.html]).toEqual([403, expect.stringContaining('ask again who you are')])
    // Or who signs out on the page that still stands on the screen, and goes no further; or takes the cookies away.
    expect((await b.once('/desk/sign-out', {})).headers.get('Location')).toBe('/desk/signed-out')
    b.cookies().clear()
    const asked = await b.go('/desk/sign-in/go', { until: '/auth?' })
    expect(new URL(asked.url).searchParams.get('prompt')).toBe('login')
    await provider.tell({ sits: '' })
    expect((await b.go('/desk/sign-in/go')).status).toBe(403)
    expect(b.path(await b.go('/desk'))).toBe('/desk/sign-in')
    await provider.tell({ sits: 'p1' })
    expect(b.path(await b.go('/desk/sign-in/go'))).toBe('/desk')
  })

  test('is not kept awake by what a page asks for by itself', async () => {
    const { b } = await signedIn()
    const Cookie = `__Host-desk=${b.cookies().get('__Host-desk')}`
    for (const _ of [1, 2, 3]) {
      world.clock.forward({ minutes: 10 })
      await site.ask('/desk', { headers: { Cookie, 'Sec-Fetch-Dest': 'empty' } })
      await settled()
    }
    expect(b.path(await b.go('/desk'))).toBe('/desk/sign-in')
  })

  test('that ended while somebody wrote: their words are given back, and stand in their form again once they are in', async () => {
    const { b } = await signedIn()
    const entry = (await b.go('/desk')).html.match(/\/desk\/log\/[\w-]+\/reply/)?.[0] ?? ''
    const ticket = (await b.go(entry)).html.match(/name="ticket" value="([^"]+)"/)?.[1] ?? ''
    world.clock.forward({ minutes: 31 })
    const lost = await b.go(entry, { fields: { ticket, words: 'I will ring on Monday.' } })
    expect(lost.status).toBe(401)
    expect(lost.html).toContain('I will ring on Monday.')
    expect(lost.html).toContain(`/desk/sign-in?to=${encodeURIComponent(entry)}`)
    await b.go('/desk/sign-in/go')
    const fields = { words: lost.html.match(/name="words" value="([^"]+)"/)?.[1] ?? '' }
    const again = await b.go(entry, { fields })
    expect(again.status).toBe(409)
    const fresh = again.html.match(/name="ticket" value="([^"]+)"/)?.[1] ?? ''
    expect((await b.go(entry, { fields: { ticket: fresh, words: fields.words } })).status).toBe(200)
    expect(await world.db.read.select().from(said)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'replies' })]),
    )
  })

  const settled = () => new Promise((soon) => setTimeout(soon, 30))
})
