import type { LoaderFunctionArgs } from '@remix-run/node'
import { pictureFor } from '#app/domain/access/picture-for'
import { memberOf, noteView } from '#app/edge/guards.server'

/** A picture of a story, for who reads the frame it stands in; for everybody else a page that never was. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const picture = await pictureFor(context.world, member.plan, params.picture ?? '')
  if (!picture) throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'picture.viewed')
  return new Response(picture.bytes, { headers: { 'Content-Type': picture.type } })
}
