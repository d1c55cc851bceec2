import { createHash, createHmac } from 'node:crypto'
import type { World } from './world'

/** 128 bits that nobody can guess, in 22 characters: a link, a cookie, the id of a row. */
export const newToken = (world: World): string => world.random(16).toString('base64url')

/**
 * The token in what came behind the address of a link. Phones make a link of what stands right behind one in a text too:
 * a full stop, a bracket, a quote, a mark of direction. Without a token in it: all of it.
 */
export const tokenIn = (came: string): string => /[\w-]{22}/.exec(came)?.[0] ?? came

/** What is kept of a token. It has 128 bits, so a plain hash is enough (OWASP ASVS 5.0, 6.5.2). */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Six digits, each as likely as the other: draws again where the bytes do not divide evenly. */
export function newCode(world: World): string {
  const drawn = world.random(4).readUInt32BE()
  return drawn < 4_294_000_000 ? String(drawn % 1_000_000).padStart(6, '0') : newCode(world)
}

/** What is kept of a code. It has 20 bits, so it takes our secret, and the ask it belongs to, to try them all. */
export const codeHash = (world: World, signInId: string, code: string): string => keyed(world, 'code', signInId, code)

/**
 * A value only this portal can work out, always the same for the same parts: 43 characters of base64url. `purpose`
 * keeps one use apart from another.
 */
export function keyed(world: World, purpose: string, ...parts: string[]): string {
  return createHmac('sha256', world.settings.sessionSecret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url')
}
