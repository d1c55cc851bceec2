/** What somebody typed, so that the database alone does not tell it. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { World } from '#app/domain/world'

const keyOf = (world: World) => Buffer.from(hkdfSync('sha256', world.settings.sessionSecret, '', 'sealed forms', 32))

/** Seals words for one membership and path: they open as nobody else’s and nowhere else. */
export function seal(world: World, membershipId: string, path: string, words: string): string {
  const iv = world.random(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(world), iv).setAAD(Buffer.from(`${membershipId} ${path}`))
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Undefined when it cannot be opened: since it was kept, the operator has changed the secret. */
export function unseal(world: World, membershipId: string, path: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(world), bytes.subarray(0, 12))
      .setAAD(Buffer.from(`${membershipId} ${path}`))
      .setAuthTag(bytes.subarray(12, 28))
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}
