import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { claimStatement, letGoStatement } from '#app/domain/forms/sealed-forms'
import { sendOnce } from '#app/domain/forms/tickets'
import { leadOn } from '#app/edge/coming-in.server'
import { KEPT, takeForm, toldOf } from '#app/edge/form.server'
import { memberSessionOf } from '#app/edge/guards.server'

/** Whether what came from another browser is theirs: then they see it; else it is let go. Nothing is typed here, so whatever comes back only asks again. */
export async function action(args: ActionFunctionArgs) {
  const { world } = args.context
  await takeForm(args, async ({ typed: { which = '', mine }, press }) => {
    const member = await memberSessionOf(args.context)
    if (mine !== 'yes' && mine !== 'no') return { faults: {} }
    const did = mine === 'yes' ? 'kept-form.claimed' : 'kept-form.refused'
    const who = `person:${member.personId}` as const
    const statement = mine === 'yes' ? claimStatement : letGoStatement
    const sent = await sendOnce(
      world,
      member,
      { ...press, leadTo: KEPT },
      { who, familyId: member.familyId, did },
      (db) => [statement(db, member, which)],
    )
    return toldOf(sent, KEPT)
  })
  return leadOn(KEPT)
}

export const loader = () => redirect(KEPT)
