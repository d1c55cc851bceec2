const DAY = 24 * 60 * 60

/** Every cookie there is: a family's browser, the desk's, a sign-in to it under way, the one that asked for a text on `/`, and the language chosen. */
export type CookieName = '__Host-session' | '__Host-desk' | '__Host-signing-in' | '__Host-asked' | '__Host-language'

/** The value of one cookie of a request. Ours need no decoding: random bytes in base64url, or a language. */
export function readCookie(request: Request, name: CookieName): string | undefined {
  const pairs = request.headers.get('Cookie')?.split(';') ?? []
  return pairs
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

/** A `Set-Cookie` value. A `__Host-` cookie comes back to this very host alone, and no script reads it. Without `days` or `minutes` it ends with the browser. */
export function cookie(
  name: CookieName,
  value: string,
  { days, minutes }: { days?: number; minutes?: number } = {},
): string {
  const seconds = days === undefined ? minutes && minutes * 60 : days * DAY
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${seconds === undefined ? '' : `; Max-Age=${seconds}`}`
}

/** Takes a cookie back. */
export const endedCookie = (name: CookieName): string => cookie(name, '', { days: 0 })
