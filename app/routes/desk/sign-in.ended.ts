import type { ActionFunctionArgs } from '@remix-run/node'
import { endedThere } from '#app/domain/council/accounts'
import { NotVerified } from '#app/edge/staff-provider.server'
import { troubleOf } from '#app/edge/staff-trouble.server'

const answer = (status: number) => new Response(null, { status })

/** Programs alone come here. */
export const loader = () => answer(404)

/**
 * The council's own sign-in says that a session of it is over, or somebody's account:
 * https://openid.net/specs/openid-connect-backchannel-1_0.html
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { world, staffProvider } = context
  if (!staffProvider) return answer(404)
  const token = (await request.formData()).get('logout_token')
  try {
    const ended = await staffProvider.endedBy(typeof token === 'string' ? token : '')
    if (!(await endedThere(world, ended))) throw new NotVerified('came-before')
    return answer(200)
  } catch (error) {
    const { status } = troubleOf(error, context)
    return answer(status === 503 ? 503 : 400)
  }
}
