import type { Frame, Id } from '#app/domain/plan/case-file'
import { pictureNamed } from '#app/domain/plan/pictures/named'
import { FOR_ALL, isReleased, type Story } from './approvals'
import type { PlanAsSeenBy, SeenFrame } from './plan-as-seen'
import type { Viewing } from './viewing'

/** The story for all children: for the inner circle as it grows, for a young person once every yes to it stands. */
export function storyOf(view: Viewing): SeenFrame[] {
  return framesOf(view, view.situation.file.plan.story, FOR_ALL)
}

/** Those for one child by itself, by the same rule; a young person reads no other child's. */
export function childStoriesOf(view: Viewing): PlanAsSeenBy['childStories'] {
  return (view.situation.file.plan.stories ?? []).flatMap((story) => {
    if (view.eyes.sight === 'young' && story.child !== view.eyes.id) return []
    const frames = framesOf(view, story, story.child)
    return frames.length > 0 ? [{ child: view.someone(story.child), frames }] : []
  })
}

function framesOf(view: Viewing, story: Story | undefined, of: Id): SeenFrame[] {
  const young = view.eyes.sight === 'young'
  if (!story || (young && !isReleased(view.situation, of, story))) return []
  const names = of === FOR_ALL ? [] : [of]
  const theirs = (item: Pick<Frame, 'about'> & Parameters<Viewing['theirs']>[0], within?: Frame) => {
    const all = [...names, ...(item.about ?? [])]
    return young ? !view.eyes.shut(item, all) : view.theirs(item, all, within)
  }
  return story.frames
    .filter((frame) => theirs(frame))
    .map((frame) => ({
      part: frame.part,
      words: view.words(frame),
      picture: view.field(frame.id, 'picture', frame.picture),
      ...imageOf(frame),
    }))

  function imageOf({ image, ...frame }: Frame): Pick<SeenFrame, 'alt' | 'image'> {
    if (!image || !theirs(image.alt, frame)) return {}
    // A picture that is told of by voice is not shown either.
    const shown = pictureNamed(image.file) && (view.eyes.sight === 'staff' || !image.alt.byVoice)
    const id = view.situation.publicId(image.alt.id)
    return { alt: view.words(image.alt), ...(shown && { image: { id, file: image.file } }) }
  }
}
