import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { cookie } from '#app/edge/cookies.server'
import { LanguageChoice } from '#app/views/language-choice'
import type { PageHandle } from '#app/views/page-handle'
import { languageOf } from '#locales/languages'

export const handle: PageHandle = { title: 'language' }

/** Keeps the choice for a year and goes back to where it was made. */
export async function action({ request }: ActionFunctionArgs) {
  const chosen = languageOf((await request.formData()).get('language'))
  const headers: HeadersInit = chosen ? { 'Set-Cookie': cookie('__Host-language', chosen, { days: 365 }) } : {}
  return redirect(pageBefore(request), { status: 303, headers })
}

export default LanguageChoice

/** The path of the page the form stood on, from what the browser says; never another site's. */
function pageBefore(request: Request): string {
  const referer = request.headers.get('Referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  const ours = host === request.headers.get('Host') && pathname !== '/language' && !pathname.startsWith('//')
  return ours ? pathname + search : '/'
}
