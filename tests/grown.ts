import type { CaseFile, Id } from '#app/domain/plan/case-file'
import { type CaseName, caseFile } from './situation'
import { theOne } from './speaking'

/** A real case with every key that format 1 has grown by since it was written. */
export function grown(name: CaseName): CaseFile {
  const file = caseFile(name)
  const text = (id: Id) => ({ id, text: `Words of ${id}.` })
  const [first, second] = file.people.filter(({ kind }) => kind !== 'professional')
  Object.assign(theOne(first), {
    shownAs: theOne(first).name,
    otherPhones: [{ number: '+441632960123', note: 'At work, before 3pm.' }, { number: '+447700900777' }],
    email: 'somebody@example.org',
    formerNames: [{ name: 'Antonia Hill', until: '2019-01-01' }, { name: 'Antonia Frost' }],
  })
  theOne(second).safeToText = [
    { days: ['MO', 'TU'], from: '09:30', to: '14:30' },
    { days: ['FR'], from: '22:00', to: '02:00' },
  ]
  const under = theOne(file.people.find(({ planView, id }) => planView || id === theOne(second).id))
  under.planView = 'own-items'
  file.courtOrders = [
    { kind: 'order', against: [under.id], from: '2026-10-01' },
    { kind: 'another', against: under.id, protects: [theOne(first).id], until: '2027-10-01' },
  ]
  Object.assign(file.plan, {
    from: '2026-11-01',
    reviewBy: '2027-02-01',
    endsWhen: [text('end-1'), { ...text('end-2'), onlyFor: [theOne(first).id] }],
    contingency: [text('if-1')],
  })
  Object.assign(theOne(file.plan.worries[0]), {
    familyGoal: text('goal-1'),
    nextSteps: [{ ...text('next-1'), who: theOne(first).id, by: '2026-12-18' }, text('next-2')],
  })
  const [child] = file.children
  Object.assign(theOne(file.plan.rules[0]), { children: [theOne(child).id] })
  Object.assign(theOne(file.plan.commitments[0]), {
    except: ['2026-12-24', '2026-12-25'],
    minutes: 20,
    checkedBy: theOne(first).id,
    children: [theOne(child).id],
  })
  file.plan.commitments.push({
    ...text('task-1'),
    person: theOne(first).id,
    when: 'when there is time',
    dueBy: '2026-12-20',
  })
  file.plan.safety = {
    bag: [text('bag-1')],
    safePlaces: [text('place-1')],
    wayOut: [{ ...text('out-1'), onlyFor: [theOne(first).id] }],
    codeWord: [{ ...text('code-1'), onlyFor: [theOne(first).id, theOne(child).id] }],
    mayCollect: [{ id: 'collect-1', child: theOne(child).id, who: [theOne(first).id] }],
    health: [{ ...text('health-1'), child: theOne(child).id }],
  }
  const drawn = { image: { file: 'IMG_20261123_101500.jpg', alt: text('alt-1') } }
  const frame = (id: Id) => ({ ...text(id), part: `Part ${id}`, picture: `Picture of ${id}` })
  file.plan.stories = [
    { child: theOne(child).id, readyForChildren: true, frames: [{ ...frame('own-1'), ...drawn }, frame('own-2')] },
  ]
  file.plan.scale = { id: 'whole', zero: text('whole-0'), ten: text('whole-10') }
  file.plan.meetings = (file.plan.meetings ?? []).concat({
    ...{ id: 'meet-1', kind: 'Review', at: '2026-12-10T16:00', ends: '2026-12-10T17:15', place: 'The school hall' },
    ...{ link: 'https://meet.example/abc-defg-hij', bring: 'The drawing', who: [theOne(first).id] },
    ...{ agenda: [text('agenda-1')], decisions: [{ ...text('decision-1'), who: theOne(first).id, by: '2026-12-24' }] },
  })
  Object.assign(theOne(file.plan.triggers[0]), {
    forYou: [
      { ...text('for-1'), who: theOne(first).id },
      { ...text('for-2'), who: theOne(second).id },
    ],
  })
  file.said = {
    ...file.said,
    scores: [
      ...(file.said?.scores ?? []),
      { id: 'whole-1', by: theOne(first).id, on: '2026-11-20', about: 'whole', value: 6 },
    ],
    agreements: [
      { id: 'agree-1', by: theOne(first).id, on: '2026-11-20', as: 'family', view: 'partly', words: 'Not rule 3.' },
      { id: 'agree-2', by: file.worker, on: '2026-11-21', as: 'worker', view: 'accept' },
    ],
  }
  return file
}
