/** A portal that runs as a process of its own, and somebody who uses it, while nobody in this process has its file open. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { vi } from 'vitest'
import { bev, kelly, sheila } from './cast'
import { canLook, connectionsOf, filesHeld } from './files-held'
import { databaseOf, portalProcess } from './portal-process'
import { siteAt } from './served'
import { signedIn } from './signed-in'
import { type Page, visitor } from './visit'
import type { TestWorld } from './world'

export type SignedIn = Awaited<ReturnType<typeof signedIn>>

/** A world that nobody in this process holds open any more; Kelly is signed in on it, and two of her network. */
export async function leftToOthers(w: TestWorld): Promise<SignedIn & { network: SignedIn[] }> {
  const member = await signedIn(w, kelly)
  const network = [await signedIn(w, bev), await signedIn(w, sheila)]
  await w.db.close()
  return { ...member, network }
}

/** Two connections for the pages, two for the thread of the texts. */
const CONNECTIONS = 4

/** Once all of it is up, its texting thread too. `under`: see `portalProcess`. */
export async function started(w: TestWorld, under = '') {
  const { child, ready } = portalProcess(w, '', { TEXTS: 'demo' }, under)
  const out: string[] = []
  child.stdout.on('data', (words) => out.push(String(words)))
  const ended = once(child, 'close').then(([code]): number | null => code)
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  const url = await ready
  if (!url) throw new Error('The portal did not start.')
  const pid = child.pid ?? 0
  const isUp = () => !canLook || connectionsOf(pid, w.file) >= CONNECTIONS
  await vi.waitUntil(isUp, { timeout: 20_000, interval: 20 })
  return {
    url,
    pid,
    held: () => (canLook ? filesHeld(pid, w.file) : ALL_HELD),
    /** The code it ends with, once it does. */
    ended,
    isOver: () => isOver,
    /** The lines of its log, without those of the requests. */
    log: (): Record<string, unknown>[] =>
      out
        .join('')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
        .filter((line) => !('method' in line)),
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

/** One of an operator's commands, run to its end on this database in a process of its own. */
export function operators(where: string | TestWorld['at'], ...words: string[]) {
  const at = typeof where === 'string' ? { url: `file:${where}` } : where
  const env = { NODE_ENV: 'production' as const, PATH: process.env.PATH, ...databaseOf(at) }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/server/portal.js', ...words], {
    ...{ env, encoding: 'utf8', maxBuffer: 1e8 },
  })
  return { isDone: status === 0, stdout, stderr }
}

/** What her family said, as an operator gets it out of this database. */
export function wordsIn(where: string | TestWorld['at']): string[] {
  const { stdout, stderr } = operators(where, 'family', 'export', kelly.family)
  if (stderr) throw new Error(stderr)
  const entries: { words?: string }[] = JSON.parse(stdout).said.checkIns
  return entries.flatMap(({ words }) => words ?? [])
}
