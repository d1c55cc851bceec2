import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SignedOutPage } from '#app/views/desk/signed-out-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }
export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders

/**
 * Signed out here. On to the other end: by a page, since the browser's policy lets no form of ours lead elsewhere.
 * Whoever is signed in has not just signed out.
 */
export async function loader({ context: { visitor, staffProvider } }: LoaderFunctionArgs) {
  if (!staffProvider) throw redirect('/desk/sign-in')
  if (await visitor.staff()) throw redirect('/desk')
  const there = await staffProvider.signOutUrl()
  return data({ there }, there ? { headers: { Refresh: `0; url=${there}` } } : undefined)
}

export default function SignedOut() {
  return <SignedOutPage {...useLoaderData<typeof loader>()} />
}
