import { endSession, sessionOf } from '#app/domain/coming-in/sessions'
import {
  endStaffSession,
  isToBeNoted,
  noteStillThere,
  type StaffSession,
  staffSessionOf,
  wasStaffSession,
} from '#app/domain/council/staff-sessions'
import type { Session } from '#app/domain/forms/session'
import type { World } from '#app/domain/world'
import { type Language, languageOf } from '#locales/languages'
import { readCookie } from './cookies.server'
import { languageAskedFor } from './i18n.server'
import type { SignOuts } from './sign-outs.server'
import { doorTo } from './signing-in.server'

/** Who is at the door. Each question goes to the database at most once a request, and only when it is asked. */
export type Visitor = {
  /** The family member's browser, in whatever state; null without one. */
  session: () => Promise<Session | null>
  /** The member of staff's browser; null when not signed in. */
  staff: () => Promise<StaffSession | null>
  /** Somebody is signed in in this browser, or was: who idled out while they wrote is given all of it back. */
  wasIn: () => Promise<boolean>
  /** Where staff sign in, to come back to the page that was asked for. */
  deskDoor: string
  /** The member of staff is to be noted as there with what this page writes: once, and not when only their screen asked. */
  noteStaff: () => Promise<StaffSession | null>
  /** Notes it by itself, if they were and nothing else was written. */
  staffWasHere: () => Promise<void>
  /** What was chosen here, else the signed-in person's, else what the browser asks for, else English. */
  language: () => Promise<Language>
  /** Ends the family member's session, or the member of staff's, if there is one: see `SignOuts`. Never rejects. */
  signOut: () => Promise<void>
  signOutOfDesk: () => Promise<void>
}

export function visitorOf(world: World, request: Request, signingOut: SignOuts): Visitor {
  const cookie = readCookie(request, '__Host-session')
  const desk = readCookie(request, '__Host-desk')
  const chosen = readCookie(request, '__Host-language')
  const session = once(async () => (cookie && !signingOut.isEnding(cookie) ? sessionOf(world, cookie) : null))
  const staff = once(async () => (desk && !signingOut.isEnding(desk) ? staffSessionOf(world, desk) : null))
  const wasIn = async () => (await session()) !== null || (!!desk && (await wasStaffSession(world, desk)))
  const url = new URL(request.url)
  const deskDoor = request.method === 'GET' ? doorTo(url.pathname + url.search) : '/desk/sign-in'
  // What a page asks for by itself keeps nobody signed in.
  const isPerson = request.method === 'POST' || request.headers.get('Sec-Fetch-Dest') !== 'empty'
  let noted = false
  const noteStaff = async () => {
    const found = noted || !isPerson ? null : await staff()
    if (!found || !isToBeNoted(world, found)) return null
    noted = true
    return found
  }
  const staffWasHere = async () => {
    const found = staff.wasAsked() && /^\/desk\b/i.test(url.pathname) ? await noteStaff() : null
    if (found && !signingOut.isEnding(desk ?? '')) await noteStillThere(world, found)
  }
  const language = once(async () => {
    return (
      languageOf(chosen) ??
      languageOf((await session())?.language) ??
      languageAskedFor(request.headers.get('Accept-Language'))
    )
  })
  const signOut = async () => {
    if (!cookie) return
    await signingOut.end(cookie, async () => {
      const found = await sessionOf(world, cookie)
      if (found) await endSession(world, found)
    })
  }
  const signOutOfDesk = async () => {
    if (!desk) return
    await signingOut.end(desk, async () => {
      const found = await staffSessionOf(world, desk)
      if (found) await endStaffSession(world, found)
    })
  }
  return { session, staff, wasIn, deskDoor, noteStaff, staffWasHere, language, signOut, signOutOfDesk }
}

function once<T>(ask: () => Promise<T>): (() => Promise<T>) & { wasAsked: () => boolean } {
  let answer: Promise<T> | undefined
  const get = () => {
    answer ??= ask()
    return answer
  }
  return Object.assign(get, { wasAsked: () => answer !== undefined })
}
