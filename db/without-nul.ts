import type { Client, InArgs, InStatement } from '@libsql/client'

/**
 * SQLite ends a text at a NUL, and libSQL cuts off in silence what stands behind it. No keyboard types one: it is
 * taken out on the way in, and all the rest is kept.
 */
export function withoutNul(client: Client): void {
  const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client['execute']>
  const batch = client.batch.bind(client)
  client.execute = (statement: InStatement) => execute(clean(statement))
  client.batch = (statements, mode) =>
    batch(
      statements.map((one) => (Array.isArray(one) ? clean({ sql: one[0], args: one[1] ?? [] }) : clean(one))),
      mode,
    )
}

function clean(statement: InStatement): InStatement {
  if (typeof statement === 'string') return statement
  const { args = [] } = statement
  return { ...statement, args: Array.isArray(args) ? args.map(whole) : named(args) }
}

const named = (args: Exclude<InArgs, unknown[]>): InArgs =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, whole(value)]))

const whole = <T>(value: T): T =>
  typeof value === 'string' && value.includes('\0') ? (value.replaceAll('\0', '') as T) : value
