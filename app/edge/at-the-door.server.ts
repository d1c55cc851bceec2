import type { IncomingMessage } from 'node:http'
import type { TurnedAway } from './context'

const METHODS = ['GET', 'HEAD', 'POST']

/** Whether a request is turned away before any page sees it, and with which status. */
export function turnedAway(request: IncomingMessage & { originalUrl: string }): TurnedAway | undefined {
  if (!METHODS.includes(request.method ?? '')) return 405
  if (!namesAPage(request.originalUrl)) return 404
  if (request.method === 'POST' && !fromOurOwnPage(request)) return 403
  return undefined
}

/** No page ships a framework script, so Remix's own addresses for those (`.data`, `/__manifest`, `?_data`) are closed. */
function namesAPage(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || !decodes(url)) return false
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  return (
    !pathname.endsWith('.data') &&
    !pathname.startsWith('/__') &&
    !searchParams.has('_data') &&
    !searchParams.has('_routes')
  )
}

function decodes(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return URL.canParse(url, 'http://localhost')
  } catch {
    return false
  }
}

/**
 * Browsers say where a form comes from: newer ones by Sec-Fetch-Site, older ones by Origin. One that says neither is
 * let in; there the cookie (SameSite=Lax) and the form's ticket stand guard.
 */
function fromOurOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}

/** More fields than any of our forms has, or any call of a provider of texts; but a page of a plan that is written is one form. */
const MOST_FIELDS = 200
const MOST_OF_A_PLAN = 20_000
const isEditor = (path: string) => /^\/desk\/families\/[^/]+\/plan\/edit\//.test(path)

/**
 * Whether a body has more fields than any form: counted in its bytes, since taking a million of them apart would hold
 * up everybody else. A sign inside what somebody wrote cannot be miscounted: browsers encode it, or the part's border
 * is drawn by chance.
 */
export function hasTooManyFields(type: string | undefined, body: Uint8Array<ArrayBuffer>, path = ''): boolean {
  const most = isEditor(path) ? MOST_OF_A_PLAN : MOST_FIELDS
  if (!type?.startsWith('multipart/form-data')) return type?.includes('json') ? false : countsMore(body, '&', most)
  const border = type.match(/boundary="?([^";]+)/)?.[1]
  // Its own border stands before each field and after the last.
  return border !== undefined && countsMore(body, `--${border}`, most)
}

function countsMore(body: Uint8Array<ArrayBuffer>, sign: string, most: number): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  let found = 0
  for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + sign.length)) {
    found += 1
    if (found > most) return true
  }
  return false
}

/** Whether a body is what a form sends, and whole, so that no page ever fails over it. Nothing sent is a form without fields. */
export async function isForm(type: string | undefined, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (body.length === 0 || type?.startsWith('application/x-www-form-urlencoded')) return true
  if (!type?.startsWith('multipart/form-data')) return false
  return new Response(body, { headers: { 'Content-Type': type } }).formData().then(
    () => true,
    () => false,
  )
}
