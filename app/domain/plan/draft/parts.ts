/** The editor’s pages, in the order of a mapping meeting, and what stands on each. */
export const parts = ['family', 'well', 'worried', 'scale', 'goals', 'signs', 'tasks', 'dates'] as const
export type Part = (typeof parts)[number]

/**
 * One thing of the family or plan with all that is its own; a list of it; or, of each worry, these keys. With `whole`
 * worries are added, moved and taken out there.
 */
export type Block =
  | { one: 'file' | 'plan' | 'scale' | 'safety' | 'story' }
  | { list: string; in: 'file' | 'plan' }
  | { worries: string[]; whole?: true }

export const blocksOf: Record<Part, Block[]> = {
  family: [
    { list: 'children', in: 'file' },
    { list: 'people', in: 'file' },
    { one: 'file' },
    { list: 'sides', in: 'file' },
    { list: 'courtOrders', in: 'file' },
    { list: 'giveaways', in: 'file' },
  ],
  well: [{ worries: ['strengths', 'existingSafety'] }],
  worried: [{ worries: ['harm', 'danger', 'complicating'], whole: true }],
  scale: [{ worries: ['zero', 'ten', 'endsOpenToChildren'] }, { one: 'scale' }],
  goals: [{ worries: ['goal', 'familyGoal', 'bottomLines', 'nextSteps'] }, { list: 'rules', in: 'plan' }],
  signs: [{ list: 'triggers', in: 'plan' }, { one: 'safety' }],
  tasks: [
    { list: 'commitments', in: 'plan' },
    { list: 'safetyObjects', in: 'plan' },
    { list: 'childContacts', in: 'plan' },
  ],
  dates: [
    { list: 'phases', in: 'plan' },
    { list: 'meetings', in: 'plan' },
    { one: 'plan' },
    { list: 'endsWhen', in: 'plan' },
    { list: 'contingency', in: 'plan' },
    { one: 'story' },
    { list: 'stories', in: 'plan' },
  ],
}

/** The page a thing stands on, by the keys that lead to it from the document. */
export function partOf(keys: string[]): Part {
  const on = (part: Part) =>
    blocksOf[part].some((block) => {
      if ('list' in block) return keys.includes(block.list)
      if ('worries' in block)
        return (
          keys.includes('worries') &&
          (keys.length === 1 ? !!block.whole : block.worries.some((key) => keys.includes(key)))
        )
      return keys.includes(block.one)
    })
  return parts.find(on) ?? (keys.includes('plan') ? 'dates' : 'family')
}
