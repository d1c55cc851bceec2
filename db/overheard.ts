import type { Client, InStatement } from '@libsql/client'

/** Tells of every statement this client is asked from here on, as it is asked: for tests of what a page costs. */
export function overhear(client: Client, asked: (sql: string) => void): void {
  const tell = (statement: InStatement) => asked(typeof statement === 'string' ? statement : statement.sql)
  const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client['execute']>
  const batch = client.batch.bind(client)
  client.execute = (statement: InStatement) => {
    tell(statement)
    return execute(statement)
  }
  client.batch = (statements, mode) => {
    for (const statement of statements) tell(Array.isArray(statement) ? statement[0] : statement)
    return batch(statements, mode)
  }
}
