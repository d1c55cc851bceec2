// Another program that keeps locking the database file: takes the lock, holds it, lets go, again and again.
// Arguments: the file's URL, then `keep` (until killed) or `once` (holds until it is told anything, then ends).
// Says `locked` and `released` to its parent.
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@libsql/client'

const [url, how] = process.argv.slice(2)
const client = createClient({ url, timeout: 5000 })

async function lock(until) {
  const transaction = await client.transaction('write')
  process.send('locked')
  await until()
  await transaction.rollback()
  process.send('released')
}

if (how === 'once') {
  await lock(() => new Promise((told) => process.once('message', told)))
  process.disconnect()
} else {
  for (;;) {
    await lock(() => wait(50 + Math.random() * 250))
    await wait(30 + Math.random() * 30)
  }
}
