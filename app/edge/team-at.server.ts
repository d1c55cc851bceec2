import type { AppLoadContext } from '@remix-run/node'
import { familyAt, staffAt } from './desk-guards.server'

/** The member of staff, who is a manager, and the family of the address, which they manage; else the 404 of what never was. */
export async function managedAt(context: AppLoadContext, params: { family?: string }) {
  const found = await familyAt(context, params)
  if (found.family.as !== 'manager') throw new Response(null, { status: 404 })
  return found
}

/** Who sits at the desk, if they lead a team. */
export async function managerAt(context: AppLoadContext) {
  const staff = await staffAt(context)
  if (staff.role !== 'manager') throw new Response(null, { status: 404 })
  return staff
}

/** Who sits at the desk, if they may have families at all. */
export async function notAdministratorAt(context: AppLoadContext) {
  const staff = await staffAt(context)
  if (staff.role === 'administrator') throw new Response(null, { status: 404 })
  return staff
}
