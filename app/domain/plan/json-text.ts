import { faultList, type Listed } from './listed'
import { type Fault, type Path, pathText } from './paths'

/** How the fault of what is no JSON at all begins. */
export const NOT_JSON = 'This file is not JSON'

/**
 * The JSON a file holds. Refuses what is not JSON, and an object that has a key twice: the first of the two would
 * be lost without a word, and it may be the `hiddenFrom` that keeps someone safe.
 */
export function jsonFrom(text: string): { json: unknown } | Listed {
  const bare = text.replace(/^\uFEFF/, '')
  let json: unknown
  try {
    json = JSON.parse(bare)
  } catch (error) {
    return {
      faults: [{ path: '$', message: `${NOT_JSON}${placeIn(bare, error)}. Export it again, or mend it there.` }],
    }
  }
  const found = keysWrittenTwice(bare)
  return found.faults.length > 0 ? found : { json }
}

/** The engine names a position at most times; its message itself quotes the file, so it is not passed on. */
function placeIn(text: string, error: unknown): string {
  const position = error instanceof Error && /at position (\d+)/.exec(error.message)?.[1]
  if (!position) return ''
  const lines = text.slice(0, Number(position)).split('\n')
  return `: something is wrong at line ${lines.length}, character ${(lines.at(-1) ?? '').length + 1}`
}

/** Walks the words and signs of text that is known to be JSON. */
function keysWrittenTwice(text: string): Listed {
  const { add, listed } = faultList()
  const open: { keys?: Set<string>; at: string | number; awaitsKey: boolean }[] = []
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g)) {
    const inner = open.at(-1)
    if (token === '{') open.push({ keys: new Set(), at: '', awaitsKey: true })
    else if (token === '[') open.push({ at: 0, awaitsKey: false })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && inner) {
      if (inner.keys) inner.awaitsKey = true
      else inner.at = Number(inner.at) + 1
    } else if (inner?.keys && inner.awaitsKey) {
      const key: string = token.includes('\\') ? JSON.parse(token) : token.slice(1, -1)
      inner.awaitsKey = false
      inner.at = key
      if (inner.keys.has(key)) add(() => writtenTwice(open.map((one) => one.at)))
      inner.keys.add(key)
    }
  }
  return listed()
}

const writtenTwice = (path: Path): Fault => ({
  path: pathText(path),
  message: `“${path.at(-1)}” is written twice in one place. Keep one of the two.`,
})
