/** Figures for Prometheus, on a port of their own that no family reaches. They name pages by pattern, and nobody. */
import type { RequestListener } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Figures, figuresNow } from '#app/domain/desk/figures'
import type { World } from '#app/domain/world'
import { type Log, traceOf } from './log.server'

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** `heard` takes the lines of the log, where requests are; `waited` the milliseconds a write waited for its turn. */
export function metrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers })
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const requests = histogram('portal_request_seconds', 'Requests, by page and kind of answer.', [
    'method',
    'route',
    'status',
  ])
  const doorWaits = histogram('portal_write_wait_seconds', 'How long writes waited for their turn.', [])
  const texts = gauge('portal_texts', 'Texts of the last day, by where they are.', ['state'])
  const single: [keyof Omit<Figures, 'texts'>, Gauge][] = [
    ['queueAge', gauge('portal_text_queue_age_seconds', 'How long the text that waits longest has been due.')],
    ['unreadWorries', gauge('portal_unread_worries', 'Worries, and calls asked for, that nobody has read.')],
    ['oldestWorryAge', gauge('portal_oldest_unread_worry_seconds', 'How long the oldest of them has waited.')],
    ['lastBackup', gauge('portal_last_backup_timestamp_seconds', 'When the last copy was made; 0: never.')],
  ]
  const look = async (world: World) => {
    const found = await figuresNow(world)
    for (const [state, many] of Object.entries(found.texts)) texts.set({ state }, many)
    for (const [name, told] of single) told.set(found[name] ?? 0)
  }
  const heard: Log = ({ method, route, status, ms }) => {
    if (typeof ms === 'number' && typeof status === 'number')
      requests.observe({ method: `${method}`, route: `${route}`, status: `${Math.floor(status / 100)}xx` }, ms / 1000)
  }
  const server =
    (world: World, log: Log): RequestListener =>
    async (request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end()
      try {
        await look(world)
        response.setHeader('Content-Type', registry.contentType).end(await registry.metrics())
      } catch (error) {
        log(traceOf(error))
        response.writeHead(503).end()
      }
    }
  return { heard, waited: (ms: number) => doorWaits.observe(ms / 1000), server }
}
