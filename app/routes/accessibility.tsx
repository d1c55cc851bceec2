import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { councilOf } from '#app/domain/council/council'
import { isInside } from '#app/edge/guards.server'
import { AccessibilityPage } from '#app/views/accessibility-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'accessibility' }

export async function loader({ context }: LoaderFunctionArgs) {
  return { council: (await isInside(context)) ? (await councilOf(context.world)).name : undefined }
}

export default function Accessibility() {
  return <AccessibilityPage {...useLoaderData<typeof loader>()} />
}
