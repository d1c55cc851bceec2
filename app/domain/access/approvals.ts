/**
 * Whose yes a story waits for before a child reads it, one after another: first the worker's (`readyForChildren`), then
 * that of each parent with responsibility who reads it, in the order of the file. Who sees only their own items is not
 * waited for: it would give whom an order is against a veto. A yes is to words and pictures: others ask again.
 */
import type { Approval, Frame, Id, Plan } from '#app/domain/plan/case-file'
import { eyesOf } from './eyes'
import type { Saying, Situation } from './situation'

export type Story = NonNullable<Plan['story']>
/** The story for all children, or that of one child by itself. */
export const FOR_ALL = 'story'
export type Approved = Saying & { entry: Approval }

/** `next`: it is their turn; `changed`: it is again, since frames they said yes to are others now; `later`: somebody is before them. */
export type Approving = { by: Id; is: 'yes' | 'no' | 'changed' | 'next' | 'later'; last?: Approved }

/** Every story of a plan by what an approval is about: `story`, or whose it is. */
export function storiesIn({ story, stories = [] }: Plan): { about: Id; names: Id[]; story: Story }[] {
  const own = stories.map((one) => ({ about: one.child, names: [one.child], story: one }))
  return story ? [{ about: FOR_ALL, names: [], story }, ...own] : own
}

/** Whom it waits for, or did, in their order, and where each stands. */
export function approvingsOf(situation: Situation, about: Id): Approving[] {
  const told = storiesIn(situation.file.plan).find((one) => one.about === about)
  let open = !!told?.story.readyForChildren
  const said = situation.said.filter(isApproval).filter(({ entry }) => entry.about === about)
  return situation.file.people
    .filter(({ parentalResponsibility, circle, planView }) => parentalResponsibility && circle === 'inner' && !planView)
    .flatMap(({ id: by }): Approving[] => {
      const lines = linesFor(situation, by, about)
      if (lines.length === 0) return []
      const last = said.findLast(({ entry }) => entry.by === by)
      const read = linesRead(last)
      const same = !!last && lines.every((line) => read.includes(line))
      const is = last && same ? (last.entry.view ?? 'yes') : !open ? 'later' : last ? 'changed' : 'next'
      open &&= is === 'yes'
      return [{ by, is, ...(last && { last }) }]
    })
}

const isApproval = (saying: Saying): saying is Approved => saying.kind === 'approvals'

/** Whether a child may read it: the worker says it is ready, and every yes it waits for stands. */
export function isReleased(situation: Situation, about: Id, { readyForChildren }: Story): boolean {
  if (!readyForChildren || situation.approvals === 'taken as given') return readyForChildren
  return approvingsOf(situation, about).every(({ is }) => is === 'yes')
}

/** What of a story somebody reads, a line a frame: what their yes is to. */
export function linesFor(situation: Pick<Situation, 'file' | 'narrowings'>, by: Id, about: Id): string[] {
  const told = storiesIn(situation.file.plan).find((one) => one.about === about)
  const eyes = eyesOf(situation, by)
  if (!told || !eyes) return []
  return told.story.frames
    .filter((frame) => !eyes.shut(frame, [...told.names, ...(frame.about ?? [])]))
    .map((frame) => lineOf(frame, (image) => !eyes.shut(image.alt, [...told.names, ...(frame.about ?? [])])))
}

/** The same of what they had read when they spoke. */
export const linesRead = (last?: Saying): string[] => (last?.textRead === undefined ? [] : JSON.parse(last.textRead))

function lineOf({ text, byVoice, picture, image }: Frame, theirs: (image: NonNullable<Frame['image']>) => boolean) {
  // What is told by voice is not what they read; nor is a picture that is kept from them.
  const drawn = image && theirs(image) ? [image.file, image.alt.byVoice ? '' : image.alt.text] : []
  return JSON.stringify([byVoice ? '' : text, picture, ...drawn])
}
