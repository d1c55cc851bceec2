import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrivedTexts } from '#app/edge/demo-phone.server'
import { DemoPhonePage } from '#app/views/demo-phone-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'demo' }

/** Looks again by itself, without a script. */
export const headers = () => ({ Refresh: '5' })

export async function loader({ context: { world } }: LoaderFunctionArgs) {
  if (world.settings.mode !== 'demo') throw new Response(null, { status: 404 })
  const texts = (await arrivedTexts(world)).reverse()
  const numbers = [...new Set(texts.map(({ to }) => to))]
  return { phones: numbers.map((number) => ({ number, texts: texts.filter(({ to }) => to === number) })) }
}

export default function DemoPhone() {
  return <DemoPhonePage {...useLoaderData<typeof loader>()} />
}
