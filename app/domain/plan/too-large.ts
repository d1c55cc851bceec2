import { caseFileSchema } from './case-file'
import type { Fault } from './paths'

/**
 * How many values a file may hold, so that a file of junk is not looked through for seconds while everybody waits. A
 * real plan with its people has 300 to 600; what was said every day for years, by six people, stays far below.
 */
const MOST = { plan: 20_000, said: 200_000 }

const known = Object.keys(caseFileSchema.shape)

/** The part of a document that a case file has keys for: what stands under others is not looked at. */
export function knownPart(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json
  return Object.fromEntries(Object.entries(json).filter(([key]) => known.includes(key)))
}

/** The fault of a file that holds far more than a family has; undefined for every other. */
export function tooLarge(json: unknown): Fault | undefined {
  const { said, ...plan } = Object(knownPart(json))
  if (holdsMoreThan(plan, MOST.plan)) return { path: '$', message: `The plan with its people ${noFamily(MOST.plan)}` }
  return holdsMoreThan(said, MOST.said) ? { path: '$.said', message: `“said” ${noFamily(MOST.said)}` } : undefined
}

const noFamily = (most: number) =>
  `holds more than ${most.toLocaleString('en')} values: no family has as much. Check that this is the right file.`

/** Walks without a call in a call, since brackets may stand in brackets a million deep. */
function holdsMoreThan(json: unknown, most: number): boolean {
  const waiting: unknown[] = [json]
  for (let met = 0; waiting.length > 0; met++) {
    const value = waiting.pop()
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) waiting.push(inner)
    if (met + waiting.length > most) return true
  }
  return false
}
