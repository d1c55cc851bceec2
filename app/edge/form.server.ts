/**
 * How a form comes in. Nothing anybody typed is lost: it is saved, once; or it is in its fields again with a sentence
 * that says why; or it is kept sealed until the same person has signed in again; or it stands on a plain page.
 *
 *   loader:  const form = await formFor(world, session, path)      its ticket, and what was not sent yet
 *   action:  export const action = (args: ActionFunctionArgs) =>
 *              takeMemberForm(args, async ({ world, member, plan, typed, press }) => Outcome)
 *   page:    const form = { ...loaded.form, ...useActionData<typeof action>() }
 *            <CameBack form={form} /> at the top, <PersonForm action={path} state={form}> round the fields
 *
 * `takeForm` is the same for whoever else sends a form (the desk, someone who has only a link): the caller knows who
 * it is and gives `press` to `sendOnce`. A refusal that is no page (`throw redirect(…)`) passes through both.
 */
import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from '@remix-run/node'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { planFor } from '#app/domain/access/read-plan'
import { keepForm } from '#app/domain/forms/keep-form'
import { type KeptForm, noteShown, takeBack } from '#app/domain/forms/sealed-forms'
import type { MemberSession, Session } from '#app/domain/forms/session'
import { type Form, isGenuine, pressedBefore, type Sender, type Sent, ticketFor } from '#app/domain/forms/tickets'
import type { Told } from '#app/domain/said/say'
import type { World } from '#app/domain/world'
import type { FormFault, FormState, Notice, Typed } from '#app/views/form'
import { hasWords, type WordsNotSentData } from '#app/views/words-not-sent'
import type { Language } from '#locales/languages'
import { databaseTrouble } from './database-trouble.server'
import { type Member, noteView } from './guards.server'
import { traceOf } from './log.server'

/**
 * What became of a form: see `Told`; or it was done, and what its page says of it (`told`, where a thank-you page of its
 * own has no address); or which fields are not right, and why.
 */
export type Outcome<Why extends string = FormFault, What extends string = never> =
  | Told
  | { told: What }
  | { faults: Record<string, Why> }

/** The form a button stood on, without where its thank-you page is. */
export type Pressed = Omit<Form, 'leadTo'>

export type SentForm = { typed: Typed; press: Pressed }
export type SentByMember = SentForm & {
  world: World
  member: MemberSession
  plan: PlanAsSeenBy
  /** Of the page they read and wrote on. */
  language: Language
}

/** What the page gets when a form comes back, or was done there. */
export type GivenBack<Why extends string = FormFault, What extends string = never> = {
  typed: Typed
  notice?: Notice
  /** The one it came with, where it is to come again as the same press. */
  ticket?: string
  faults?: Record<string, Why>
  told?: What
}

/**
 * For a page people write on: `export const headers = formHeaders`. It stays longer than the session does, since
 * leaving by itself would take along what a slow writer has typed; what is sent from it then is kept for them.
 */
export const formHeaders = () => ({ Refresh: `${30 * 60}; url=/locked` })

/** Where what was not sent stands when its own page is gone. */
export const KEPT = '/me/kept'

/** The status of a page whose form came back. */
const STATUS = { 'other-words': 409, 'old-page': 409, busy: 503, unwritable: 503, failed: 500 } as const

/**
 * Takes one form: leads to its thank-you page, or gives everything typed back to the page the form stood on. Also
 * when nothing can be written (503) or something of ours fails (500).
 */
export async function takeForm<Why extends string = FormFault, What extends string = never>(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  take: (sent: SentForm) => Promise<Outcome<Why, What>>,
) {
  brought.add(context)
  const sent = await readForm(request)
  const { typed } = sent
  const outcome = await take(sent).catch((error: unknown) => noticeOf(error, context, typed))
  if ('faults' in outcome) return data<GivenBack<Why, What>>({ typed, faults: outcome.faults }, 422)
  if ('told' in outcome) return data<GivenBack<Why, What>>({ typed, told: outcome.told }, 200)
  switch (outcome.is) {
    case 'saved':
    case 'pressed-twice':
      throw redirect(outcome.leadTo, 303)
    case 'not-a-member':
      throw wordsNotSent(typed)
    default:
      return data<GivenBack<Why, What>>({ typed, notice: outcome.is, ...again(outcome, sent) }, STATUS[outcome.is])
  }
}

/**
 * What nobody answered may have been written after all (a server that went away in the middle): pressed again it goes
 * with the same ticket, and so is there once.
 */
const again = ({ is }: { is: string }, { press }: SentForm) => (is === 'busy' ? { ticket: press.ticket } : {})

/** What became of a press of `sendOnce`. */
export function toldOf(sent: Sent<unknown>, leadTo: string): Told {
  switch (sent.state) {
    case 'done':
      return { is: 'saved', leadTo }
    case 'repeat':
      return { is: 'pressed-twice', leadTo: sent.leadTo }
    case 'other':
      return { is: 'other-words' }
    case 'forged':
      return { is: 'old-page' }
  }
}

/** Takes a form of a member about their own plan. */
export function takeMemberForm(args: ActionFunctionArgs, take: (sent: SentByMember) => Promise<Outcome>) {
  const { context, params } = args
  const { world, visitor } = context
  return takeForm(args, async (sent) => {
    const session = await visitor.session()
    if (!isOpenMember(session)) throw await laterOrNever(context, session, sent)
    const language = await visitor.language()
    const plan = await planFor(world, { ...session, language })
    if (!plan || (params.plan !== undefined && params.plan !== plan.id)) throw new Response(null, { status: 404 })
    return take({ ...sent, world, member: session, plan, language }).catch((error: unknown) => {
      // It is not theirs any more, but what they typed is: from there it can go to their worker.
      const isGone = error instanceof Response && error.status === 404 && hasWords(sent.typed)
      throw isGone ? wordsNotSent(sent.typed, { status: 404, ticket: ticketFor(world, session, KEPT) }) : error
    })
  })
}

/**
 * A blank form for the page, or what this member sent to this path, from this browser, after they had been signed out:
 * not sent yet. `shown`: false where the form is only a button on another page.
 */
export async function formFor(
  world: World,
  session: MemberSession,
  path: string,
  { shown = true } = {},
): Promise<FormState> {
  const ticket = ticketFor(world, session, path)
  const kept = (await takeBack(world, session)).find((form) => form.isHere && form.path === path)
  if (!kept) return { ticket, typed: {} }
  if (shown) await noteShownIfPossible(world, kept)
  return { ticket, kept: kept.id, typed: Object.fromEntries(kept.fields), notice: 'not-sent' }
}

/** While nothing can be written, its hour simply does not begin. */
export async function noteShownIfPossible(world: World, kept: KeptForm): Promise<void> {
  await noteShown(world, kept).catch((error: unknown) => {
    if (!databaseTrouble(error)) throw error
  })
}

/** A blank form for anyone else who has a ticket: the desk, or someone who has not joined yet. */
export function blankForm(world: World, sender: Sender, path: string): FormState {
  return { ticket: ticketFor(world, sender, path), typed: {} }
}

const brought = new WeakSet<AppLoadContext>()

/** Whether this page comes back with a form that was just sent to it. */
export const cameBack = (context: AppLoadContext): boolean => brought.has(context)

/** Notes a page with a form as looked at; not when it comes back with its form, since then nothing may be writable. */
export async function noteFormView(context: AppLoadContext, member: Member, did: `${string}.viewed`): Promise<void> {
  if (!brought.has(context)) await noteView(context.world, member, did)
}

async function readForm(request: Request): Promise<SentForm> {
  const all = [...(await request.formData())].filter((field): field is [string, string] => typeof field[1] === 'string')
  const fields = all.filter(([name]) => name !== 'ticket')
  const ticket = all.find(([name]) => name === 'ticket')?.[1] ?? ''
  return { typed: Object.fromEntries(fields), press: { path: new URL(request.url).pathname, ticket, fields } }
}

export function isOpenMember(session: Session | null): session is MemberSession {
  return session?.state === 'open' && session.stage === 'member'
}

/**
 * The session idled out while they typed: kept for them until they are back. Pressed twice, and over since the first:
 * where that led. Nobody we know: given back as it is.
 */
async function laterOrNever({ world, log }: AppLoadContext, session: Session | null, { typed, press }: SentForm) {
  try {
    const before = session && isGenuine(world, session, press) && (await pressedBefore(world, press))
    if (before) return redirect(before, 303)
    if (session && (await keepForm(world, session, press))) return redirect('/locked', 303)
  } catch (error) {
    log(traceOf(error))
  }
  return wordsNotSent(typed)
}

/**
 * For `root.tsx`, which shows what was typed and what to do: nobody is signed in, it is not theirs any more (404), or
 * the database is lost (503).
 */
function wordsNotSent(typed: Typed, { status = 401, ticket }: { status?: 401 | 404 | 503; ticket?: string } = {}) {
  return data<WordsNotSentData>({ wordsNotSent: typed, ticket }, status)
}

/** An answer thrown on purpose is no error, and passes; with a 404 go the words, if there are any. */
function noticeOf(error: unknown, { log }: AppLoadContext, typed: Typed): { is: 'busy' | 'unwritable' | 'failed' } {
  if (error instanceof Response && error.status === 404 && hasWords(typed)) throw wordsNotSent(typed, { status: 404 })
  if (!(error instanceof Error)) throw error
  const trouble = databaseTrouble(error)
  // Then its own page cannot be read either.
  if (trouble?.name === 'DatabaseLost') throw hasWords(typed) ? wordsNotSent(typed, { status: 503 }) : error
  // To press again is of use behind a lock, and of none on a full disk.
  if (trouble) return { is: trouble.name === 'DatabaseUnwritable' ? 'unwritable' : 'busy' }
  log(traceOf(error))
  return { is: 'failed' }
}
