/** A browser is known again by a cookie of its own, which says nothing about anybody: a second press there is no other's. */
import { type AppLoadContext, data, type HeadersFunction, redirect } from '@remix-run/node'
import ipaddr from 'ipaddr.js'
import type { Asking } from '#app/domain/coming-in/code-tries'
import { hashOf, keyed, newToken } from '#app/domain/tokens'
import { cookie, readCookie } from './cookies.server'

/** Longer than a browser may keep a cookie anyway: a phone that is used once a year is still known. */
const DAYS = 400

/**
 * The browser that asks, and from where; `cookies` are to be set on it. It stays known when somebody leaves or signs
 * out: a browser we do not know may ask for few texts.
 */
export function browserOf(
  { world, address }: Pick<AppLoadContext, 'world' | 'address'>,
  request: Request,
): Asking & { cookies: string[] } {
  const known = readCookie(request, '__Host-asked')
  const value = known ?? newToken(world)
  const cookies = known ? [] : [cookie('__Host-asked', value, { days: DAYS })]
  return { browserHash: hashOf(value), addressHash: keyed(world, 'address', networkOf(address)), cookies }
}

/** One household has one IPv4 address, or 64 bits of IPv6 with as many addresses in it as it likes: https://www.rfc-editor.org/rfc/rfc6177 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv6' ? parsed.toByteArray().slice(0, 8).join('.') : parsed.toString()
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
