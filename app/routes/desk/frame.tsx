import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { familiesOf } from '#app/domain/council/families'
import { unseenFor } from '#app/domain/said/unseen'
import { staffAt } from '#app/edge/desk-guards.server'
import { DeskFrame } from '#app/views/desk/frame'
import keys from '../../views/desk.js?url'

/** Round every page of the desk: nobody gets past it without having signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { staffId, name, role } = await staffAt(context)
  const families = await familiesOf(context.world, staffId)
  const waiting = await unseenFor(
    context.world,
    staffId,
    families.filter(({ published }) => published),
  )
  return { staff: { name, role }, waiting: waiting.length, families: families.length }
}

const PLACES = ['families', 'texts', 'settings'] as const

export default function Frame() {
  const { pathname } = useLocation()
  const on = PLACES.find((place) => pathname.startsWith(`/desk/${place}`)) ?? 'today'
  return (
    <>
      <DeskFrame {...useLoaderData<typeof loader>()} on={on}>
        <Outlet />
      </DeskFrame>
      <script src={keys} defer />
    </>
  )
}
