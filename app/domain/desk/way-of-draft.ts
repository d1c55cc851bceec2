import { type Draft, draftOf, type Named } from '#app/domain/council/drafts'
import { teamOf } from '#app/domain/council/team-of'
import { askersOf, type Before, checkersOf, endorsersOf, type May, mayDo, progressOf } from '#app/domain/council/turns'
import type { World } from '#app/domain/world'

type Done = { name: string; on: string }

/** How far a draft has come, whose turn it is, by name, and what the reader may do about it. */
export type Way = {
  made: Done
  asked?: Done
  endorsed?: Done
  checked?: Done
  sentBack?: Done & { words: string }
  domesticAbuse: boolean
  askers: string[]
  /** Nobody: the plan cannot be endorsed as things stand. */
  endorsers: string[]
  /** Who was named for the second check. */
  checker?: string
  may: May
}

/** The way of a family's draft; undefined when its newest version is published. */
export async function wayOfDraft(world: World, familyId: string, before: Before): Promise<Way | undefined> {
  const draft = await draftOf(world, familyId)
  if (!draft) return undefined
  const team = await teamOf(world, familyId)
  const { asked, endorsed, checked, sentBack } = progressOf(draft)
  const done = (hand: { by: Named; at: string }) => ({ name: hand.by.name, on: hand.at })
  return {
    made: { name: draft.author.name, on: draft.madeAt },
    ...(asked && { asked: done(asked) }),
    ...(endorsed && { endorsed: done(endorsed) }),
    ...(checked && { checked: done(checked) }),
    ...(sentBack && { sentBack: { ...done(sentBack), words: sentBack.words ?? '' } }),
    domesticAbuse: draft.domesticAbuse,
    askers: names(askersOf(draft, team)),
    endorsers: names(endorsersOf(draft, team, asked?.by.id, asked?.checker?.id)),
    ...(asked?.checker && { checker: asked.checker.name }),
    may: mayDo(draft, before),
  }
}

/** To whom a draft would go when this member of staff asks, and whom they may name. */
export async function whomToAsk(
  world: World,
  draft: Draft,
  staffId: string,
): Promise<{ endorsers: string[]; checkers: Named[] }> {
  const team = await teamOf(world, draft.familyId)
  const { endorsed } = progressOf(draft)
  return {
    endorsers: endorsed ? [] : names(endorsersOf(draft, team, staffId)),
    checkers: draft.domesticAbuse ? checkersOf(draft, team, staffId) : [],
  }
}

const names = (some: Named[]) => some.map(({ name }) => name)
