import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { search } from '#app/domain/desk/search'
import { staffAt } from '#app/edge/desk-guards.server'
import { SearchPage } from '#app/views/desk/search-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { staffId } = await staffAt(context)
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  return { typed, found: typed ? await search(context.world, staffId, typed) : undefined }
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
