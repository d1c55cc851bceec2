// Another process that writes audit rows to the same file. Arguments: the file's URL, how many rows.
// Says `ready`, begins when it is told anything, and ends.
import { once } from 'node:events'
import { runnerImport } from 'vite'

const [url, rows] = process.argv.slice(2)
const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'error' })).module
const { openDatabase } = await load('./db/client.server.ts')
const { writeAudited } = await load('./app/domain/trail/audit.ts')
const now = () => new Date('2026-11-23T10:00:00Z')
const db = await openDatabase({ url, mode: 'demo', now, random: (bytes) => Buffer.alloc(bytes, 7) })

process.send('ready')
await once(process, 'message')
for (let row = 0; row < Number(rows); row++) {
  await writeAudited({ db, now }, { who: 'system', did: 'written by the other process' }, () => [])
}
await db.close()
process.disconnect()
