import { eq } from 'drizzle-orm'
import type { PlanAsSeenBy, SeenEntry } from '#app/domain/access/plan-as-seen'
import { alsoSaidBy, logFor } from '#app/domain/access/read-log'
import { planFor } from '#app/domain/access/read-plan'
import { sessionOf } from '#app/domain/coming-in/sessions'
import type { MemberSession } from '#app/domain/forms/session'
import { ticketFor } from '#app/domain/forms/tickets'
import type { Press } from '#app/domain/said/say'
import { families, said } from '#db/schema'
import type { CastMember } from './cast'
import { signedIn } from './signed-in'
import type { TestWorld } from './world'

/** Somebody of the cast at a page with a form: who they are, what they see, and the button. */
export type AtAForm = { member: MemberSession; plan: PlanAsSeenBy; press: (words?: string, form?: string) => Press }

/** Signs them in. Every call of what is given back is a page freshly opened, with a ticket of its own. */
export async function speaker(world: TestWorld, who: CastMember, language = 'en'): Promise<() => Promise<AtAForm>> {
  const { cookie } = await signedIn(world, who)
  const value = cookie.split('=')[1] ?? ''
  return async () => {
    const member = (await sessionOf(world, value)) as MemberSession
    const plan = await planFor(world, { ...member, language })
    if (!plan) throw new Error(`${who.id} has no view`)
    const press = (words = '', form = 'a-form') => {
      const path = `/p/${plan.id}/${form}`
      return {
        path,
        ticket: ticketFor(world, member, path),
        fields: [['words', words] as [string, string]],
        leadTo: (entry: string) => `/thanks/${entry}`,
      }
    }
    return { member, plan, press }
  }
}

/** What they see at this moment, whether or not they ever joined. */
export async function viewOf(world: TestWorld, who: CastMember, language = 'en'): Promise<PlanAsSeenBy> {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, who.family))
  return theOne((await planFor(world, { familyId: family?.id ?? '', personId: who.id, language })) ?? undefined)
}

/** Everything the rule gives them at this moment: the plan, all of the log, and what they said beside it. */
export async function allFor(world: TestWorld, who: CastMember, language = 'en') {
  const plan = await viewOf(world, who, language)
  const all = { limit: 1000 }
  return { plan, log: await logFor(world, plan, all), beside: await alsoSaidBy(world, plan, all) }
}

/** The newest page of the log as they read it at this moment. */
export async function logOf(world: TestWorld, who: CastMember): Promise<SeenEntry[]> {
  return (await logFor(world, await viewOf(world, who))).entries
}

/** Everything a person said through the portal, first to last: what came with the file is left out. */
export async function saidBy(world: TestWorld, who: CastMember) {
  const rows = await world.db.read.select().from(said).where(eq(said.by, who.id)).orderBy(said.seq)
  return rows.filter(({ versionId }) => versionId)
}

export function theOne<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('That is not there.')
  return found
}
