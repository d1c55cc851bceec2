/** A browser is known again by a cookie of its own, which says nothing about anybody: a second press there is no other's. */
import { type AppLoadContext, data, type HeadersFunction, redirect } from '@remix-run/node'
import { hashOf, newToken } from '#app/domain/access/tokens'
import { cookie, readCookie } from './cookies.server'

/** The browser that asks; `cookies` are to be set on it. */
export function browserOf({ world }: AppLoadContext, request: Request): { browserHash: string; cookies: string[] } {
  const known = readCookie(request, '__Host-asked')
  const value = known ?? newToken(world)
  return { browserHash: hashOf(value), cookies: known ? [] : [cookie('__Host-asked', value)] }
}

/**
 * Sees to it that a browser has its cookie before its press counts: without one it is sent back to the same address,
 * once, to press again by itself. So a second press, made while the first one's answer was still on its way (which the
 * browser then drops, cookies and all), is known to be the same browser's. False when it keeps no cookies.
 */
export function isKnownBrowser(request: Request, { cookies: [fresh] }: { cookies: string[] }): boolean {
  const showsPages = request.headers.get('Accept')?.includes('text/html')
  if (!fresh || !showsPages) return true
  const { pathname, searchParams } = new URL(request.url)
  if (searchParams.has('known')) return false
  throw redirect(`${pathname}?known`, { status: 307, headers: { 'Set-Cookie': fresh } })
}

/** For a page with a form that asks: `export const headers = loaderHeaders`. The browser has its cookie before it asks. */
export const knownFromHere = <Page extends object>(context: AppLoadContext, request: Request, page: Page) =>
  data(page, { headers: browserOf(context, request).cookies.map((value): [string, string] => ['Set-Cookie', value]) })

/** The headers a loader gave its page. */
export const loaderHeaders: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
