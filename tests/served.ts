import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { createServer } from '#app/edge/server.server'
import type { StaffProvider } from '#app/edge/staff-provider.server'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { atTheEnd } from './at-the-end'
import type { TestWorld } from './world'

type Line = Parameters<NonNullable<Parameters<typeof createServer>[2]>['log'] & {}>[0]
type Ask = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** The built pages over HTTP, on a port of their own, in this world. `ask` sends exactly what it is told, and follows nothing. */
export async function served(world: TestWorld, { staffProvider }: { staffProvider?: StaffProvider } = {}) {
  buildIfNeeded(true)
  const build: ServerBuild = await import(resolve('build/server/index.js'))
  const logged: Line[] = []
  const server = createServer(world, build, { log: (line) => logged.push(line), staffProvider }).listen(0, '127.0.0.1')
  atTheEnd(() => server.close().closeAllConnections())
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  return { host, logged, ask: (path: string, how: Ask = {}) => ask(port, path, how) }
}

/** The pages of a portal that runs as a process of its own. */
export function siteAt(url: string): Awaited<ReturnType<typeof served>> {
  const { host, port } = new URL(url)
  return { host, logged: [], ask: (path, how = {}) => ask(Number(port), path, how) }
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length: Record<string, string> = body === undefined ? {} : { 'Content-Length': `${Buffer.byteLength(body)}` }
    // A connection each: one kept from before may have been given up by the other side while a test waited for a process.
    const to = { host: '127.0.0.1', port, path, agent: false }
    const asked = request({ ...to, method, headers: { ...length, ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      const all = () => {
        const body = Buffer.concat(chunks).toString('utf8')
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
      }
      answer.on('data', (chunk) => chunks.push(chunk)).on('error', reject)
      answer.on('end', all)
      // News never end by themselves: the first of them is enough to know who gets any.
      if (answer.headers['content-type']?.startsWith('text/event-stream'))
        answer.once('data', all).once('data', () => answer.destroy())
    })
    asked.on('error', reject).end(body)
  })
}

/** A form as a browser sends it. */
export function form(fields: Record<string, string>, headers: Record<string, string> = {}): Ask {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return { method: 'POST', headers: { ...type, ...headers }, body: new URLSearchParams(fields).toString() }
}
