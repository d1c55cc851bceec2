/** What was pasted, line by line on its way to where it belongs. */

import type { Fields, Handles } from './from-form'
import { kindNamed, kindOf } from './kinds'
import { linesOf } from './lines-of'
import { isItem, type Loose, PLAN } from './loose'
import type { Change, Writing } from './writing'

/** Lists a line may go to as it is; of each worry, and of the plan. */
export const WORRY_LISTS = [
  'strengths',
  'existingSafety',
  'danger',
  'complicating',
  'bottomLines',
  'nextSteps',
] as const
export const PLAN_LISTS = ['rules', 'triggers', 'commitments', 'phases', 'endsWhen', 'contingency'] as const

/** The worries a line may go to, by number. */
export const worriesIn = ({ document }: Pick<Writing, 'document'>): Loose[] =>
  (((document.plan as Loose | undefined)?.worries as unknown[]) ?? []).filter(isItem)

/** Where a line’s words go in a thing of this list. */
function wordsKey(key: string): string {
  const kind = kindOf(key)
  if (kind && kindNamed(kind).singles?.sign) return 'sign'
  return 'text'
}

/** `line.<id>` says where each line goes ("in|key"), or that it is thrown away; `paste` brings new ones. */
export function sortingIn(
  fields: Fields,
  press: string,
  { id }: Handles,
  { leftOver }: Writing,
  newId: () => string,
): Change[] {
  const value = (name: string) => fields.find(([key]) => key === name)?.[1] ?? ''
  const sorted = leftOver.flatMap((line): Change[] => {
    const [inside = '', key = ''] = value(`line.${line.id}`).split('|')
    const change = `${press}:${line.id}`
    if (inside === 'throw') return [{ id: change, do: 'throw', leftOver: line.id }]
    if (!key) return []
    const parent = inside === PLAN ? PLAN : id(inside)
    return [
      {
        id: change,
        do: 'add',
        item: newId(),
        in: parent,
        key,
        values: { [wordsKey(key)]: line.text },
        leftOver: line.id,
      },
    ]
  })
  const lines = linesOf(value('paste'))
  return [...sorted, ...(lines.length > 0 ? [{ id: `${press}:paste`, do: 'paste' as const, lines }] : [])]
}
