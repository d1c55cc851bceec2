/** The rule of who sees what, held against families nobody wrote. Every text says which item it is, so a leak names itself. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seenBy } from '#app/domain/access/who-sees-what'
import type { CaseFile, Id, Person } from '#app/domain/plan/case-file'
import { readBy, situationOf } from './situation'

const PEOPLE = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay'] as const
const SIDE = 'the-side'
const anyone = fc.constantFrom(...PEOPLE)
const some = fc.uniqueArray(anyone, { maxLength: 3 })
const oneOrMore = fc.uniqueArray(anyone, { minLength: 1, maxLength: 3 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const seen = fc.record(
  { hiddenFrom: fc.uniqueArray(fc.constantFrom(...PEOPLE, SIDE), { maxLength: 2 }), onlyFor: oneOrMore, about: some },
  { requiredKeys: [] },
)
/** An item of its own text: “«R1»” can come from nowhere else. */
const text = (id: Id) => seen.map((kept) => ({ id, text: `«${id}»`, ...kept }))
const list = <T>(of: (at: number) => fc.Arbitrary<T>, most = 3) =>
  fc.integer({ min: 0, max: most }).chain((length) => fc.tuple(...Array.from({ length }, (_, at) => of(at))))

const person = (id: Id): fc.Arbitrary<Person> =>
  fc.record(
    {
      id: fc.constant(id),
      name: fc.constant(`${id[0]?.toUpperCase()}${id.slice(1)} Person${id}`),
      relationship: fc.constant(`secret of ${id}`),
      kind: fc.constantFrom('parent' as const, 'network' as const),
      circle: fc.constantFrom('inner' as const, 'middle' as const, 'outer' as const),
      phone: fc.constant(`+4477009009${PEOPLE.indexOf(id as (typeof PEOPLE)[number])}0`),
      planView: fc.constant('own-items' as const),
      hiddenFrom: fc.uniqueArray(fc.constantFrom(...PEOPLE.filter((other) => other !== id), SIDE), { maxLength: 2 }),
      numberFor: some,
      knows: fc.constant(`«knows-${id}»`),
      shownAs: fc.constant(`${id[0]?.toUpperCase()}${id.slice(1)} Shown${id}`),
      otherPhones: fc.constant([
        { number: `+4477009008${PEOPLE.indexOf(id as (typeof PEOPLE)[number])}0`, note: `«note-${id}»` },
      ]),
      email: fc.constant(`${id}@example.org`),
      formerNames: fc.constant([{ name: `Former Person${id}`, until: '2020-01-01' }]),
    },
    { requiredKeys: ['id', 'name', 'relationship', 'kind', 'circle', 'phone'] },
  )

const nextStep = (id: Id) => fc.tuple(text(id), maybe(anyone)).map(([item, who]) => ({ ...item, ...(who && { who }) }))
const worry = (at: number) => {
  const id = `W${at}`
  return fc.record({
    id: fc.constant(id),
    harm: text(`${id}H`),
    danger: fc.tuple(text(`${id}D0`), text(`${id}D1`)),
    goal: text(`${id}G`),
    familyGoal: text(`${id}F`),
    nextSteps: fc.tuple(nextStep(`${id}N0`), nextStep(`${id}N1`)),
    zero: text(`${id}Z`),
    ten: text(`${id}T`),
    bottomLines: fc.tuple(text(`${id}B0`), text(`${id}B1`)),
    strengths: fc.tuple(text(`${id}S0`)),
    hiddenFrom: maybe(some).map((hidden) => hidden ?? []),
  })
}
const kits = maybe(fc.constantFrom<Id[]>(['kit'], ['kit', 'kim'], ['kim']))
const rule = (at: number) =>
  fc.tuple(text(`R${at}`), some, kits).map(([item, makesSure, children]) => ({
    ...item,
    makesSure,
    forChildren: `«R${at}young»`,
    ...(children && { children }),
  }))
const step = (id: Id) =>
  fc.tuple(text(id), anyone, maybe(anyone)).map(([item, who, backup]) => ({ ...item, who, ...(backup && { backup }) }))
const trigger = (at: number) =>
  fc.record({
    id: fc.constant(`T${at}`),
    level: fc.constantFrom('early' as const, 'red' as const),
    sign: text(`T${at}sign`),
    toldTo: some,
    forYou: fc
      .uniqueArray(anyone, { minLength: 1, maxLength: 2 })
      .chain((who) => fc.tuple(...who.map((one) => text(`T${at}for-${one}`).map((item) => ({ ...item, who: one }))))),
    steps: fc.tuple(step(`T${at}s0`), step(`T${at}s1`), step(`T${at}s2`), step(`T${at}s3`)),
  })
const commitment = (at: number) =>
  fc
    .tuple(text(`C${at}`), anyone, maybe(anyone), maybe(fc.constant('R0')), maybe(anyone), kits)
    .map(([item, who, backup, rule, checkedBy, children]) => ({
      ...item,
      person: who,
      when: `«C${at}when»`,
      ...(backup && { backup }),
      ...(rule && { rule }),
      ...(checkedBy && { checkedBy }),
      ...(children && { children }),
    }))
const meeting = (at: number) =>
  fc
    .tuple(seen, oneOrMore, some, text(`M${at}A`), nextStep(`M${at}N`))
    .map(([kept, who, apologies, agenda, decision]) => ({
      id: `M${at}`,
      ...kept,
      kind: `«M${at}kind»`,
      at: '2026-12-01T10:00',
      place: `«M${at}»`,
      link: `https://meet.example/«M${at}link»`,
      bring: `«M${at}bring»`,
      who,
      apologies,
      agenda: [agenda],
      decisions: [decision],
    }))
const withKit = fc.uniqueArray(fc.constantFrom(...PEOPLE, 'kit'), { minLength: 1, maxLength: 3 })
const setApart = (id: Id) =>
  fc.tuple(text(id), maybe(withKit)).map(([item, onlyFor]) => ({ ...item, ...(onlyFor && { onlyFor }) }))
const safety = fc.record({
  bag: fc.tuple(setApart('Fbag')),
  safePlaces: fc.tuple(setApart('Fplace')),
  wayOut: fc.tuple(setApart('Fout')),
  codeWord: fc.tuple(setApart('Fcode')),
  health: fc.tuple(setApart('Fhealth').map((item) => ({ ...item, child: 'kit' }))),
})
const story = (child: Id) =>
  fc.tuple(fc.boolean(), text(`S${child}`), text(`S${child}alt`)).map(([readyForChildren, item, alt]) => ({
    child,
    readyForChildren,
    frames: [{ ...item, part: 'one', picture: `«S${child}drawn»`, image: { file: `«S${child}file»`, alt } }],
  }))
const entry = (id: Id) =>
  fc
    .record(
      {
        by: anyone,
        hiddenFrom: some,
        onlyFor: oneOrMore,
        sharedWith: fc.constantFrom('worker' as const, 'inner' as const, 'network' as const),
      },
      { requiredKeys: ['by'] },
    )
    .map((said) => ({ ...said, id, on: '2026-11-20T10:11', words: `«${id}»` }))
const checkIn = (at: number) =>
  fc.tuple(entry(`K${at}`), maybe(fc.constantFrom('R0', 'C0', 'T0', 'W0'))).map(([said, about]) => ({
    ...said,
    ...(about && { about }),
    happenedAt: '2026-11-20T10:10',
    result: 'done' as const,
  }))
const answer = (at: number) => entry(`A${at}`).map((said) => ({ ...said, about: 'C0', choice: 'no' as const }))
const score = (at: number) => entry(`X${at}`).map((said) => ({ ...said, about: 'W0', value: at }))

const agreement = (at: number) =>
  entry(`G${at}`).map((said) => ({ ...said, as: 'family' as const, view: 'partly' as const }))

const day = fc.constantFrom('2026-11-01', '2026-11-22', '2026-11-23', '2026-11-24', '2026-12-31')
const courtOrder = () =>
  fc
    .record(
      { against: fc.oneof(anyone, oneOrMore), protects: some, from: day, until: day },
      { requiredKeys: ['against'] },
    )
    .map((order) => ({ kind: 'order', ...order }))

/** A family; references to what is not there are left out, as the import would refuse them. */
const family: fc.Arbitrary<CaseFile> = fc
  .record({
    people: fc.tuple(...PEOPLE.map(person)),
    sidePeople: some,
    courtOrders: list(courtOrder, 2),
    worries: list(worry, 2),
    rules: list(rule),
    triggers: list(trigger, 2),
    commitments: list(commitment),
    meetings: list(meeting, 2),
    scale: maybe(fc.record({ zero: text('WZ'), ten: text('WT') })),
    endsWhen: list((at) => text(`E${at}`)),
    contingency: list((at) => text(`I${at}`)),
    safety,
    stories: fc.tuple(story('kit'), story('kim')),
    from: maybe(fc.constant('«2026-11-01»')),
    reviewBy: maybe(fc.constant('«2027-02-01»')),
    checkIns: list(checkIn),
    answers: list(answer),
    scores: list(score),
    agreements: list(agreement),
  })
  .map(({ people, sidePeople, courtOrders, checkIns, answers, scores, agreements, ...plan }) => ({
    format: 'safety-network-case/1',
    reference: 'CS-1',
    familyName: 'Family',
    status: 'CP',
    language: 'en',
    worker: 'wes',
    children: [
      { id: 'kit', firstName: 'Kit', born: '2018-03', ownSignIn: true },
      { id: 'kim', firstName: 'Kim', born: '2020-03' },
    ],
    courtOrders,
    sides: [{ id: SIDE, name: 'Side', people: sidePeople }],
    people: [...people, { id: 'wes', name: 'Wes Worker', relationship: 'worker', kind: 'professional' }],
    plan,
    said: { checkIns, answers, scores, agreements },
  }))

const viewer = fc.constantFrom(...PEOPLE)
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) }

function markersIn(file: CaseFile, id: Id): Set<string> {
  const view = readBy(situationOf(file), id)
  return new Set(JSON.stringify(view ?? null).match(/«[^»]+»/g) ?? [])
}

const ofTheWhole = ({ scale, endsWhen = [], contingency = [] }: CaseFile['plan']) => [
  ...(scale ? [scale.zero, scale.ten] : []),
  ...endsWhen,
  ...contingency,
]

/** A second, plain reading of “shut”, to hold the module against. */
function reader(file: CaseFile, id: Id) {
  const isIn = (list?: Id[]) =>
    !!list?.some((one) => one === id || (one === SIDE && !!file.sides?.[0]?.people.includes(id)))
  const hidden = new Set(file.people.filter((p) => p.id !== id && isIn(p.hiddenFrom)).map((p) => p.id))
  const setApart = (item: { onlyFor?: Id[] }) => isIn(item.onlyFor)
  const shut = (item: { hiddenFrom?: Id[]; onlyFor?: Id[] }, names: (Id | undefined)[]) =>
    isIn(item.hiddenFrom) || (!!item.onlyFor && !isIn(item.onlyFor)) || names.some((name) => !!name && hidden.has(name))
  return { hidden, setApart, shut }
}

function shutMarkers(file: CaseFile, id: Id): string[] {
  const { shut } = reader(file, id)
  const { plan } = file
  const found: string[] = []
  const mark = (isShut: boolean, ...items: string[]) => isShut && found.push(...items.map((item) => `«${item}»`))
  for (const worry of plan.worries) {
    const parts = [
      worry.harm,
      ...worry.danger,
      worry.goal,
      worry.familyGoal,
      worry.zero,
      worry.ten,
      ...(worry.bottomLines ?? []),
      ...(worry.strengths ?? []),
    ]
    for (const part of parts) if (part) mark(shut(worry, []) || shut(part, part.about ?? []), part.id)
    const { nextSteps = [], familyGoal } = worry
    for (const step of nextSteps) mark(shut(worry, []) || shut(step, [step.who, ...(step.about ?? [])]), step.id)
    if (worry.danger.every((part) => shut(part, part.about ?? []))) {
      const all = [worry.goal, familyGoal, worry.zero, worry.ten, ...nextSteps]
      mark(true, ...all.flatMap((part) => part?.id ?? []))
    }
  }
  for (const item of plan.rules) mark(shut(item, [...item.makesSure, ...(item.about ?? [])]), item.id)
  for (const item of plan.commitments) {
    mark(shut(item, [item.person, item.backup, item.checkedBy, ...(item.about ?? [])]), item.id, `${item.id}when`)
  }
  for (const trigger of plan.triggers) {
    const forMe = trigger.forYou?.find(({ who }) => who === id)
    const isForMe = !!forMe && !shut(forMe, forMe.about ?? [])
    mark(isForMe || shut(trigger.sign, trigger.sign.about ?? []), trigger.sign.id)
    for (const item of trigger.forYou ?? []) mark(item !== forMe || !isForMe, item.id)
    for (const step of trigger.steps) mark(shut(step, [step.who, step.backup, ...(step.about ?? [])]), step.id)
  }
  for (const item of plan.meetings ?? []) {
    const { agenda = [], decisions = [], apologies = [] } = item
    const isShut = shut(item, [...item.who, ...apologies, ...(item.about ?? [])])
    mark(isShut, item.id, `${item.id}kind`, `${item.id}link`, `${item.id}bring`)
    for (const part of agenda) mark(isShut || shut(part, part.about ?? []), part.id)
    for (const part of decisions) mark(isShut || shut(part, [part.who, ...(part.about ?? [])]), part.id)
  }
  for (const { frames } of plan.stories ?? [])
    for (const { image, ...frame } of frames) {
      const isShut = shut(frame, frame.about ?? [])
      mark(isShut, frame.id, `${frame.id}drawn`)
      if (image) mark(isShut || shut(image.alt, image.alt.about ?? []), image.alt.id)
      mark(true, `${frame.id}file`)
    }
  for (const item of Object.values(plan.safety ?? {}).flat())
    if ('text' in item) mark(shut(item, item.about ?? []), item.id)
  for (const item of ofTheWhole(plan)) mark(shut(item, item.about ?? []), item.id)
  for (const said of Object.values(file.said ?? {}).flat()) if (said.by !== id) mark(shut(said, [said.by]), said.id)
  return found
}

/** Each rule, commitment and meeting, and whether it involves this person: named in it, set apart for them, or the rule behind what they do. */
function involving(file: CaseFile, id: Id): [string, boolean][] {
  const { setApart, shut } = reader(file, id)
  const { rules, commitments, meetings = [] } = file.plan
  const open = (item: Parameters<typeof shut>[0], names: (Id | undefined)[], behindTheirs = false) =>
    !shut(item, names) && (names.includes(id) || setApart(item) || behindTheirs)
  const namedIn = ({ person, backup, checkedBy, about = [] }: (typeof commitments)[number]) => [
    person,
    backup,
    checkedBy,
    ...about,
  ]
  const behind = commitments.filter((one) => one.person === id && open(one, namedIn(one))).map(({ rule }) => rule)
  return [
    ...rules.map(
      (one) => [one.id, open(one, [...one.makesSure, ...(one.about ?? [])], behind.includes(one.id))] as const,
    ),
    ...commitments.map((one) => [one.id, open(one, namedIn(one))] as const),
    ...meetings.map(
      (one) => [one.id, open(one, [...one.who, ...(one.apologies ?? []), ...(one.about ?? [])])] as const,
    ),
  ].map(([item, theirs]) => [`«${item}»`, theirs])
}

describe('in any family', () => {
  test('nothing shut to a viewer, by id, side, onlyFor or a person it names, reaches them', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const reached = markersIn(file, id)
        expect(shutMarkers(file, id).filter((marker) => reached.has(marker))).toEqual([])
      }),
      runs,
    )
  })

  test('nobody learns the name or number of a person hidden from them, nor anybody’s secret or name not for others', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const all = JSON.stringify(readBy(situationOf(file), id))
        for (const hidden of reader(file, id).hidden) {
          expect(all).not.toMatch(new RegExp(`(Person|Shown)${hidden}`))
          expect(all).not.toContain(file.people.find((p) => p.id === hidden)?.phone)
          expect(all).not.toContain(`${hidden}@example.org`)
          expect(all).not.toContain(`note-${hidden}`)
        }
        expect(all).not.toContain('secret of')
        expect(all).not.toContain('Former')
        for (const { id, shownAs } of file.people) if (shownAs) expect(all).not.toContain(`Person${id}`)
      }),
      runs,
    )
  })

  test('no number passes an order that has begun, from either side of it, whenever its last day is', () => {
    const numbers = (file: CaseFile, id: Id) => JSON.stringify(readBy(situationOf(file), id))
    const stops = { order: 0 }
    fc.assert(
      fc.property(family, viewer, anyone, (file, id, other) => {
        fc.pre(id !== other)
        const { people: side = [] } = file.sides?.[0] ?? {}
        const camp = (one: Id) => (side.includes(one) ? side : [one])
        const holds = (file.courtOrders ?? [])
          .filter(({ from = '2026-11-23' }) => from <= '2026-11-23')
          .flatMap(({ against, protects }) => [against].flat().map((one) => ({ one, protects })))
          .some(({ one, protects }) =>
            [
              [id, other],
              [other, id],
            ].some(
              ([a = '', b = '']) =>
                camp(a).includes(one) &&
                (protects ? protects.some((it) => camp(b).includes(it)) : !camp(b).includes(one)),
            ),
          )
        const phone = file.people.find((p) => p.id === other)?.phone ?? ''
        const open = numbers({ ...file, courtOrders: [] }, id).includes(phone)
        expect(numbers(file, id).includes(phone)).toBe(open && !holds)
        const { otherPhones = [], email } = file.people.find((p) => p.id === other) ?? {}
        for (const way of [...otherPhones.map(({ number }) => number), ...(email ? [email] : [])])
          expect([way, numbers(file, id).includes(way)]).toEqual([way, numbers(file, id).includes(phone)])
        if (open && holds) stops.order++
      }),
      runs,
    )
    expect(stops.order).toBeGreaterThan(0)
  })

  test('the outer circle reaches nothing; the middle circle no worry, no words but the network’s', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const circle = file.people.find((p) => p.id === id)?.circle
        const reached = markersIn(file, id)
        if (circle === 'outer') expect([...reached]).toEqual([])
        if (circle !== 'middle') return
        for (const worry of file.plan.worries) {
          const { danger, goal, familyGoal, zero, ten, nextSteps = [] } = worry
          for (const part of [...danger, goal, familyGoal, zero, ten, ...nextSteps])
            expect(reached).not.toContain(`«${part?.id}»`)
        }
        for (const said of Object.values(file.said ?? {}).flat()) {
          if (said.by !== id && said.sharedWith !== 'network') expect(reached).not.toContain(`«${said.id}»`)
        }
      }),
      runs,
    )
  })

  test('of rules, commitments and meetings the middle circle reaches those that involve them and are not shut, and no other', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        fc.pre(file.people.find((p) => p.id === id)?.circle === 'middle')
        const reached = markersIn(file, id)
        for (const [marker, theirs] of involving(file, id))
          expect([marker, reached.has(marker)]).toEqual([marker, theirs])
      }),
      runs,
    )
  })

  test('how long the plan holds and what comes after is for who knows everything, and of it what involves them for who sees their own', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const { circle, planView } = file.people.find((p) => p.id === id) ?? {}
        const { from, reviewBy } = file.plan
        const { setApart, shut } = reader(file, id)
        const reached = markersIn(file, id)
        const wide = circle === 'inner' && !planView
        for (const day of [from, reviewBy]) if (day) expect(reached.has(day)).toBe(wide)
        for (const { about = [], ...item } of ofTheWhole(file.plan)) {
          const theirs = wide || (circle === 'inner' && (about.includes(id) || setApart(item)))
          expect([item.id, reached.has(`«${item.id}»`)]).toEqual([item.id, theirs && !shut(item, about)])
        }
      }),
      runs,
    )
  })

  test('whoever has words of their own for a warning sign reads those, and nobody else does', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const { circle } = file.people.find((p) => p.id === id) ?? {}
        const { shut } = reader(file, id)
        const reached = markersIn(file, id)
        for (const { sign, forYou = [] } of file.plan.triggers)
          for (const { who, about = [], ...item } of forYou) {
            const theirs = who === id && circle !== 'outer' && !shut(item, about)
            expect([item.id, reached.has(`«${item.id}»`)]).toEqual([item.id, theirs])
            if (theirs) expect(reached).not.toContain(`«${sign.id}»`)
          }
      }),
      runs,
    )
  })

  test('a young person reads the rules in the children’s words, but for those of another child', () => {
    fc.assert(
      fc.property(family, (file) => {
        const { shut } = reader(file, 'kit')
        const reached = markersIn(file, 'kit')
        for (const { id, children = ['kit'], about = [], makesSure, ...item } of file.plan.rules) {
          const theirs = children.includes('kit') && !shut(item, [...makesSure, ...about])
          expect([id, reached.has(`«${id}young»`)]).toEqual([id, theirs])
          expect(reached).not.toContain(`«${id}»`)
        }
      }),
      runs,
    )
  })

  test('what keeps people safe is for who knows everything; with a narrow view what names the reader or is set apart for them; for a young person what is set apart for them', () => {
    fc.assert(
      fc.property(family, fc.oneof(viewer, fc.constant('kit')), (file, id) => {
        const { circle, planView } = file.people.find((p) => p.id === id) ?? {}
        const { setApart, shut } = reader(file, id)
        const reached = markersIn(file, id)
        for (const item of Object.values(file.plan.safety ?? {}).flat()) {
          const { about = [] } = item
          const involved = setApart(item) || (id !== 'kit' && about.includes(id))
          const theirs = (circle === 'inner' && !planView) || (circle !== 'outer' && involved)
          expect([item.id, reached.has(`«${item.id}»`)]).toEqual([item.id, theirs && !shut(item, about)])
        }
      }),
      runs,
    )
  })

  test('a young person reads the story of their own once it is released, and no other child’s; the middle circle none', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const [reached, others] = [markersIn(file, 'kit'), markersIn(file, id)]
        const { shut } = reader(file, 'kit')
        const { circle } = file.people.find((p) => p.id === id) ?? {}
        for (const { child, readyForChildren, frames } of file.plan.stories ?? [])
          for (const frame of frames) {
            const theirs = child === 'kit' && readyForChildren && !shut(frame, frame.about ?? [])
            expect([frame.id, reached.has(`«${frame.id}»`)]).toEqual([frame.id, theirs])
            if (circle === 'middle') expect(others).not.toContain(`«${frame.id}»`)
          }
      }),
      runs,
    )
  })

  test('words for the worker stay with author and worker; someone with own items reads only their own, and nobody reads theirs', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const ownItems = (who: string) => file.people.find((p) => p.id === who)?.planView === 'own-items'
        const reached = markersIn(file, id)
        for (const [kind, entries] of Object.entries(file.said ?? {})) {
          for (const said of entries) {
            if (said.by === id) continue
            const shared = said.sharedWith ?? (kind === 'checkIns' ? 'worker' : 'inner')
            if (ownItems(id) || ownItems(said.by) || shared === 'worker') expect(reached).not.toContain(`«${said.id}»`)
          }
        }
      }),
      runs,
    )
  })

  test('a change a viewer may not see leaves their view deep-equal', () => {
    fc.assert(
      fc.property(family, viewer, (file, id) => {
        const before = readBy(situationOf(file), id)
        const shut = shutMarkers(file, id)
        const changed = JSON.parse(
          JSON.stringify(file, (_key, value) =>
            shut.includes(value) ? `«${value.slice(1, -1)} said otherwise»` : value,
          ),
        ) as CaseFile
        const hidden = { hiddenFrom: [id] }
        changed.plan.rules.unshift({ id: 'R-new', text: '«new»', makesSure: [id], ...hidden })
        changed.plan.commitments.unshift({ id: 'C-new', text: '«new»', person: id, when: 'now', rule: 'R0', ...hidden })
        changed.plan.triggers.unshift({
          id: 'T-new',
          level: 'red',
          sign: { id: 'T-newsign', text: '«new»' },
          toldTo: [id],
          steps: [{ id: 'T-news', who: id, text: '«new»' }],
          ...hidden,
        })
        changed.plan.triggers[1]?.steps.splice(1, 0, { id: 'T-news2', who: id, text: '«new»', ...hidden })
        changed.people.push({
          id: 'new',
          name: 'New',
          relationship: 'new',
          kind: 'network',
          circle: 'inner',
          ...hidden,
        })
        expect(readBy(situationOf(changed), id)).toEqual(before)
      }),
      runs,
    )
  })

  test('a namesake a viewer may not know of changes nobody’s name or initials for them', () => {
    fc.assert(
      fc.property(family, viewer, anyone, (file, id, like) => {
        const before = JSON.stringify(readBy(situationOf(file), id))
        const self = file.people.find((p) => p.id === id)
        const narrow = self?.circle === 'middle' || self?.planView === 'own-items'
        const name = `${file.people.find((p) => p.id === like)?.name.split(' ')[0]} Other`
        const namesake = { id: 'new', name, relationship: 'new', kind: 'network', circle: 'inner' } as const
        const people = [{ ...namesake, ...(!narrow && { hiddenFrom: [id] }) }, ...file.people]
        expect(JSON.stringify(readBy(situationOf({ ...file, people }), id))).toBe(before)
      }),
      runs,
    )
  })

  test('no two people of a view share a name or initials, whoever they are', () => {
    const first = fc.constantFrom('Kelly', 'kelly', 'Kèlly', 'Kacper', 'Mr', 'PC', 'Nan', '  Kelly\u200b')
    const last = fc.constantFrom(
      '',
      ' Marsh',
      ' Moore',
      ' Frost',
      " O'Brien",
      ' O’Brien',
      ' Marsh-Frost',
      ' (next door)',
    )
    const names = fc.array(fc.tuple(first, last), { minLength: PEOPLE.length, maxLength: PEOPLE.length })
    const word = maybe(fc.constantFrom('Nan', 'neighbour'))
    fc.assert(
      fc.property(family, viewer, names, word, (file, id, called, addressAs) => {
        const people = file.people.map((one, at) =>
          called[at] ? { ...one, name: called[at].join(''), ...(addressAs && { addressAs }) } : one,
        )
        const seen = seenBy(situationOf({ ...file, people }), id)
        if (!seen) return
        const all = [seen.viewer, ...seen.people, ...seen.children]
        const each = new Map(all.map((one) => [one.id, one]))
        for (const key of ['name', 'initials'] as const) {
          const shown = [...each.values()].map((one) => one[key].normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
          expect(new Set(shown).size, shown.join()).toBe(each.size)
        }
      }),
      runs,
    )
  })
})
