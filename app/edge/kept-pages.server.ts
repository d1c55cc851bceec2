import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib'
import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import Negotiator from 'negotiator'
import { type StandingNow, standingNow } from '#app/domain/access/standing-now'
import { noteLook } from '#app/domain/coming-in/looks'
import { isOpen } from '#app/domain/council/opening-hours'
import { londonDay } from '#app/domain/london'
import { memberSessionOf } from './guards.server'
import { settingsAt } from './settings-at.server'

/** A page that may be answered again as it is: from the family as it stands `now`, for what `key` says. */
export type KeptPage = { now: StandingNow; key: string; encoding: Encoding; body?: Uint8Array<ArrayBuffer> }
type Encoding = 'br' | 'gzip' | 'identity'

/** Of one family: everybody's, in every language they try. */
const MOST = 60
const kept = new WeakMap<StandingNow, Map<string, Uint8Array<ArrayBuffer>>>()

/**
 * For a page that is the same for one reader until something of their family is written, the day or the council's
 * hours change, and that holds no form of its own: when it was made before, it is noted as looked at and sent as it
 * was, and the loader has nothing to do. Whether they may come in, and see this plan, is asked each time; what stands
 * is `standingNow`'s to say, with which these pages are forgotten.
 */
export async function isKept(
  { request, context, params }: LoaderFunctionArgs,
  did: `${string}.viewed`,
  /** Of several pages of one kind, which. */
  page: number | string = 1,
) {
  const { world, visitor } = context
  const session = await memberSessionOf(context)
  if (params.plan !== session.planId) return false
  const now = await standingNow(world, session.familyId)
  const council = (await settingsAt(context))?.council
  const open = council && isOpen(council, world.now())
  const encoding = encodingFor(request)
  const made = [did, page, session.personId, await visitor.language(), londonDay(world.now().toISOString())]
  const key = JSON.stringify([...made, council, open, encoding])
  const body = kept.get(now)?.get(key)
  context.page = { now, key, encoding, body }
  if (body) await noteLook(world, { session, did })
  return body !== undefined
}

/** A page as it goes to this reader: the kept one; or the one just made, which is kept when its loader asked for that. */
export async function pageAs({ page }: AppLoadContext, status: number, headers: Headers, make: () => string) {
  if (!page || status !== 200) return make()
  const body = page.body ?? new Uint8Array(await packed[page.encoding](Buffer.from(make())))
  const all = kept.get(page.now) ?? new Map<string, Uint8Array<ArrayBuffer>>()
  if (all.size >= MOST) all.clear()
  kept.set(page.now, all.set(page.key, body))
  if (page.encoding !== 'identity') headers.set('Content-Encoding', page.encoding)
  return body
}

/** As the compression of every other page chooses. */
function encodingFor(request: Request): Encoding {
  const headers = { 'accept-encoding': request.headers.get('Accept-Encoding') ?? undefined }
  const taken = new Negotiator({ headers }).encodings(['br', 'gzip'])
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity'
}

/** Sent many times, it is worth more care than what is sent once. */
const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }
const packed: Record<Encoding, (page: Buffer) => Promise<Buffer>> = {
  br: (page) => called((done) => brotliCompress(page, BROTLI, done)),
  gzip: (page) => called((done) => gzip(page, done)),
  identity: async (page) => page,
}

function called(pack: (done: (error: Error | null, page: Buffer) => void) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => pack((error, page) => (error ? reject(error) : resolve(page))))
}
