/** Where something stands in a JSON document. */
export type Path = (string | number)[]

/** What is wrong with a document, and where: `$.plan.rules[2].makesSure[0]`. */
export type Fault = { path: string; message: string }

/** A path as people write it. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return /^[A-Za-z_]\w*$/.test(step) ? `${text}.${step}` : `${text}[${JSON.stringify(step)}]`
  }, '$')
}

/** No case file is deeper. What lies below is under a key nobody knows, and its path is a fault already. */
const deepest = 20

type Found<T> = { path: Path; value: T }

/**
 * Every value a pattern names, with its path: `plan.rules.*.id`, where `*` is one step of any name and `**` any
 * number of them. Takes a document of any shape, since faults are looked for in broken ones.
 */
export function valuesAt(json: unknown, pattern: string): Found<unknown>[] {
  const found: Found<unknown>[] = []
  collect(json, pattern.split('.'), [], found)
  return found
}

/** The words among the values a pattern names. */
export function wordsAt(json: unknown, pattern: string): Found<string>[] {
  return valuesAt(json, pattern).filter((one): one is Found<string> => typeof one.value === 'string')
}

function collect(value: unknown, pattern: string[], path: Path, found: Found<unknown>[]) {
  const [step, ...rest] = pattern
  if (step === undefined) return void found.push({ path, value })
  if (step === '**') collect(value, rest, path, found)
  if (typeof value !== 'object' || value === null || path.length > deepest) return
  for (const [key, inner] of Object.entries(value)) {
    if (step !== '**' && step !== '*' && step !== key) continue
    collect(inner, step === '**' ? pattern : rest, [...path, Array.isArray(value) ? Number(key) : key], found)
  }
}
