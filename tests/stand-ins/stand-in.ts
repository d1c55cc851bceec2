/** What a stand-in for a provider of texts can be told to do wrong, and what it remembers. Real HTTP, on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProviderCall } from '#app/domain/provider'

/**
 * How it answers when a text is handed over. Of those that break off, `taken` says whether it has the text all the
 * same: whoever called cannot know.
 */
export type Mode =
  | { is: 'fine' }
  | { is: 'busy'; seconds?: number }
  | { is: 'unauthorised' }
  | { is: 'refuses'; number: 'unknown' | 'odd' | 'abroad' }
  | { is: 'error' | 'hangs' | 'resets' | 'resets-midway' | 'garbles' | 'falls-silent'; taken: boolean }

/** Every way of breaking off after which nobody knows. */
export const BREAKS = ['error', 'hangs', 'resets', 'resets-midway', 'garbles', 'falls-silent'] as const

export type Taken = { id: string; providerId: string; to: string; body: string; asked: URLSearchParams }

export type StandIn = {
  url: string
  /** Where it calls us. */
  publicUrl: string
  mode: Mode
  /** Every text it took, first to last. */
  taken: Taken[]
  /** How many times it was asked to take one. */
  asked: number
  /** Milliseconds before it answers. */
  slow: number
  /** How many callers were gone when it was ready to take their text: it takes every other such one. */
  abandoned: number
  /** What it calls us with when a text has got so far. `key`: what it proves itself with. */
  statusCall: (
    text: Taken,
    status: 'accepted' | 'sent' | 'delivered' | 'dead' | 'unreachable',
    key?: string,
  ) => ProviderCall
  incomingCall: (text: { id: string; from: string; words: string; pictures?: number }, key?: string) => ProviderCall
  /** Calls about texts that come in which are truly its own, and of which we understand nothing. */
  strangeCalls: () => ProviderCall[]
  /** A text came in, whether or not its call reached us: it says so when asked. */
  received: (text: { id: string; from: string; words: string; at?: Date; to?: string; pictures?: number }) => void
  /** What it says of the text from now on, when asked. */
  settle: (text: Taken, status: 'delivered' | 'dead') => void
  /** The words it still has of a text. */
  wordsOf: (providerId: string) => string | undefined
  close: () => Promise<void>
}

/** Listens on a port of its own, and gives its address and how to end it. */
export async function listening(handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const server: Server = createServer(handle).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

export function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks).toString()))
  })
}

export function answerJson(response: ServerResponse, status: number, value: unknown, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value))
}

/** Breaks off in the way asked for. */
export function breakOff(is: (typeof BREAKS)[number], response: ServerResponse, whole: string) {
  const head = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(whole) }
  switch (is) {
    case 'error':
      return response.writeHead(500, { 'Content-Type': 'application/json' }).end('{}')
    case 'hangs':
      return
    case 'resets':
      return response.destroy()
    case 'resets-midway':
      response.writeHead(201, head).write(whole.slice(0, 10))
      return setTimeout(() => response.destroy(), 5)
    case 'garbles':
      return response.writeHead(201, { 'Content-Type': 'application/json' }).end(whole.slice(0, -7))
    case 'falls-silent':
      return response.writeHead(200, head).write(whole.slice(0, 5))
  }
}
