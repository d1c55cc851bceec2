import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { newTextFor } from '#app/domain/coming-in/link-requests'
import { tokenIn } from '#app/domain/tokens'
import { leadOn } from '#app/edge/coming-in.server'
import { browserOf } from '#app/edge/known-browser.server'

/** Asks for a new text to where an old link was sent. The answer is that of every number on the first page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { world, visitor } = context
  const { cookies, ...asking } = browserOf(context, request)
  await newTextFor(world, tokenIn(params.token ?? ''), { ...asking, language: await visitor.language() })
  return leadOn('/sent', cookies)
}

export const loader = () => redirect('/')
