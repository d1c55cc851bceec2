import { type AppLoadContext, redirect } from '@remix-run/node'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { planFor } from '#app/domain/access/read-plan'
import { noteLook } from '#app/domain/coming-in/looks'
import { IDLE_MINUTES } from '#app/domain/coming-in/sessions'
import type { MemberSession } from '#app/domain/forms/session'
import type { World } from '#app/domain/world'
import { atMost } from './at-most.server'
import { traceOf } from './log.server'

export type Member = { session: MemberSession; plan: PlanAsSeenBy }

/** For a page that shows somebody's plan: `export const headers = signedInHeaders`. Untouched, it leaves the screen by itself. */
export const signedInHeaders = () => ({ Refresh: `${IDLE_MINUTES * 60}; url=/locked` })

/**
 * Who is reading, and the plan as they may see it at this moment. Throws the way out for anyone else: to where they
 * can come in, or, for a plan that is not theirs, the same 404 as for one that never was.
 */
export async function memberOf(context: AppLoadContext, params: { plan?: string } = {}): Promise<Member> {
  const { world, visitor } = context
  const session = await memberSessionOf(context)
  const { familyId, personId, planId } = session
  const theirs = params.plan === undefined || params.plan === planId
  const plan = theirs && (await planFor(world, { familyId, personId, language: await visitor.language() }))
  if (!plan) throw new Response(null, { status: 404 })
  return { session, plan }
}

/** Who is reading, whether or not there is a plan for them to see at this moment. */
export async function memberSessionOf({ visitor }: AppLoadContext): Promise<MemberSession> {
  const session = await visitor.session()
  if (!session || session.state === 'ended') throw redirect('/')
  if (session.state !== 'open') throw redirect('/locked')
  if (session.stage !== 'member') throw redirect(session.stage === 'word' ? '/word' : '/welcome')
  return session
}

/** Whether the word was given in this browser and it is still open: only then may a page tell what this is. */
export async function isInside({ visitor }: AppLoadContext): Promise<boolean> {
  const session = await visitor.session()
  return session?.state === 'open' && session.stage !== 'word'
}

/** Notes that the person looked at a page ("plan.viewed"), and that they are here. */
export const noteView = (world: World, { session }: Member, did: `${string}.viewed`): Promise<void> =>
  noteLook(world, { session, did })

/**
 * As `noteView`, for the one page that is shown even when the database refuses the row: someone may be in danger. Nor
 * does it wait for a database that is locked; the row then follows when it can.
 */
export async function noteViewIfPossible({ world, log }: AppLoadContext, member: Member, did: `${string}.viewed`) {
  const noted = noteView(world, member, did).catch((error) => log({ notRecorded: did, ...traceOf(error) }))
  await atMost(noted)
}
