/**
 * Whose account at the council's sign-in is whose here. An account is known by its issuer and its own id there
 * (`sub`), which never becomes somebody else's. Only the first time is it found by a name, and only for a member of staff
 * who has no account yet: names are given anew to the next who comes, so they open nothing twice.
 */
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { newToken } from '#app/domain/tokens'
import { type Did, writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { type Drizzle, type Statement, wasThereAlready } from '#db/client.server'
import { staff, staffAccounts, staffSessions, usedOnce } from '#db/schema'
import { withoutHiddenSigns } from './hidden-signs'
import { isInAFamily } from './ids-of-families'
import { newStaffSession, type Role } from './staff-sessions'

/** What the council's sign-in says of somebody, checked. */
export type Account = {
  issuer: string
  subject: string
  /** The provider's own session, if it names one: what it ends later. */
  sid?: string
  /** By which name they are found the first time: the claim the operator chose. */
  calledThere: string
  name?: string
  /** Absent: the council gives them none here. */
  role?: Role
}

/** `no-role`: the council gave them none. `left`: they do not work here any more. `not-theirs`: the name is taken by another account. `used`: it came in by this already. */
export type NotIn = 'no-role' | 'left' | 'not-theirs' | 'used'

const KEYS = [
  'staff.id',
  'staff_accounts.issuer, staff_accounts.subject',
  'staff_accounts.staff_id, staff_accounts.issuer',
]

const until = (world: World, ms: number) => new Date(world.now().getTime() + ms).toISOString()
/** Longer than a sign-in may be under way, and than a word of the provider's is taken. */
const ONCE_MS = 60 * 60_000

/**
 * Signs in whoever an account belongs to, and gives the cookie's value. `once`: the sign-in that was under way, good for
 * this alone. The council's word on the role holds from now on, in every browser of theirs.
 */
export async function signInWith(world: World, account: Account, once: string): Promise<{ value: string } | NotIn> {
  try {
    return await signIn(world, account, once)
  } catch (error) {
    if (wasThereAlready(error, 'used_once.id')) return 'used'
    // In two tabs at once for the first time: by now the other has added them.
    if (KEYS.some((key) => wasThereAlready(error, key))) return signIn(world, account, once)
    throw error
  }
}

async function signIn(world: World, account: Account, once: string): Promise<{ value: string } | NotIn> {
  const found = await ownerOf(world, account)
  if (found === 'not-theirs') return found
  if (found?.leftAt && found.leftAt <= world.now().toISOString()) return 'left'
  const { role } = account
  if (!role) {
    if (found?.isLinked) await endAllOf(world, found.id, 'staff.role-gone')
    return 'no-role'
  }
  const staffId = found?.id ?? (await newIdFor(world, account))
  const value = newToken(world)
  const at = world.now().toISOString()
  const who = `staff:${staffId}` as const
  const dids: Did[] = [
    ...(found ? [] : [{ who: 'system' as const, did: 'staff.added', about: staffId }]),
    ...(found?.isLinked ? [] : [{ who, did: 'staff.account-linked' }]),
    ...(found && found.role !== role ? [{ who: 'system' as const, did: `staff.role-${role}`, about: staffId }] : []),
    { who, did: 'staff.signed-in' },
  ]
  const added = { id: staffId, name: nameOf(account), role, addedAt: at, account: account.calledThere }
  const link = { issuer: account.issuer, subject: account.subject, staffId, linkedAt: at }
  await writeAudited(world, dids, (db) => [
    db.insert(usedOnce).values({ id: once, until: until(world, ONCE_MS) }),
    ...(found ? changed(db, found, role) : [db.insert(staff).values(added)]),
    ...(found?.isLinked ? [] : [db.insert(staffAccounts).values(link)]),
    db.insert(staffSessions).values(newStaffSession(world, value, staffId, account.sid)),
  ])
  return { value }
}

type Owner = { id: string; role: Role; leftAt: string | null; isLinked: boolean }

/** Whose account it is; undefined when nobody's yet. */
async function ownerOf(
  world: World,
  { issuer, subject, calledThere }: Account,
): Promise<Owner | 'not-theirs' | undefined> {
  const { read } = world.db
  const member = { id: staff.id, role: staff.role, leftAt: staff.leftAt }
  const [linked] = await read
    .select(member)
    .from(staffAccounts)
    .innerJoin(staff, eq(staff.id, staffAccounts.staffId))
    .where(and(eq(staffAccounts.issuer, issuer), eq(staffAccounts.subject, subject)))
  if (linked) return { ...linked, isLinked: true }
  const name = folded(calledThere)
  const here = or(isNull(staff.leftAt), sql`${staff.leftAt} > ${world.now().toISOString()}`)
  const [named, ...more] = await read
    .select({ ...member, other: staffAccounts.subject })
    .from(staff)
    .leftJoin(staffAccounts, and(eq(staffAccounts.staffId, staff.id), eq(staffAccounts.issuer, issuer)))
    .where(and(here, sql`lower(coalesce(${staff.account}, ${staff.id})) = ${name}`))
  if (!named) return undefined
  if (named.other !== null || more.length > 0) return 'not-theirs'
  return { ...named, isLinked: false }
}

const changed = (db: Drizzle, found: Owner, role: Role): Statement[] =>
  found.role === role ? [] : [db.update(staff).set({ role }).where(eq(staff.id, found.id))]

/** A council with no name for somebody is better served by what it calls them than by nothing. */
const nameOf = ({ name, calledThere }: Account) =>
  withoutHiddenSigns(name ?? '')
    .trim()
    .slice(0, 100) || withoutHiddenSigns(calledThere).slice(0, 100)

/** As SQLite's `lower` does it, and no further: JavaScript's makes a plain k of the Kelvin sign, and a stranger a Kay. */
const folded = (name: string) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** What stands before the @, where nobody has it here or in a family; ids are never used again, whoever has left. */
async function newIdFor(world: World, { calledThere }: Account): Promise<string> {
  const short = folded(calledThere.split('@', 1).join()).replaceAll('.', '-')
  const isId = /^[a-z0-9_-]{1,40}$/.test(short)
  const isTaken = (await world.db.read.$count(staff, eq(staff.id, short))) > 0 || (await isInAFamily(world, short))
  return isId && !isTaken ? short : newToken(world)
}

/** Ends every session of a member of staff. */
async function endAllOf(world: World, staffId: string, did: string): Promise<void> {
  const at = world.now().toISOString()
  await writeAudited(world, { who: 'system', did, about: staffId }, (db) => [
    db
      .update(staffSessions)
      .set({ endedAt: at })
      .where(and(eq(staffSessions.staffId, staffId), isNull(staffSessions.endedAt))),
  ])
}

/** The council's sign-in says that a session of it is over: one, by its `sid`, or all of an account's. */
export type EndedThere = { issuer: string; jti: string; sid?: string; subject?: string }

/** Ends what came of it, at once. False when this very word came before: it ends nothing that began since. */
export async function endedThere(world: World, { issuer, jti, sid, subject }: EndedThere): Promise<boolean> {
  const at = world.now().toISOString()
  const theirs = world.db.read
    .select({ id: staffAccounts.staffId })
    .from(staffAccounts)
    .where(and(eq(staffAccounts.issuer, issuer), eq(staffAccounts.subject, subject ?? '')))
  const ofTheirs = sql`${staffSessions.staffId} in ${theirs}`
  // One that came without the provider's name for it may be the one that is meant.
  const nameless = subject && and(ofTheirs, isNull(staffSessions.providerSid))
  const which = sid ? or(eq(staffSessions.providerSid, sid), nameless || undefined) : ofTheirs
  try {
    await writeAudited(world, { who: 'system', did: 'staff.ended-by-provider' }, (db) => [
      db.insert(usedOnce).values({ id: `logout ${issuer} ${jti}`, until: until(world, ONCE_MS) }),
      db
        .update(staffSessions)
        .set({ endedAt: at })
        .where(and(which, isNull(staffSessions.endedAt))),
    ])
    return true
  } catch (error) {
    if (wasThereAlready(error, 'used_once.id')) return false
    throw error
  }
}
