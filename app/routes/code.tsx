import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { spendCode } from '#app/domain/coming-in/sign-in'
import { letIn } from '#app/edge/coming-in.server'
import { takeForm } from '#app/edge/form.server'
import { browserOf, knownFromHere, loaderHeaders } from '#app/edge/known-browser.server'
import { CodePage } from '#app/views/come-in/code-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'code' }
export const headers = loaderHeaders

/** A wrong code and a number nobody knows get the same answer. */
export const action = (args: ActionFunctionArgs) =>
  takeForm<'wrong' | 'too-many'>(args, async ({ typed: { phone = '', code = '' } }) => {
    const { world, visitor } = args.context
    const { cookies, ...asking } = browserOf(args.context, args.request)
    const spent = await spendCode(world, { phone, code }, { ...asking, session: await visitor.session() })
    if ('tooMany' in spent) return { faults: { code: 'too-many' } }
    if ('wrong' in spent || 'dead' in spent) return { faults: { code: 'wrong' } }
    throw await letIn(args.context, spent, cookies)
  })

export const loader = ({ request, context }: LoaderFunctionArgs) => knownFromHere(context, request, {})

export default function Code() {
  return <CodePage {...useActionData<typeof action>()} />
}
