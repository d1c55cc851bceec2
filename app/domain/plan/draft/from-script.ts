/** What the editor's script sends and is told: fields by name, and what a browser has in them. */
import { z } from 'zod'
import type { Id } from '../case-file'
import type { Handles } from './from-form'
import { controlOf } from './kinds'
import { itemsIn } from './loose'
import { valueFrom } from './shown'
import type { Change, Writing } from './writing'

const word = z.string().max(80)
const typed = z.array(z.string().max(20_000)).max(200)
const one = { id: word, item: word }
const sent = z
  .array(
    z.discriminatedUnion('do', [
      z.strictObject({ ...one, do: z.literal('set'), field: word, from: typed, to: typed }),
      z.strictObject({
        ...{ ...one, do: z.literal('add'), item: z.string().regex(/^n[0-9a-z]{8,30}$/), in: word, key: word },
        ...{ after: word.optional(), values: z.record(word, typed) },
      }),
      z.strictObject({ ...one, do: z.enum(['remove', 'restore']) }),
      z.strictObject({ ...one, do: z.literal('move'), by: z.union([z.literal(-1), z.literal(1)]) }),
    ]),
  )
  .max(500)

/** As it was sent; undefined for what no page of ours sends. */
export function sentByScript(json: string): z.infer<typeof sent> | undefined {
  try {
    return sent.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** The same as changes of the draft. */
export function changesSent(all: z.infer<typeof sent>, { id }: Handles, writing: Writing): Change[] {
  const items = itemsIn(writing.document)
  const gone = writing.gone.flatMap((one) =>
    [...itemsIn({ id: '', only: one.item }).values()].map(
      (found) => [found.item.id, found.item === one.item ? one.key : found.key] as const,
    ),
  )
  const keys = new Map<Id, string>([...gone, ...[...items].map(([item, found]) => [item, found.key] as const)])
  // What is added and then written in is one page's work, sent together.
  for (const one of all) if (one.do === 'add') keys.set(one.item, one.key)
  return all.map((one): Change => {
    switch (one.do) {
      case 'set': {
        const item = id(one.item)
        const control = controlOf(keys.get(item) ?? '', one.field) ?? 'words'
        return { ...one, item, from: valueFrom(one.from, control, id), to: valueFrom(one.to, control, id) }
      }
      case 'add': {
        const values = Object.entries(one.values).flatMap(([field, value]) => {
          const control = controlOf(one.key, field)
          return control ? [[field, valueFrom(value, control, id)] as const] : []
        })
        return { ...one, in: id(one.in), after: one.after && id(one.after), values: Object.fromEntries(values) }
      }
      default:
        return { ...one, item: id(one.item) }
    }
  })
}
