import type { ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import { databaseTrouble } from './database-trouble.server'

/** Takes one thing that happened, as plain fields. Never a URL, a body, a token, a number, a name. */
export type Log = (line: Record<string, string | number | string[] | undefined>) => void

/** How long the same error is not said again, in milliseconds. */
const QUIET = 60_000

/**
 * A log that says one error once a minute: while the disk is full every request and every round of the texts fails the
 * same way, and thousands of lines would hide the one that says why. The next line then has how many were `unsaid`.
 */
export function calm(log: Log, milliseconds = () => performance.now()): Log {
  const said = new Map<string, { at: number; unsaid: number }>()
  return (line) => {
    if (line.error === undefined) return log(line)
    const kind = [line.error, line.at].flat().slice(0, 2).join(' ')
    const before = said.get(kind)
    if (before && milliseconds() - before.at < QUIET) {
      before.unsaid++
      return
    }
    said.set(kind, { at: milliseconds(), unsaid: 0 })
    log(before?.unsaid ? { ...line, unsaid: before.unsaid } : line)
  }
}

/** What a line may hold. Whatever else somebody once puts into one is not written: a log is read by more people than a plan. */
const KNOWN = new Set(
  ['method', 'route', 'status', 'ms', 'error', 'at', 'unsaid', 'alarm', 'why', 'staffSignIn'].concat(
    // Figures of alarms.
    ['asks', 'id', 'texts', 'code', 'provider', 'failures', 'most'],
  ),
)

/** Numbers to ring, e-mail addresses, and what follows in an address of ours, wherever they stand. */
const TELLING = /\+?\d(?:[ -]?\d){8,}|[^\s@]+@[^\s@]+\.\w+|\/(?:l|p)\/[\w-]{8,}/g

/** A line as it is written: what is not known to tell nobody's is taken out. */
export function redacted(line: Record<string, unknown>): Record<string, unknown> {
  const safe = (value: unknown): unknown =>
    typeof value === 'string' ? value.replace(TELLING, '[redacted]') : Array.isArray(value) ? value.map(safe) : value
  return Object.fromEntries(
    Object.entries(line).map(([key, value]) => [key, KNOWN.has(key) ? safe(value) : '[redacted]']),
  )
}

const toStdout = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }), log: redacted },
})

/** A line of JSON each, and an error no more than once a minute. */
export const logToStdout: Log = calm((line) =>
  toStdout[line.alarm !== undefined ? 'warn' : line.error !== undefined ? 'error' : 'info'](line),
)

/** What may be told of an error: its name and where it came from. Its message may hold what somebody wrote. */
export function traceOf(thrown: unknown): { error: string; at: string[] } {
  const error = databaseTrouble(thrown) ?? thrown
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const frames = stackOf(error)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { error: error.name, at: frames.slice(0, 12).map((line) => line.trim().slice(3)) }
}

/** A stack is put together when it is read, by whoever has taken that over (a debugger, the runner of our tests), and that may fail: an error that is logged must not make a second one. */
function stackOf(error: Error): string {
  try {
    return error.stack ?? ''
  } catch {
    return ''
  }
}

/** Tells the pattern of `routes.ts` that a path fits ("/p/:plan/now"), so that logs name pages and not people. */
export function routePatterns(routes: ServerBuild['routes']): (path: string) => string {
  const patterns = [...new Set(Object.keys(routes).map((id) => patternOfRoute(routes, id)))]
    .filter((pattern) => pattern !== '/*')
    .map((pattern) => ({ pattern, parts: pattern.split('/').filter(Boolean) }))
    // Where two patterns fit, the one that names more of the path in so many words is meant.
    .sort((a, b) => named(b.parts) - named(a.parts))
  return (path) => {
    const parts = path.split('/').filter(Boolean)
    return patterns.find((known) => fits(known.parts, parts))?.pattern ?? '*'
  }
}

/** The whole pattern of one route: its parents' and its own. */
export function patternOfRoute(routes: ServerBuild['routes'], id: string): string {
  const parts: string[] = []
  for (let route = routes[id]; route; route = routes[route.parentId ?? '']) {
    if (route.path) parts.unshift(route.path)
  }
  return `/${parts.join('/')}`
}

const named = (parts: string[]) => parts.filter((part) => !part.startsWith(':') || part.includes('.')).length

function fits(pattern: string[], path: string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((part, i) => part === path[i]?.toLowerCase() || isParameter(part, path[i] ?? ''))
  )
}

/** `:item` takes anything, `:item.ics` what ends so. */
function isParameter(part: string, given: string): boolean {
  if (!part.startsWith(':')) return false
  const ending = part.indexOf('.')
  return ending < 0 || given.endsWith(part.slice(ending))
}
