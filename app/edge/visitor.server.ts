import { sessionOf } from '#app/domain/coming-in/sessions'
import { type StaffSession, staffSessionOf } from '#app/domain/council/staff-sessions'
import type { Session } from '#app/domain/forms/session'
import type { World } from '#app/domain/world'
import { isLanguage, type Language } from '#locales/languages'
import { readCookie } from './cookies.server'
import { languageAskedFor } from './i18n.server'

/** Who is at the door. Each question goes to the database at most once a request, and only when it is asked. */
export type Visitor = {
  /** The family member's browser, in whatever state; null without one. */
  session: () => Promise<Session | null>
  /** The member of staff's browser; null when not signed in. */
  staff: () => Promise<StaffSession | null>
  /** What was chosen here, else the signed-in person's, else what the browser asks for, else English. */
  language: () => Promise<Language>
}

export function visitorOf(world: World, request: Request): Visitor {
  const cookie = readCookie(request, '__Host-session')
  const desk = readCookie(request, '__Host-desk')
  const chosen = readCookie(request, '__Host-language')
  const session = once(async () => (cookie ? sessionOf(world, cookie) : null))
  const staff = once(async () => (desk ? staffSessionOf(world, desk) : null))
  const language = once(async () => {
    if (isLanguage(chosen)) return chosen
    const theirs = (await session())?.language
    return isLanguage(theirs) ? theirs : languageAskedFor(request.headers.get('Accept-Language'))
  })
  return { session, staff, language }
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
