/** Whoever changes a table next gets their own change from `npm run migration`, and nothing that stood already. */
import { readdirSync, readFileSync } from 'node:fs'
import { type DrizzleSQLiteSnapshotJSON, generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { expect, test } from 'vitest'
import * as schema from '#db/schema'

test('the migrations’ last picture of the tables is the tables as they are', async () => {
  const [newest = ''] = readdirSync('db/migrations/meta')
    .filter((file) => file.endsWith('_snapshot.json'))
    .sort()
    .reverse()
  const last: DrizzleSQLiteSnapshotJSON = JSON.parse(readFileSync(`db/migrations/meta/${newest}`, 'utf8'))
  const now = await generateSQLiteDrizzleJson(schema, last.id, 'snake_case')
  expect(await generateSQLiteMigration(last, now)).toEqual([])
})
