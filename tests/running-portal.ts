/** A portal that runs as a process of its own, and somebody who uses it, while nobody in this process has its file open. */
import { once } from 'node:events'
import { eq } from 'drizzle-orm'
import { vi } from 'vitest'
import { openDatabase } from '#db/client.server'
import { said } from '#db/schema'
import { kelly } from './cast'
import { canLook, connectionsOf, filesHeld } from './files-held'
import { portalProcess } from './portal-process'
import { siteAt } from './served'
import { signedIn } from './signed-in'
import { type Page, visitor } from './visit'
import { seededRandom, type TestWorld } from './world'

export type SignedIn = Awaited<ReturnType<typeof leftToOthers>>

/** A world that nobody in this process holds open any more, and Kelly signed in on it. */
export async function leftToOthers(w: TestWorld) {
  const { cookie, plan } = await signedIn(w, kelly)
  await w.db.close()
  return { cookie, plan }
}

/** Two connections for the pages, two for the thread of the texts. */
const CONNECTIONS = 4

/** Once all of it is up, its texting thread too. */
export async function started(w: TestWorld, limits: { largestFile?: number } = {}) {
  const { child, ready } = portalProcess(w, '', { TEXTS: 'demo' }, limits)
  const out: string[] = []
  child.stdout.on('data', (words) => out.push(String(words)))
  const ended = once(child, 'exit').then(([code]): number | null => code)
  const url = await ready
  if (!url) throw new Error('The portal did not start.')
  const pid = child.pid ?? 0
  const isUp = () => !canLook || connectionsOf(pid, w.file) >= CONNECTIONS
  await vi.waitUntil(isUp, { timeout: 20_000, interval: 20 })
  return {
    url,
    held: () => (canLook ? filesHeld(pid, w.file) : ALL_HELD),
    /** The code it ends with, once it does. */
    ended,
    /** The lines of its log, without those of the requests. */
    log: (): Record<string, unknown>[] =>
      out
        .join('')
        .split('\n')
        .filter((line) => line.startsWith('{') && !line.startsWith('{"method"'))
        .map((line) => JSON.parse(line)),
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      await ended
    },
  }
}

export type Running = Awaited<ReturnType<typeof started>>

/** As it should be while the portal serves, whatever runs beside it. */
export const ALL_HELD = { locked: true, deleted: [] as string[] }

function browserAt(url: string, cookie: string) {
  const browser = visitor(siteAt(url))
  browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
  return browser
}

/** A page to tell how it goes, open; `send` sends these words with it. */
export async function openForm(url: string, { cookie, plan }: SignedIn) {
  const browser = browserAt(url, cookie)
  const form = await browser.get(`${plan}/log/new`)
  return { browser, send: (words: string) => browser.send(form, 'name="result"', { result: 'done', words }) }
}

export const isThanks = ({ status, path }: Page) => status === 200 && path.endsWith('/saved')

/** Says something on a page. Whether it was thanked for; not when the portal was gone before it answered. */
export async function saysThanks(url: string, member: SignedIn, words: string): Promise<boolean> {
  const answer = openForm(url, member).then(({ send }) => send(words))
  return answer.then(isThanks, () => false)
}

/** What Kelly said, read by a connection of its own once the portal is dead. */
export async function wordsIn(file: string): Promise<string[]> {
  const now = () => new Date('2026-11-24T10:00:00Z')
  const db = await openDatabase({ url: `file:${file}`, mode: 'demo', now, random: seededRandom('after') })
  const rows = await db.read.select({ entry: said.entry }).from(said).where(eq(said.by, kelly.id))
  await db.close()
  return rows.flatMap(({ entry }) => ('words' in entry && entry.words ? [entry.words] : []))
}
