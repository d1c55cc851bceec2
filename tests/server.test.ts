import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { routePatterns, traceOf } from '#app/edge/log.server'
import { form, served } from './served'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>
beforeAll(async () => {
  world = await testWorld()
  site = await served(world)
})

/** A form of which all but the end came, and then nothing. */
function halfSent(path: string, length: number) {
  const socket = connect(Number(site.host.split(':')[1]), '127.0.0.1')
  let isOver = false
  socket.on('error', () => undefined).on('close', () => (isOver = true))
  const head = `POST ${path} HTTP/1.1\r\nHost: ${site.host}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
  socket.write(`${head}Content-Length: ${length}\r\n\r\n${'a'.repeat(length - 100)}`)
  return { isOver: () => isOver, end: () => socket.destroy() }
}

const BROWSER = { 'Sec-Fetch-Site': 'same-origin' }

describe('every answer', () => {
  it('may load nothing from elsewhere, be kept nowhere, be framed by nobody and be found by no search engine', async () => {
    const { headers } = await site.ask('/')
    expect(headers['content-security-policy']?.toString().replaceAll(/'sha256-[\w+/=]{44}'/g, 'HASH')).toBe(
      "default-src 'none';style-src HASH HASH HASH;script-src 'self';img-src 'self';connect-src 'none';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('etag')
  })

  it('promises no HTTPS where there is none', async () => {
    const plain = await testWorld()
    plain.settings.publicUrl = 'http://127.0.0.1:3000'
    const { ask } = await served(plain)
    expect((await ask('/')).headers).not.toHaveProperty('strict-transport-security')
  })

  it('carries no framework script, and one style, which its policy names by its hash', async () => {
    const { body, headers } = await site.ask('/')
    expect(body.match(/<script/g)).toHaveLength(1)
    expect(body).toMatch(/<script src="\/assets\/enhance-[\w-]+\.js" defer=""><\/script>/)
    expect(body).not.toMatch(/ style=|stylesheet|modulepreload/)
    const [[, style] = [], ...more] = [...body.matchAll(/<style>([^<]*)<\/style>/g)]
    expect(more).toEqual([])
    const hash = createHash('sha256')
      .update(style ?? '')
      .digest('base64')
    expect(headers['content-security-policy']).toContain(`'sha256-${hash}'`)
  })

  it('is small on the wire, and whole in one piece', async () => {
    const { headers } = await site.ask('/', { headers: { 'Accept-Encoding': 'br' } })
    expect(headers['content-encoding']).toBe('br')
  })

  it('keeps for good what has its hash in its name', async () => {
    const { body } = await site.ask('/')
    const script = body.match(/src="(\/assets\/enhance-[\w-]+\.js)"/)?.[1] ?? ''
    expect((await site.ask(script)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await site.ask('/assets/icon.svg')).headers['content-type']).toBe('image/svg+xml')
  })

  it('takes nothing of the server into the files that browsers may fetch', () => {
    const folder = 'build/client/assets'
    const tells = (file: string) =>
      /drizzle|libsql|scrypt|world\.db|DATABASE_/.test(readFileSync(`${folder}/${file}`, 'utf8'))
    expect(readdirSync(folder).filter(tells)).toEqual([])
  })

  it('answers HEAD like GET, without the body', async () => {
    const head = await site.ask('/', { method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, body: '' })
    expect(head.headers['content-type']).toBe('text/html; charset=utf-8')
  })
})

describe('what is not there', () => {
  it('is the same page, byte for byte, whatever was asked for', async () => {
    const { status, body } = await site.ask('/no-such-page')
    expect(status).toBe(404)
    expect(body).not.toContain('no-such-page')
    const others = ['/kelly', '/%zz', '/a//b', '//evil.example/', '/%00', '/__manifest', '/__manifest?p=/&version=x']
    for (const path of [
      ...others,
      '/language.data',
      '/_root.data',
      '/?_data=root',
      '/?_routes=root',
      '/assets/none.css',
    ])
      expect(await site.ask(path), path).toMatchObject({ status, body })
  })

  it('below the desk too, for who does not sit there', async () => {
    const { body } = await site.ask('/no-such-page')
    expect((await site.ask('/desk/no-such-page')).body).toBe(body)
  })

  it('is not found under another host either', async () => {
    const spoofed = await site.ask('/no-such-page', {
      headers: { 'X-Forwarded-Host': 'evil.example', Host: 'evil.example' },
    })
    expect(spoofed.status).toBe(404)
    expect(JSON.stringify(spoofed)).not.toContain('evil.example')
  })
})

describe('what a page cannot do', () => {
  it.each([
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
  ])('%s is answered by a page that says so', async (method) => {
    const answer = await site.ask('/language', { method })
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
    expect(answer.body).toContain('This page cannot be used that way.')
  })

  it('neither takes a form where there is none', async () => {
    for (const path of ['/', '/healthz'])
      expect(await site.ask(path, form({ a: 'b' }, BROWSER)), path).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD' },
      })
  })

  it('nor more than 64 kilobytes of whoever is signed in nowhere', async () => {
    const answer = await site.ask('/language', form({ language: 'x'.repeat(64 * 1024) }, BROWSER))
    expect(answer.status).toBe(413)
    expect(answer.body).toContain('That is too much to send at once')
  })

  it('nor waits for more than 64 forms half sent from one address: the oldest give way, and the next is read', async () => {
    const all = Array.from({ length: 100 }, () => halfSent('/number', 60_000))
    await expect.poll(() => all.filter(({ isOver }) => isOver()).length).toBe(36)
    const answer = await site.ask('/language', form({ language: 'pl' }, BROWSER))
    expect(answer.status).toBeLessThan(400)
    for (const one of all) one.end()
  })

  it.each([
    ['application/x-www-form-urlencoded', 'a=1&'.repeat(500_000)],
    ['multipart/form-data; boundary=x', `${'--x\r\n\r\n\r\n'.repeat(150_000)}--x--`],
  ])('nor more fields than any form has, which are not even taken apart: %s', async (type, body) => {
    for (const path of ['/language', '/number', '/p/abc/log/new', '/texts/status']) {
      const answer = await site.ask(path, { method: 'POST', headers: { ...BROWSER, 'Content-Type': type }, body })
      expect([path, answer.status]).toEqual([path, 413])
    }
  })

  it.each([
    ['application/json', '{}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', 'never begins'],
    ['text/plain', 'language=ur'],
  ])('nor a body that is no form: %s', async (type, body) => {
    const answer = await site.ask('/language', { method: 'POST', headers: { 'Content-Type': type }, body })
    expect(answer.status).toBe(400)
  })

  it('and an empty press is a form without fields', async () => {
    expect(await site.ask('/language', { method: 'POST' })).toMatchObject({ status: 303 })
  })
})

describe('a form sent from elsewhere is not taken', () => {
  const press = (headers: Record<string, string>) => site.ask('/language', form({ language: 'ur' }, headers))

  it.each([
    ['a newer browser says another site', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
    ['a newer browser says a neighbour', () => ({ 'Sec-Fetch-Site': 'same-site', Origin: `http://${site.host}` })],
    ['an older browser says another site', () => ({ Origin: 'https://evil.example' })],
    ['an older browser hides it', () => ({ Origin: 'null' })],
    [
      'the host is claimed to be another',
      () => ({ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }),
    ],
  ])('%s', async (_, headers) => {
    const answer = await press(headers())
    expect(answer.status).toBe(403)
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.body).toContain('That did not come from our page')
  })

  it.each([
    ['a newer browser says it is ours', () => ({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' })],
    ['a newer browser says it came from nowhere', () => ({ 'Sec-Fetch-Site': 'none' })],
    ['an older browser says it is ours', () => ({ Origin: `http://${site.host}` })],
    ['a browser says neither', () => ({})],
  ])('and taken when %s', async (_, headers) => {
    expect((await press(headers())).status).toBe(303)
  })
})

describe('the language of a page', () => {
  const langOf = async (headers: Record<string, string>) =>
    (await site.ask('/', { headers })).body.match(/<html lang="(\w+)" dir="(\w+)">/)?.slice(1)

  it('is what the browser asks for, else English', async () => {
    expect(await langOf({})).toEqual(['en', 'ltr'])
    expect(await langOf({ 'Accept-Language': 'de, ur-PK;q=0.4, pl;q=0.9' })).toEqual(['pl', 'ltr'])
    expect(await langOf({ 'Accept-Language': 'pl;q=0, ur' })).toEqual(['ur', 'rtl'])
  })

  it('is what was chosen, before all else, and the choice leads back to where it was made', async () => {
    const from = { Referer: `http://${site.host}/nowhere?x=1` }
    const { status, headers } = await site.ask('/language', form({ language: 'ur' }, from))
    expect([status, headers.location]).toEqual([303, '/nowhere?x=1'])
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toBe('__Host-language=ur; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000')
    expect(await langOf({ Cookie: `a=b; ${cookie.split(';')[0]}`, 'Accept-Language': 'pl' })).toEqual(['ur', 'rtl'])
  })

  it.each(['https://evil.example/', 'http://127.0.0.1:1/', 'not an address'])('never leads to %s', async (Referer) => {
    expect((await site.ask('/language', form({ language: 'ur' }, { Referer }))).headers.location).toBe('/')
  })

  it('is not set to one we do not speak', async () => {
    expect((await site.ask('/language', form({ language: 'xx' }))).headers).not.toHaveProperty('set-cookie')
  })
})

describe('the log', () => {
  it('names the page and nothing of who asked or what was sent', async () => {
    site.logged.splice(0)
    await site.ask('/language?secret=1', form({ language: 'secret' }, { Referer: `http://${site.host}/secret` }))
    await site.ask('/l/secret-token')
    expect(site.logged).toEqual([
      { method: 'POST', route: '/language', status: 303, ms: expect.any(Number) },
      {
        method: 'GET',
        route: expect.not.stringContaining('secret'),
        status: expect.any(Number),
        ms: expect.any(Number),
      },
    ])
  })

  it('knows a page by its pattern, the more exact one first', () => {
    const route = (id: string, path: string) => ({ [id]: { id, path, parentId: 'root' } })
    const routes = { root: { id: 'root', path: '' }, ...route('a', 'p/:plan/:page'), ...route('b', 'p/:plan/now') }
    const patternOf = routePatterns({ ...routes, ...route('c', 'p/:plan/:date.ics'), ...route('d', '*') } as never)
    expect(['/p/x/now', '/p/x/y', '/p/x/y.ics', '/p/x', '/'].map(patternOf)).toEqual([
      '/p/:plan/now',
      '/p/:plan/:page',
      '/p/:plan/:date.ics',
      '*',
      '/',
    ])
  })

  it('says where an error came from, not what it says', () => {
    const trace = traceOf(new TypeError('Failed query: insert … params: +447700900112'))
    expect(trace.error).toBe('TypeError')
    expect(trace.at[0]).toContain('server.test.ts')
    expect(JSON.stringify(trace)).not.toContain('900112')
  })
})

it('when the database is out of reach, says so in a page of its own, and the log does not say whose', async () => {
  const own = await testWorld()
  const { ask, logged } = await served(own)
  await own.db.close()
  const answer = await ask('/home', { headers: { Cookie: '__Host-session=secret', 'Accept-Language': 'pl' } })
  expect(answer).toMatchObject({ status: 500, headers: { 'cache-control': 'no-store' } })
  expect(answer.body).toContain('<html lang="pl" dir="ltr">')
  expect(answer.body).toContain('Przepraszamy, coś poszło nie tak')
  // Where it came from stands beside it, but for what Vitest's own reading of stacks cannot put together in a long run.
  expect(logged).toContainEqual({ error: expect.any(String), at: expect.any(Array) })
  expect(JSON.stringify(logged)).not.toContain('secret')
})

describe('whoever watches the portal', () => {
  it('hears that the process lives, and whether the database answers', async () => {
    const own = await testWorld()
    const { ask } = await served(own)
    expect(await ask('/healthz')).toMatchObject({ status: 200, body: 'ok\n' })
    expect(await ask('/readyz')).toMatchObject({ status: 200, body: 'ready\n' })
    await own.db.close()
    expect(await ask('/healthz')).toMatchObject({ status: 200 })
    expect(await ask('/readyz')).toMatchObject({ status: 503 })
  })
})
