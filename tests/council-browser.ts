/** A browser that goes to and fro between the portal and a council's own sign-in, each with cookies of its own. */
import type { served } from './served'

type Site = Awaited<ReturnType<typeof served>>
export type Stop = { url: string; status: number; html: string; headers: Headers }

/** `home`: the address the portal has of itself. */
export function councilBrowser(site: Site, home: string) {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: URL) => {
    const jar = jars.get(url.origin) ?? new Map<string, string>()
    jars.set(url.origin, jar)
    return jar
  }

  async function once(url: URL, fields?: Record<string, string>): Promise<Stop> {
    const Cookie = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = fields && {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    }
    const headers: Record<string, string> = { ...sent?.headers, Cookie }
    let stop: Stop
    if (url.origin === home) {
      const { status, headers: got, body } = await site.ask(url.pathname + url.search, { ...sent, headers })
      const all = Object.entries(got).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, one]),
      )
      stop = { url: url.href, status, html: body, headers: new Headers(all) }
    } else {
      const answer = await fetch(url, { ...sent, headers, redirect: 'manual' })
      stop = { url: url.href, status: answer.status, html: await answer.text(), headers: answer.headers }
    }
    for (const set of stop.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split(';')
      const [name = '', ...value] = pair.split('=')
      const isGone = attributes.some((one) => /max-age=0$/i.test(one.trim())) || value.join('=') === ''
      if (isGone) jarOf(url).delete(name)
      else jarOf(url).set(name, value.join('='))
    }
    return stop
  }

  /** Follows where it is led, until a page; `until`: stops before an address that has this in it, and gives that. */
  async function go(to: string, { fields, until }: { fields?: Record<string, string>; until?: string } = {}) {
    let stop = await once(new URL(to, home), fields)
    for (let hops = 0; hops < 12; hops++) {
      const location = stop.headers.get('Location')
      if (!location || stop.status < 300 || stop.status >= 400) return stop
      const next = new URL(location, stop.url)
      if (until && next.href.includes(until)) return { ...stop, url: next.href }
      stop = await once(next)
    }
    throw new Error(`Led in circles at ${stop.url}`)
  }

  return {
    go,
    once: (to: string, fields?: Record<string, string>) => once(new URL(to, home), fields),
    cookies: () => jarOf(new URL(home)),
    path: (stop: Stop) => stop.url.replace(home, ''),
  }
}
