import { spawn } from 'node:child_process'
import { ACCOUNT, TOKENS } from './stand-ins/twilio'
import type { TestWorld } from './world'

/**
 * The built portal as a process of its own, on this world's database, with its texts going to a stand-in for Twilio.
 * `under`: what a shell does first, in the portal's own process: sets limits, say, or gives it a disk of its own.
 */
export function portalProcess(w: TestWorld, base: string, settings: Record<string, string> = {}, under = '') {
  const program = [process.execPath, 'build/server/serve.js', 'demo']
  const [command = '', ...args] = under ? ['sh', '-c', `${under} && exec "$@"`, 'sh', ...program] : program
  const child = spawn(command, args, {
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', ...databaseOf(w.at) },
      ...{ TEXTS: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKENS[0], TWILIO_FROM: '+447700900000' },
      ...{ TWILIO_API_BASE: base, ...settings },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (words) => {
      said += said.length < 1000 ? words : ''
      const url = said.match(/Ready: (\S+)/)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => resolve(''))
  })
  return { child, ready }
}

/** The settings that lead to a world's database. */
export const databaseOf = ({ url, authToken }: TestWorld['at']) => ({
  DATABASE_URL: url,
  ...(authToken && { DATABASE_AUTH_TOKEN: authToken }),
})
