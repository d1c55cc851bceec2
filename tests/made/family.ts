/** A family that never was, with a plan in which every kind of text there is stands, and one person hidden from two. */
import type { FamilyFile, Person } from '#app/domain/plan/case-file'
import type { Chance } from './chance'
import { EVERYDAY, FIRST, GIVEAWAYS, LAST, POLISH_FIRST, POLISH_LAST, URDU } from './names'
import { ENGLISH, POLISH_LINES, URDU_LINES } from './texts'

/** Who is hidden, by all they go by. */
export type Hidden = { first: string; last: string; alias: string; former: string; real?: string; urdu: string }
export type Made = { file: FamilyFile; hidden: Hidden; giveaways: string[]; polish: boolean; everyday: boolean }

/** `dad` knows everything and `nb` something; from both `hidden` is kept. */
export function madeFamily(c: Chance): Made {
  const [kind] = c.some(['english', 'polish', 'everyday'], 1)
  const [mum, nan, dad, nb, one, two, alias, former] = c.some(FIRST, 8) as [string, ...string[]]
  const [last, theirs, hers, before] = c.some(LAST, 4) as [string, string, string, string]
  const first = c.one(
    kind === 'polish'
      ? POLISH_FIRST
      : kind === 'everyday'
        ? EVERYDAY
        : FIRST.filter((name) => ![mum, nan, dad, nb, one, two, alias, former].includes(name)),
  )
  const hidden: Hidden = {
    ...{
      first,
      last: kind === 'polish' ? c.one(POLISH_LAST) : hers,
      alias: alias ?? '',
      former: `${former} ${before}`,
    },
    ...(c.below(4) === 0 && {
      real: c.one(FIRST.filter((name) => ![mum, nan, dad, nb, one, two, alias, former, first].includes(name))),
    }),
    urdu: c.one(URDU),
  }
  const giveaways = c.some(GIVEAWAYS, 2)
  const fill = (text: string) =>
    text
      .replaceAll('{a}', mum)
      .replaceAll('{b}', nan ?? '')
      .replaceAll('{c}', one ?? '')
  const said = () => fill(c.one(ENGLISH))
  let count = 0
  const text = (more: object = {}) => ({ id: `i${++count}`, text: said(), ...more })
  const { file } = { file: plain() }
  return { file, hidden, giveaways, polish: kind === 'polish', everyday: kind === 'everyday' }

  function person(id: string, name: string, more: Partial<Person> = {}): Person {
    return { id, name, relationship: c.one(['friend', 'neighbour', 'sister', 'cousin']), kind: 'network', ...more }
  }

  function plain(): FamilyFile {
    const kept = { hiddenFrom: ['dad', 'nb'] }
    const people = [
      person('mum', `${mum} ${last}`, { kind: 'parent', circle: 'inner' }),
      person('nan', `${nan} ${theirs}`, { circle: 'inner', addressAs: 'gran', availability: 'after six' }),
      person('dad', `${dad} ${last}`, { kind: 'parent', circle: 'inner' }),
      person('nb', `${nb}`, { circle: 'middle', knows: said(), addressAs: 'next door' }),
      person('hidden', `${hidden.real ?? hidden.first} ${hidden.last}`, {
        ...kept,
        circle: 'inner',
        alsoKnownAs: [hidden.alias, hidden.urdu],
        formerNames: [{ name: hidden.former }],
        ...(hidden.real && { shownAs: `${hidden.first} ${hidden.last}` }),
      }),
      person('sw', 'Robin Ashdown', { kind: 'professional' }),
    ]
    const plan: FamilyFile['plan'] = {
      scale: { zero: text(), ten: text() },
      worries: [
        {
          id: `i${++count}`,
          ...{ harm: text(), danger: [text(), text()], goal: text(), familyGoal: text(), zero: text(), ten: text() },
          ...{ bottomLines: [text()], complicating: [text()], strengths: [text(), text()], existingSafety: [text()] },
          nextSteps: [text({ who: 'mum' })],
        },
      ],
      rules: [text({ makesSure: ['mum', 'dad'], forChildren: said() }), text({ makesSure: ['nb'] })].map(
        (rule) => rule as FamilyFile['plan']['rules'][number],
      ),
      triggers: [
        {
          id: `i${++count}`,
          level: 'red',
          sign: text(),
          steps: [text({ who: 'mum' }), text({ who: 'duty' })] as never,
        },
        {
          ...{ id: `i${++count}`, level: 'early', sign: text({ hiddenFrom: ['dad'] }) },
          ...{ forYou: [text({ who: 'dad' })] as never, steps: [text({ who: 'dad' })] as never },
        },
      ],
      commitments: [
        { ...text({ person: 'nan' }), when: c.one(WHEN) },
        { ...text({ person: 'nb' }), when: c.one(WHEN) },
      ],
      safetyObjects: [
        {
          ...{ id: `i${++count}`, child: 'one', checkedBy: 'mum', object: 'a yellow cup' },
          ...{ place: 'kitchen window', means: said(), howOften: 'every evening' },
        },
      ],
      childContacts: [{ id: `i${++count}`, child: 'one', order: ['nan', 'mum'], how: said() }],
      ...{ phases: [text()], endsWhen: [text()], contingency: [text()] },
      meetings: [
        { id: `i${++count}`, kind: 'Network meeting', at: '2026-12-01T16:30', place: 'Library, room 2', who: ['mum'] },
      ],
      story: { readyForChildren: true, frames: [{ ...text(), part: 'Home', picture: 'a house and a cat' }] },
    }
    plan.translations = {
      pl: translated(plan, POLISH_LINES),
      ur: translated(plan, URDU_LINES),
    }
    return {
      ...{
        format: 'safety-network-case/1',
        reference: 'CS-1',
        familyName: `${last} family`,
        status: 'CIN',
        language: 'en',
      },
      giveaways: [{ words: [...giveaways, 'نیلی گاڑی', 'błękitny van'], keepFrom: ['dad', 'nb'] }],
      worker: 'sw',
      children: [
        { id: 'one', firstName: one ?? '', born: '2018-03', ownSignIn: true },
        { id: 'two', firstName: two ?? '', born: '2020-11' },
      ],
      ...{ people, plan },
    }
  }

  function translated(plan: FamilyFile['plan'], lines: string[]) {
    const items = [...(plan.worries[0]?.danger ?? []), ...plan.rules, ...plan.commitments]
    return Object.fromEntries(
      items.map(({ id, text: of }) => [id, { text: c.one(lines), of, status: 'checked' as const }]),
    )
  }
}

const WHEN = [
  'every day 19:00',
  'School days 08:20',
  'last Friday of month',
  'by 2026-12-18',
  'Tue 15:30-18:00',
  'weekends',
]
