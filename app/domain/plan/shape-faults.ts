/** What the schema finds, said so that the person with the file knows what to do. */
import type { z } from 'zod'
import { caseFileSchema } from './case-file'
import { faultList, type Listed } from './listed'
import { type Fault, type Path, pathText, valuesAt } from './paths'
import { knownPart } from './too-large'

/** Every key that nobody knows, every one that is missing and every value of the wrong shape; the first of them by name. */
export function shapeFaults(json: unknown): Listed {
  const { error } = caseFileSchema.safeParse(json, { error: (issue) => predicate(issue) })
  const { add, listed } = faultList()
  for (const issue of (error?.issues ?? []).flatMap(meant)) {
    if (issue.code !== 'unrecognized_keys') {
      add(() => ({ path: pathText(issue.path as Path), message: `${subject(issue)} ${issue.message}.` }))
      continue
    }
    for (const key of issue.keys) if (key !== '__proto__') add(() => unknownKey([...issue.path, key] as Path))
  }
  // A record of the schema passes this one key over, in silence.
  const hidden = [...valuesAt(json, '__proto__'), ...valuesAt(knownPart(json), '**.__proto__')]
  for (const { path } of hidden) add(() => unknownKey(path))
  return listed()
}

/** Where one or a list may stand, what is wrong is said of whichever of the two was written. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const kind = (one: z.core.$ZodIssue) => one.code === 'invalid_type' && one.path.length === 0
  const [only, another] = issue.errors.filter((issues) => !issues.some(kind))
  if (!only || another) return [issue]
  return only.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
}

function unknownKey(path: Path): Fault {
  return {
    path: pathText(path),
    message: `“${path.at(-1)}” is no key of a case file. Check how it is spelled, or take it out.`,
  }
}

function subject(issue: z.core.$ZodIssue): string {
  const key = issue.path.findLast((step) => typeof step === 'string')
  return key === undefined ? 'The file' : `“${key}”`
}

const kinds: Record<string, string> = {
  string: 'must be words in quotation marks',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list in [ ]',
  object: 'must be an object in { }',
  record: 'must be an object in { }',
}

/** The rest of a sentence that starts with the key. What the schema says in its own words comes before this. */
function predicate(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? `must be of the kind ${issue.expected}`
  if (issue.code === 'invalid_value') return oneOf(issue.values as unknown[])
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? `must hold at least ${issue.minimum}` : `must be at least ${issue.minimum}`
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? `must be no longer than ${issue.maximum} characters`
      : `must be at most ${issue.maximum}`
  if (issue.code === 'invalid_key') return 'is not a language tag like "en", "pl" or "pa-Arab"'
  return 'is not right'
}

function oneOf(values: unknown[]): string {
  const written = values.map((value) => JSON.stringify(value)).join(', ')
  if (values.length > 1) return `must be one of ${written}`
  return values[0] === true ? 'must be true, or left out' : `must be ${written}`
}
