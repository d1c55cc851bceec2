import type { LoaderFunctionArgs } from '@remix-run/node'
import { voiceFor } from '#app/domain/access/heard'
import { memberOf, noteView } from '#app/edge/guards.server'
import { ranged } from '#app/edge/ranged.server'

/** A recorded voice, for who reads the words it says; for everybody else a page that never was. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const voice = await voiceFor(context.world, member.plan, params.text ?? '')
  if (!voice) throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'voice.viewed')
  return ranged(request, new Uint8Array(voice.bytes), voice.type)
}
