import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { councilOf } from '#app/domain/council/council'
import { isInside } from '#app/edge/guards.server'
import type { PageHandle } from '#app/views/page-handle'
import { PrivacyPage } from '#app/views/privacy-page'

export const handle: PageHandle = { title: 'privacy' }

export async function loader({ context }: LoaderFunctionArgs) {
  return { council: (await isInside(context)) ? (await councilOf(context.world)).name : undefined }
}

export default function Privacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />
}
