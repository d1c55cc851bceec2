import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'

type Sample = { folder: string; source: string; why?: string }

const taking = (from: string) => `import { thing } from '${from}'\nexport const other = thing\n`
const having = (expression: string) => `export const thing = ${expression}\n`
const may = (folder: string, source: string): Sample => ({ folder, source })
const mayNot = (folder: string, source: string, why: string): Sample => ({ folder, source, why })

const imports = [
  mayNot('app/domain/plan', taking('#app/edge/world.server'), 'The domain imports only'),
  mayNot('app/domain/plan', taking('../../edge/world.server'), 'The domain imports only'),
  mayNot('app/domain/plan', taking('#app/views/face'), 'The domain imports only'),
  mayNot('app/domain/plan', taking('react'), 'The domain knows no web'),
  mayNot('app/domain/plan', taking('@remix-run/node'), 'The domain knows no web'),
  may('app/domain/plan', taking('#app/domain/access/wording')),
  may('app/domain/plan', taking('../access/wording')),
  may('app/domain/plan', taking('#db/schema')),
  mayNot('app/routes', taking('#app/routes/start'), 'A route imports no route'),
  mayNot('app/routes', taking('./start'), 'A route imports no route'),
  mayNot('app/routes', taking('../../db/schema'), 'A route imports no route, and the rest'),
  mayNot('app/routes', taking('#db/schema'), 'never the database'),
  mayNot('app/routes', taking('drizzle-orm'), 'never the database'),
  mayNot('app/routes', taking('drizzle-orm/sqlite-core'), 'never the database'),
  may('app/routes', taking('#app/domain/access/read-plan')),
  may('app/routes', taking('#app/views/face')),
  may('app/routes', taking('#app/edge/cookies.server')),
  may('app/routes/desk', taking('../../desk.css?url')),
  mayNot('app/routes/desk', taking('../home?url'), 'A route imports no route'),
  mayNot('app/views', taking('#app/edge/cookies.server'), 'A view imports views'),
  mayNot('app/views/plan', taking('../../edge/cookies.server'), 'A view imports views'),
  mayNot('app/views', taking('@remix-run/react'), 'A view imports views'),
  mayNot('app/views', taking('#db/schema'), 'A view imports views'),
  mayNot('app/views', taking('#app/domain/access/read-plan'), 'only types from the domain'),
  mayNot('app/views/plan', taking('../../domain/access/read-plan'), 'only types from the domain'),
  mayNot(
    'app/views',
    `import { type A, b } from '#app/domain/a'\nexport const other: A = b\n`,
    'only types from the domain',
  ),
  may('app/views', `import type { Thing } from '#app/domain/access/wording'\nexport const other: Thing = 1\n`),
  may('app/views', taking('./face')),
  mayNot('app/edge', taking('#app/routes/start'), 'The edge is below'),
  mayNot('app/cli', taking('../views/face'), 'A command shows no page'),
  mayNot('db', taking('#app/edge/world.server'), 'The database knows nobody'),
  mayNot('db/tables', taking('#app/domain/plan/case-file'), 'The database knows nobody'),
]

const surroundings = [
  mayNot('app/domain/plan', having('new Date()'), 'Ask the world'),
  mayNot('app/domain/plan', having('new Date().toISOString()'), 'Ask the world'),
  mayNot('app/domain/plan', having('Date.now()'), 'Ask the world'),
  mayNot('app/domain/plan', having('Math.random()'), 'Ask the world'),
  mayNot('app/domain/plan', having('crypto.randomUUID()'), 'Ask the world'),
  mayNot('app/domain/plan', having('process.env.PORT'), 'global variable process'),
  mayNot('app/domain/plan', having('() => console.log(1)'), 'global variable console'),
  mayNot(
    'app/domain/plan',
    `import { randomBytes } from 'node:crypto'\nexport const other = randomBytes\n`,
    'Chance comes from',
  ),
  mayNot('app/domain/plan', `import crypto from 'node:crypto'\nexport const other = crypto\n`, 'Chance comes from'),
  may('app/domain/plan', `import { createHash } from 'node:crypto'\nexport const other = createHash\n`),
  may('app/domain/plan', having('(at: string) => new Date(at)')),
]

const files = [
  mayNot(
    'app/domain/plan',
    `import { readFileSync } from 'node:fs'\nexport const other = readFileSync\n`,
    'drops its locks',
  ),
  mayNot('app/edge', `import { open } from 'node:fs/promises'\nexport const other = open\n`, 'drops its locks'),
  mayNot('app/cli', `import * as fs from 'fs'\nexport const other = fs\n`, 'drops its locks'),
  mayNot('app/routes', having(`() => import('node:fs')`), 'drops its locks'),
  mayNot('app/views', having(`(take: (name: string) => unknown) => take('node:fs')`), 'drops its locks'),
  mayNot('db', `import { copyFileSync } from 'node:fs'\nexport const other = copyFileSync\n`, 'drops its locks'),
  mayNot('db/seed', `import { copyFileSync } from 'node:fs'\nexport const other = copyFileSync\n`, 'drops its locks'),
  mayNot('app/edge', taking('@libsql/client'), 'client.server.ts alone'),
  mayNot('app/cli', taking('libsql'), 'client.server.ts alone'),
  may('db', taking('@libsql/client')),
  mayNot('app/edge', `import { thing } from 'node:sqlite'\nexport const other = thing\n`, 'Nothing but libSQL'),
  mayNot('db', `import { thing } from 'better-sqlite3'\nexport const other = thing\n`, 'Nothing but libSQL'),
  mayNot('tests', having(`() => import('node:sqlite')`), 'Nothing but libSQL'),
  mayNot('tests', `import { thing } from 'better-sqlite3'\nexport const other = thing\n`, 'Nothing but libSQL'),
  may('tests', taking('node:fs')),
  may('tests', taking('@libsql/client')),
  mayNot('db/database-file.ts', taking('node:fs'), 'never open one'),
  mayNot(
    'db/still-ours.ts',
    `import { readFileSync, statSync } from 'node:fs'\nexport const other = [readFileSync, statSync]\n`,
    'never open one',
  ),
]

const said = new Map<Sample, string>()

/** Some rules are for one file alone. */
const placeOf = ({ folder }: Sample, i: number) => (folder.endsWith('.ts') ? folder : `${folder}/sample-${i}.ts`)

/** All samples as files of a folder with our linter's rules, linted in one go. */
beforeAll(() => {
  const folder = mkdtempSync(join(inject('runFolder'), 'walls-'))
  for (const rules of ['biome.json', '.biome', '.gitignore']) cpSync(rules, join(folder, rules), { recursive: true })
  const paths = new Map([...imports, ...surroundings, ...files].map((sample, i) => [placeOf(sample, i), sample]))
  for (const [path, { source }] of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), source)
  }
  const biome = [
    resolve('node_modules/@biomejs/biome/bin/biome'),
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    '.',
  ]
  const { stdout } = spawnSync(process.execPath, biome, { cwd: folder, encoding: 'utf8' })
  for (const { severity, message, location } of JSON.parse(stdout).diagnostics) {
    const sample = paths.get(location.path)
    if (sample && severity === 'error') said.set(sample, `${said.get(sample) ?? ''}${JSON.stringify(message)}`)
  }
})

const named = ({ folder, source, why }: Sample) =>
  `${folder} ${why ? 'may not hold' : 'may hold'} ${source.split('\n')[0]}`

describe.each([
  ['the walls between the folders', imports],
  ['nothing but SQLite opens the database', files],
  ['the domain has no clock, chance or surroundings of its own', surroundings],
])('%s', (_, samples) => {
  it.each(samples.map((sample) => [named(sample), sample] as const))('%s', (_, sample) => {
    if (sample.why) expect(said.get(sample)).toContain(sample.why)
    else expect(said.get(sample)).toBeUndefined()
  })
})
