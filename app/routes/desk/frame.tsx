import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { nobodysFor } from '#app/domain/council/nobodys'
import { heldAt, staffAt } from '#app/edge/desk-guards.server'
import { DeskFrame } from '#app/views/desk/frame'
import keys from '../../views/desk.js?url'

/** Round every page of the desk: nobody gets past it without having signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const staff = await staffAt(context)
  const { name, role } = staff
  const families = await heldAt(context, staff)
  const count = families.reduce((sum, { waiting }) => sum + waiting, 0)
  const nobodys = role === 'administrator' ? (await nobodysFor(context.world, staff)).length : 0
  return { staff: { name, role }, waiting: count, families: families.length, nobodys }
}

const PLACES = ['families', 'texts', 'settings', 'staff', 'trail', 'team', 'away', 'glass'] as const

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
