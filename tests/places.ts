/**
 * Where the databases of test worlds are: files; or, under `TEST_DATABASE=libsql`, a libSQL server the run has to
 * itself, with a database for each world.
 */
import dns from 'node:dns'
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { inject, test } from 'vitest'
import { administer } from './libsql-server'

/** For what is about the file itself: its lock, its bytes. A server has no lock that others see. */
export const onFile = test.skipIf(inject('libsql') !== undefined)

/** `file` is empty on a server. */
export type Where = { url: string; authToken?: string; file: string }

type Kind = 'empty' | 'families'
/** Fills a new database, and closes it. */
type Make = (where: Where) => Promise<void>

/** A database of one's own, as `make` once filled it; `remove` when nobody has it open any more. */
export async function newPlace(kind: Kind, make: Make): Promise<{ where: Where; remove: () => Promise<void> }> {
  return inject('libsql') ? onServer(kind, make) : inFile(kind, make)
}

async function inFile(kind: Kind, make: Make) {
  const base = await baseFile(kind, make)
  const folder = mkdtempSync(join(inject('runFolder'), 'world-'))
  const file = join(folder, 'portal.db')
  copyFileSync(base, file)
  return { where: fileAt(file), remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

const fileAt = (file: string): Where => ({ url: `file:${file}`, file })

/** Made by whoever needs it first, once a run; moved into place in one step, since test files run side by side. */
async function baseFile(kind: Kind, make: Make): Promise<string> {
  const base = join(inject('runFolder'), `${kind}.db`)
  if (existsSync(base)) return base
  const making = join(inject('runFolder'), `${kind}-${process.pid}.db`)
  await make(fileAt(making))
  const copier = createClient({ url: `file:${making}` })
  await copier.execute({ sql: 'VACUUM INTO ?', args: [`${making}.whole`] })
  copier.close()
  renameSync(`${making}.whole`, base)
  return base
}

const bases = new Map<Kind, Promise<string>>()
let made = 0

async function onServer(kind: Kind, make: Make) {
  const base = bases.get(kind) ?? baseOnServer(kind, make)
  bases.set(kind, base)
  const name = `w${process.pid}-${made++}`
  const { adminPort } = theServer()
  await administer(adminPort, 'POST', `${await base}/fork/${name}`)
  return { where: named(name), remove: () => administer(adminPort, 'DELETE', name) }
}

/** Once a process. */
async function baseOnServer(kind: Kind, make: Make): Promise<string> {
  const name = `${kind}-${process.pid}`
  await administer(theServer().adminPort, 'POST', `${name}/create`)
  await make(named(name))
  return name
}

function theServer() {
  const server = inject('libsql')
  if (!server) throw new Error('This run has no server.')
  return server
}

/** A server tells its databases apart by the first word of the address; browsers know `localhost` with words before it, Node does not. */
function named(name: string): Where {
  const { port, authToken } = theServer()
  dns.lookup = lookup
  return { url: `ws://${name}.localhost:${port}`, authToken, file: '' }
}

const asked = dns.lookup
const lookup = ((host: string, ...how: [never, never]) =>
  asked(host.endsWith('.localhost') ? '127.0.0.1' : host, ...how)) as typeof dns.lookup
