import type { FamilyFile, Id } from '../case-file'
import { type Path, pathText, valuesAt } from '../paths'

/** One text of a plan that people read, the thing it belongs to, the key its translations go by, and where it stands. */
export type PlanText = { itemId: Id; key: string; path: string; text: string; isDanger: boolean }

/** What of a thing people read as words; numbers, times and names are none. */
const READ = [
  'text',
  'forChildren',
  'when',
  'object',
  'place',
  'means',
  'howOften',
  'how',
  'kind',
  'part',
  'picture',
] as const

/** Every text of a plan in its English, in the order of the document; with what the middle circle was told. */
export function planTexts(file: FamilyFile): PlanText[] {
  const inPlan = valuesAt(file.plan, '**').flatMap(({ path, value }) =>
    path[0] === 'translations' ? [] : textsOf(['plan', ...path], value, READ),
  )
  return [...valuesAt(file, 'people.*').flatMap(({ path, value }) => textsOf(path, value, ['knows'])), ...inPlan]
}

function textsOf(path: Path, value: unknown, fields: readonly string[]): PlanText[] {
  if (typeof value !== 'object' || value === null) return []
  const { id } = value as { id?: unknown }
  if (typeof id !== 'string') return []
  return fields.flatMap((field) => {
    const text = (value as Record<string, unknown>)[field]
    if (typeof text !== 'string') return []
    const isDanger = path.includes('danger') || path.includes('harm')
    const key = field === 'text' ? id : `${id}.${field}`
    return [{ itemId: id, key, path: pathText([...path, field]), text, isDanger }]
  })
}
