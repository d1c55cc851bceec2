import type { LoaderFunctionArgs } from '@remix-run/node'
import { saysWho } from '#app/edge/reached.server'

/** The process answers, and, to whoever asks with a word, that it is this portal. Whether it can serve anyone is `/readyz`. */
export function loader({ request, context: { world } }: LoaderFunctionArgs) {
  const word = new URL(request.url).searchParams.get('word')
  return new Response(word === null ? 'ok\n' : `${saysWho(world.settings, word.slice(0, 100))}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
