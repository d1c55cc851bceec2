import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

/** What only a portal with this secret answers to a word: so one knows that an address leads to it and to no other. */
export const saysWho = ({ sessionSecret }: { sessionSecret: string }, word: string): string =>
  createHmac('sha256', sessionSecret)
    .update(JSON.stringify(['healthz', word]))
    .digest('base64url')

const PATIENCE_MS = 5000

type Place = { host: string; port: number; publicUrl: string | undefined; sessionSecret: string }

/**
 * Why the public address does not lead here, as a sentence; undefined when it does. Where no portal listens yet, this
 * answers in its place for the while.
 */
export async function whyNotReached({ host, port, publicUrl = '', sessionSecret }: Place): Promise<string | undefined> {
  const word = randomBytes(16).toString('hex')
  const standIn = createServer((_request, response) => response.end(saysWho({ sessionSecret }, word))).listen(
    port,
    host,
  )
  await Promise.race([once(standIn, 'listening'), once(standIn, 'error')]).catch(() => undefined)
  try {
    const answer = await fetch(`${publicUrl}/healthz?word=${word}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = (await answer.text()).trim()
    return text === saysWho({ sessionSecret }, word)
      ? undefined
      : `PUBLIC_URL leads to something else than this portal: ${publicUrl} answered ${answer.status}.`
  } catch {
    return `PUBLIC_URL does not answer: nothing came back from ${publicUrl}.`
  } finally {
    standIn.close().closeAllConnections()
  }
}
