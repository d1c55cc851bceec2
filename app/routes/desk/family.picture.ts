import type { LoaderFunctionArgs } from '@remix-run/node'
import { pictureOf } from '#app/domain/access/picture-for'
import { familyAt } from '#app/edge/desk-guards.server'

/** A picture of a family, for who works with it. The page it stands on was noted as looked at. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { family } = await familyAt(context, params)
  const picture = await pictureOf(context.world, family.familyId, params.file ?? '')
  if (!picture) throw new Response(null, { status: 404 })
  return new Response(picture.bytes, { headers: { 'Content-Type': picture.type } })
}
