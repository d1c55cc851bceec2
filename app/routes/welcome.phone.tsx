import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { join } from '#app/domain/coming-in/joining'
import { ticketFor } from '#app/domain/forms/tickets'
import { atTheWelcome, leadOn, sessionCookie, takeEntryForm } from '#app/edge/coming-in.server'
import { signedInHeaders } from '#app/edge/guards.server'
import { browserOf } from '#app/edge/known-browser.server'
import { ThisPhonePage } from '#app/views/come-in/this-phone-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'welcome' }
export const headers = signedInHeaders

/** The person has joined from here on. */
export const action = (args: ActionFunctionArgs) =>
  takeEntryForm(args, atTheWelcome, async ({ session, typed }) => {
    const onlyMe = typed.phone === 'mine'
    const { browserHash } = browserOf(args.context, args.request)
    const value = await join(args.context.world, session, { onlyMe, browserHash })
    throw value ? leadOn('/home', [sessionCookie(value, { onlyMe })]) : leadOn('/locked')
  })

export async function loader({ context }: LoaderFunctionArgs) {
  return { ticket: ticketFor(context.world, await atTheWelcome(context), '/welcome/phone') }
}

export default function WelcomePhone() {
  return <ThisPhonePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
