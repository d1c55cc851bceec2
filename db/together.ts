import type { Client, InStatement, ResultSet } from '@libsql/client'

/** So many at the most in one message. */
const MOST = 64

type Asked = { statement: InStatement; answered: (result: ResultSet) => void; failed: (why: unknown) => void }

/**
 * What a server is asked at once goes in one message, and is read from one moment of the database: the queries of a
 * page that do not wait for each other, or of several pages. Each asked by itself costs the server a connection.
 */
export function together(client: Client): void {
  const execute = client.execute.bind(client) as (statement: InStatement) => Promise<ResultSet>
  const batch = client.batch.bind(client)
  const alone = ({ statement, answered, failed }: Asked) => execute(statement).then(answered, failed)
  let waiting: Asked[] = []
  const send = () => {
    const all = waiting
    waiting = []
    const [first, ...others] = all
    if (first && others.length === 0) return alone(first)
    batch(
      all.map(({ statement }) => statement),
      'read',
    ).then(
      (results) => results.forEach((result, at) => void all[at]?.answered(result)),
      // One of them fails all: each by itself hears only of its own.
      () => all.forEach(alone),
    )
  }
  client.execute = (statement: InStatement) =>
    new Promise((answered, failed) => {
      const isRead = /^\s*(select|with)\b/i.test(typeof statement === 'string' ? statement : statement.sql)
      if (!isRead) return alone({ statement, answered, failed })
      waiting.push({ statement, answered, failed })
      if (waiting.length === MOST) send()
      else if (waiting.length === 1) setImmediate(() => waiting.length > 0 && send())
    })
}
