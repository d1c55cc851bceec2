import { type Draft, draftsOf, type Hand } from '#app/domain/council/drafts'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { progressOf, turnOf, type Waits } from '#app/domain/council/turns'
import type { World } from '#app/domain/world'

/** A plan on its way to being shown, and what it waits for from whoever reads this. */
export type DraftLine = {
  familyId: string
  family: { id: string; name: string }
  turn: Waits
  author: string
  /** Since when it waits: it was made, asked for or sent back then (ISO, UTC). */
  since: string
  /** Who asked for it. */
  askedBy?: string
  sentBack?: { by: string; words: string }
}

/** The drafts that wait for this member of staff, oldest first: of their families, or because they were named. */
export async function draftLines(world: World, staffId: string, held: FamilyOfStaff[]): Promise<DraftLine[]> {
  const familyIds = held.map(({ familyId }) => familyId)
  const drafts = await draftsOf(world, { familyIds, namedTo: staffId })
  return drafts
    .flatMap((draft) => {
      const as = held.find(({ familyId }) => familyId === draft.familyId)?.as
      const turn = turnOf(draft, { staffId, as })
      return turn ? [lineOf(draft, turn)] : []
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1))
}

function lineOf(draft: Draft, turn: Waits): DraftLine {
  const { asked, sentBack } = progressOf(draft)
  const words = (hand: Hand) => ({ by: hand.by.name, words: hand.words ?? '' })
  return {
    familyId: draft.familyId,
    family: { id: draft.publicId, name: draft.familyName },
    turn,
    author: draft.author.name,
    since: (asked ?? sentBack)?.at ?? draft.madeAt,
    ...(asked && { askedBy: asked.by.name }),
    ...(sentBack && { sentBack: words(sentBack) }),
  }
}
