import type { Meeting, NextStep, TextItem } from '#app/domain/plan/case-file'
import { handOut } from './handles'
import type { SeenMeeting, Wording } from './plan-as-seen'
import { nextStepOf, sentenceOf } from './sentences'
import type { Viewing } from './viewing'

/**
 * Meetings: for a narrow view those they are asked to or that are set apart for them; for a young person the time, once
 * it is opened. What is talked of there may be more than somebody was told: with a narrow view they read the points that
 * involve them.
 */
export function meetingsOf(view: Viewing): SeenMeeting[] {
  const young = view.eyes.sight === 'young'
  return (view.situation.file.plan.meetings ?? []).flatMap((item) => {
    const { who, apologies = [], about = [] } = item
    const names = [...who, ...apologies, ...about]
    if (view.eyes.shut(item, names)) return []
    const mine = young ? !!item.openToChildren : view.eyes.sight === 'middle' && view.involves(item, names)
    if (!mine && !view.theirs(item, names)) return []
    const words = (field: 'kind' | 'place', english: string) =>
      item.byVoice ? view.words({ id: item.id, text: english, byVoice: true }) : view.field(item.id, field, english)
    const kind = words('kind', item.kind)
    view.inView.set(item.id, kind)
    const isWritten = !item.byVoice || view.eyes.sight === 'staff'
    return [
      handOut<'meeting', Omit<SeenMeeting, symbol>>(item.id, {
        ...{ id: view.situation.publicId(item.id), kind, at: item.at },
        ...(item.ends && { ends: item.ends }),
        ...(!young && { place: words('place', item.place) }),
        who: young ? [] : who.map((id) => view.someone(id)),
        apologies: young ? [] : apologies.map((id) => view.someone(id)),
        ...(!young && isWritten ? inside(view, item) : { agenda: [], decisions: [] }),
      }),
    ]
  })
}

function inside(view: Viewing, item: Meeting): Pick<SeenMeeting, 'link' | 'bring' | 'agenda' | 'decisions'> {
  const theirs = (point: TextItem | NextStep) => {
    const names = ['who' in point ? point.who : undefined, ...(point.about ?? [])]
    if (view.theirs(point, names)) return true
    return view.eyes.sight === 'middle' && !view.eyes.shut(point, names) && view.involves(point, names)
  }
  return {
    ...(item.link && { link: asWritten(view.field(item.id, 'link', item.link)) }),
    ...(item.bring && { bring: view.field(item.id, 'bring', item.bring) }),
    agenda: (item.agenda ?? []).filter(theirs).map((point) => sentenceOf(view, point)),
    decisions: (item.decisions ?? []).filter(theirs).map((point) => nextStepOf(view, point)),
  }
}

/** An address is the same in every language. */
const asWritten = (words: Wording) => ('text' in words ? (words.english ?? words.text) : '')
