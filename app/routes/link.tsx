import { type ActionFunctionArgs, data } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { spend } from '#app/domain/coming-in/link'
import { stopTexts } from '#app/domain/coming-in/link-requests'
import { onCallNow } from '#app/domain/council/on-call'
import { tokenIn } from '#app/domain/tokens'
import { letIn, placeOf } from '#app/edge/coming-in.server'
import { cookie } from '#app/edge/cookies.server'
import { takeForm } from '#app/edge/form.server'
import { browserOf, isKnownBrowser } from '#app/edge/known-browser.server'
import { DeadLinkPage, StoppedPage, type WhyNot } from '#app/views/come-in/dead-link-page'
import { LinkPage } from '#app/views/come-in/link-page'
import type { PageHandle } from '#app/views/page-handle'
import { languageOf } from '#locales/languages'

export const handle: PageHandle = { title: 'link' }

// There is no loader: opening a link asks nothing, changes nothing, and shows the same for each.

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { world, visitor } = context
  const token = tokenIn(params.token ?? '')
  if (new URL(request.url).searchParams.has('stop')) return stop(args, token)
  const answer = await takeForm<WhyNot>(args, async ({ typed }) => {
    const browser = browserOf(context, request)
    if (!isKnownBrowser(request, browser)) return { faults: { link: 'no-cookies' } }
    const { browserHash } = browser
    // Which of the buttons was pressed says what its reader reads.
    const language = languageOf(typed.language)
    const cookies = [...browser.cookies, ...(language ? [cookie('__Host-language', language, { days: 365 })] : [])]
    const spent = await spend(world, token, { browserHash, session: await visitor.session() })
    if ('dead' in spent) return { faults: { link: spent.dead } }
    throw await letIn(context, spent, cookies)
  })
  const why = answer.data.faults?.link
  if (!why) return data({ is: 'busy' as const }, answer.init ?? undefined)
  const session = await visitor.session()
  const on = session?.state === 'open' || session?.state === 'locked' ? placeOf(session) : undefined
  const isGone = why !== 'elsewhere' && why !== 'no-cookies'
  const page = { is: 'dead' as const, why, again: `/l/${token}/again`, on, onCall: await onCallNow(world) }
  return data(page, isGone ? 410 : 200)
}

async function stop(args: ActionFunctionArgs, token: string) {
  const { world } = args.context
  const answer = await takeForm<'too-old', 'stopped'>(args, async () => {
    const stopped = await stopTexts(world, token)
    return stopped === 'stopped' ? { told: stopped } : { faults: { link: stopped } }
  })
  const { told, faults } = answer.data
  if (!told && !faults) return data({ is: 'busy' as const }, answer.init ?? undefined)
  const onCall = await onCallNow(world)
  if (told) return data({ is: told, onCall }, answer.init ?? undefined)
  return data({ is: 'dead' as const, why: 'expired' as const, again: `/l/${token}/again`, on: undefined, onCall }, 410)
}

export default function Link() {
  const answer = useActionData<typeof action>()
  if (answer?.is === 'dead') return <DeadLinkPage {...answer} />
  if (answer?.is === 'stopped') return <StoppedPage {...answer} />
  return <LinkPage busy={answer?.is === 'busy'} />
}
