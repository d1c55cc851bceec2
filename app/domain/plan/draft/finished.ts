/** A draft as a case file: what is empty is left out, what people type is written as the file writes it. */
import type { FamilyFile } from '../case-file'
import { phoneFrom } from '../phone'
import { type Control, controlOf, kindsUnder, NAMELESS, RAW } from './kinds'
import { isItem, type Loose } from './loose'
import { timesFrom } from './safe-times'
import { isNothing } from './same'

/** Lists a case file has even where nothing is in them. */
const ALWAYS = new Set([
  'children',
  'people',
  'worries',
  'rules',
  'triggers',
  'commitments',
  'danger',
  'steps',
  'frames',
])
/** Of items; other lists are of ids or words, and say something also where they name nobody. */
const LISTS = new Set(Object.keys(kindsUnder).filter((key) => key !== ''))
/** What an item has before anybody wrote in it. */
const GIVEN = new Set(['id', 'level', 'readyForChildren', 'kind', 'hiddenFrom'])

/** What this document would be as a family's file. It may have faults: `faultsIn` says which. */
export function finished(document: Loose): FamilyFile {
  const file = written(document, '') as unknown as FamilyFile & { id?: string }
  const { translations } = file.plan
  if (translations) file.plan.translations = translatable(file, translations)
  return file
}

function written(item: Loose, key: string): Loose {
  const whole: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(item)) {
    const out = field === 'id' ? idOf(item, key) : writtenValue(field, value, controlOf(key, field))
    if (out !== undefined) whole[field] = out
  }
  return whole as Loose
}

const idOf = ({ id }: Loose, key: string) => (id.startsWith('~') || NAMELESS.has(key) ? undefined : id)

function writtenValue(field: string, value: unknown, control: Control | undefined): unknown {
  if (control === 'times' && Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.length > 0 ? timesFrom(value) : undefined
  if (RAW.has(field)) return value
  if (isItem(value)) return field !== 'plan' && isBlank(value) ? undefined : written(value, field)
  if (Array.isArray(value) && value.some(isItem)) {
    const items = value.filter((one) => !isBlank(one)).map((one) => written(one, field))
    return items.length > 0 || ALWAYS.has(field) ? items : undefined
  }
  if (Array.isArray(value)) {
    if (value.length === 0 && LISTS.has(field)) return ALWAYS.has(field) ? value : undefined
    if (control === 'phones') return kept(value.map((one) => phoneFrom(String(one)) ?? one))
    return value
  }
  if (typeof value === 'boolean')
    return value || control === 'either' || field === 'readyForChildren' ? value : undefined
  if (typeof value !== 'string') return isNothing(value) ? undefined : value
  const typed = value.trim()
  if (typed === '') return undefined
  if (control === 'phone') return phoneFrom(typed) ?? typed
  if (control === 'number') return Number.isNaN(Number(typed)) ? typed : Number(typed)
  return control === 'words' ? value.replace(/\r\n?/g, '\n').trim() : typed
}

const kept = <T>(list: T[]) => (list.length > 0 ? list : undefined)

/** Nothing was written in it or pressed. */
export function isBlank(item: Loose): boolean {
  return Object.entries(item).every(([key, value]) => {
    if (GIVEN.has(key)) return key !== 'kind' || typeof value !== 'string' || KINDS.has(value) || value.trim() === ''
    if (isItem(value)) return isBlank(value)
    return Array.isArray(value) ? value.every((one) => isItem(one) && isBlank(one)) : isNothing(value)
  })
}
/** A person’s kind is chosen before anything is written; a meeting’s or an order’s is written. */
const KINDS = new Set(['parent', 'carer', 'network', 'professional'])

/** A translation of what is not in the plan any more goes with it; the versions before keep theirs. */
function translatable(file: FamilyFile, all: NonNullable<FamilyFile['plan']['translations']>) {
  const words = new Map<string, Loose>()
  const within = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(within)
    if (!isItem(value)) return
    if (typeof value.id === 'string') words.set(value.id, value)
    for (const [key, inner] of Object.entries(value)) if (!RAW.has(key)) within(inner)
  }
  within(file)
  const has = (key: string) => {
    const [id = '', field = 'text'] = key.split(/\.(.*)/)
    const at = field.split('.').reduce<unknown>((value, one) => (value as Loose | undefined)?.[one], words.get(id))
    return typeof at === 'string'
  }
  return Object.fromEntries(
    Object.entries(all).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(texts).filter(([key]) => has(key))),
    ]),
  )
}
