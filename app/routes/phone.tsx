import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { isInside } from '#app/edge/guards.server'
import type { PageHandle } from '#app/views/page-handle'
import { SaferPhonePage } from '#app/views/safer-phone-page'

export const handle: PageHandle = { title: 'phone' }

/** Whoever finds it in the history learns from it that somebody had a reason to hide: it opens inside alone. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!(await isInside(context))) throw redirect('/')
  return null
}

export default SaferPhonePage
