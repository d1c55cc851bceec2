/** Each setting of live use, tried for real: a sentence for each that does not do what it is for. */
import { councilIfSet } from '#app/domain/council/council'
import { staffInFamilies } from '#app/domain/council/ids-of-families'
import { whyNotFlushed, whyNotReady } from '#app/domain/record/ready'
import type { World } from '#app/domain/world'
import type { Environment } from './environment.server'
import { whyNotReached } from './reached.server'
import { type StaffProvider, staffProvider } from './staff-provider.server'

export type Checked = { what: string; ok: boolean; says: string }

/** So far may a clock be off before sign-ins are refused for it. */
const CLOCK_MS = 60_000

/** All of them, whatever one of them comes to. The database is the world's, open by now. */
export async function checkAll(world: World, environment: Environment): Promise<Checked[]> {
  const { staff, publicUrl } = environment
  const provider = staff && staffProvider(staff, () => publicUrl ?? '')
  return Promise.all([
    tried('database', 'It can be read and written, and is in live use.', () => whyNotReady(world)),
    tried('council', 'The council has said what it is called, when it reads and whom to ring.', async () =>
      (await councilIfSet(world)) ? undefined : 'The council’s settings are missing: npm run portal -- council set',
    ),
    tried('staff ids', 'Nobody in a family has the id of a member of staff.', () => whyNotApart(world)),
    tried('PUBLIC_URL', 'It leads to this portal.', () => whyNotReached(environment)),
    tried('texts', 'The account answers.', () => whyNoTexts(world)),
    ...(provider ? ofProvider(provider) : []),
    ...ofServer(world, environment),
  ])
}

/**
 * An id stands in every row of the trail that somebody wrote, which nobody may change: so it is not given anew, but another
 * takes its place.
 */
async function whyNotApart(world: World): Promise<string | undefined> {
  const same = await staffInFamilies(world)
  if (same.length === 0) return undefined
  return `Somebody in a family has the id of a member of staff: ${same.join(', ')}. Add each member of staff anew by another id (staff add), give their families to it, then let the old id leave (staff leave). What they did stays under the old id. An account of the council’s sign-in that came in by the old id stays with it: they need another.`
}

/** What a file has by itself. */
function ofServer(world: World, { database: { url } }: Environment) {
  if (url.startsWith('file:')) return []
  const isOpen = /^(ws|http):/.test(url) && !/^(127\.|localhost$|\[::1\]$)/.test(new URL(url).hostname)
  const way = isOpen
    ? 'It is not encrypted (ws:): keep it to a network that is yours alone, or use wss:.'
    : 'It is encrypted, or does not leave this machine.'
  return [
    tried('database disk', 'Each write is on the server’s disk before anybody is thanked.', () => whyNotFlushed(world)),
    tried('way to the database', way, async () => undefined),
  ]
}

const ofProvider = (provider: StaffProvider) => {
  const looked = provider.look()
  looked.catch(() => undefined)
  return [
    tried('sign-in', 'The provider answers as the issuer that is set.', () => looked.then(() => undefined)),
    tried('sign-in client', 'The provider knows the client and its secret.', () => provider.whyNotKnown()),
    tried('sign-out', 'The provider signs people out, and tells us when it did.', async () => {
      const { signsOut, tells } = await looked
      if (!signsOut) return 'The provider has no address to sign out at: staff stay signed in there.'
      // Microsoft tells by another way (front channel), and has none of this.
      return tells ? undefined : ''
    }),
    tried('clock', 'It agrees with the provider’s.', async () => {
      const { date } = await looked
      const off = date ? Math.abs(Date.now() - date.getTime()) : 0
      if (off <= CLOCK_MS) return undefined
      return `This machine’s clock is ${Math.round(off / 1000)} seconds from the provider’s: set it by NTP.`
    }),
  ]
}

/** `why` gives what is wrong; "" is nothing wrong, but not all there could be. */
async function tried(what: string, fine: string, why: () => Promise<string | undefined>): Promise<Checked> {
  try {
    const says = await why()
    if (says === '')
      return {
        what,
        ok: true,
        says: 'The provider does not tell us when it signs somebody out: sessions end by themselves.',
      }
    return { what, ok: says === undefined, says: says ?? fine }
  } catch (error) {
    const { message = 'It did not work.', code } = error as { message?: string; code?: unknown }
    return { what, ok: false, says: typeof code === 'string' ? `${message} (${code})` : message }
  }
}

/** Asks what came in since now: nothing, from an account that is ours. */
async function whyNoTexts({ provider, now }: World): Promise<string | undefined> {
  const answers = provider.cameIn?.(now()) ?? Promise.resolve([])
  return answers.then(
    () => undefined,
    (error: { status?: number; response?: { status?: number } }) => {
      const status = error.status ?? error.response?.status
      if (status === 401 || status === 403)
        return `The account of the texts refuses us (${status}): its id or its key is wrong.`
      return `The provider of the texts does not answer${status ? ` (${status})` : ''}.`
    },
  )
}
