/**
 * Sign-ins of staff that are under way in a browser: sealed in a cookie of its own, so that whoever only presses the
 * button writes nothing here, and nobody can finish in one browser what began in another.
 */
import { z } from 'zod'
import { seal, unseal } from '#app/domain/forms/seal'
import type { World } from '#app/domain/world'
import { cookie, readCookie } from './cookies.server'
import { BACK, type UnderWay } from './staff-provider.server'

const MINUTES = 10
/** One for each tab; what is older gives way. */
const MOST = 4

const pending = z.array(
  z.object({
    ...{ state: z.string(), nonce: z.string(), verifier: z.string(), anewSince: z.number() },
    ...{ to: z.string(), until: z.number() },
  }),
)
type Pending = z.infer<typeof pending>[number]

/** Where staff sign in, and where they wanted to go. */
export const doorTo = (path: string) =>
  path === '/desk' ? '/desk/sign-in' : `/desk/sign-in?to=${encodeURIComponent(path)}`

/** Where to lead whoever has signed in: only ever to a page of our own desk. A path of ours has nothing in it to decode. */
export function wayIn(asked: string | null | undefined): string {
  const isOurs =
    asked !== null &&
    asked !== undefined &&
    /^\/desk(?:\/[\w\-./]*)?(?:\?[\w\-./?=&%+]*)?$/.test(asked) &&
    asked.length < 500
  if (!isOurs || /\/\/|\/\.|^\/desk\/(sign-|signed-|news|turned-away)/.test(asked)) return '/desk'
  return asked
}

/** The `Set-Cookie` with one more under way in this browser. */
export function withOneMore(world: World, request: Request, one: UnderWay, to: string): string {
  const { state, nonce, verifier, anewSince } = one
  const until = world.now().getTime() + MINUTES * 60_000
  const more = { state, nonce, verifier, anewSince, to: wayIn(to), until }
  return sealed(world, [...underWay(world, request), more].slice(-MOST))
}

/** The one that came back with this state, if it began in this browser and not long ago; and the `Set-Cookie` without it. */
export function cameBack(world: World, request: Request, state: string | null) {
  const all = underWay(world, request)
  const found = all.find((one) => one.state === state)
  return {
    found,
    left: sealed(
      world,
      all.filter((one) => one !== found),
    ),
  }
}

function underWay(world: World, request: Request): Pending[] {
  const came = readCookie(request, '__Host-signing-in')
  const text = came && unseal(world, 'desk', BACK, came)
  const read = pending.safeParse(text ? JSON.parse(text) : [])
  return (read.data ?? []).filter(({ until }) => until > world.now().getTime())
}

const sealed = (world: World, all: Pending[]) =>
  all.length > 0
    ? cookie('__Host-signing-in', seal(world, 'desk', BACK, JSON.stringify(all)), { minutes: MINUTES })
    : cookie('__Host-signing-in', '', { minutes: 0 })
