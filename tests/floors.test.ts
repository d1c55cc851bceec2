import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

/**
 * The floors of `app/domain`, from the ground up: a folder imports only from those before it, types too. The list
 * stands here alone. Circles of files the linter finds (`noImportCycles`).
 */
const FLOORS = [
  'trail',
  'plan',
  'council',
  'forms',
  'access',
  'people',
  'texts',
  'network',
  'coming-in',
  'said',
  'desk',
  'record',
]
/** What lies beside the folders is the ground. */
const GROUND = 0
const NO_FLOOR = -1

const DOMAIN = 'app/domain/'

function floorOf(path: string): number {
  const folder = path.slice(DOMAIN.length).split('/')
  return folder.length === 1 ? GROUND : ['', ...FLOORS].indexOf(folder[0] as string)
}

/** The files a source imports, as paths from the root; of packages nothing. */
function importsOf(path: string, source: string): string[] {
  const { module, errors } = parseSync(path, source)
  expect(errors).toEqual([])
  const from = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)].flatMap((part) =>
    'moduleRequest' in part && part.moduleRequest ? [part.moduleRequest.value] : [],
  )
  // `import('…')`, of a value or of a type.
  const called = [...source.matchAll(/\bimport\(\s*['"]([^'"]+)/g)].map(([, name]) => name ?? '')
  return [...from, ...called].flatMap((name) => {
    if (name.startsWith('#')) return [name.slice(1)]
    return name.startsWith('.') ? [posix.join(posix.dirname(path), name)] : []
  })
}

const upFrom = (path: string, source: string) =>
  importsOf(path, source)
    .filter((to) => to.startsWith(DOMAIN) && floorOf(to) > floorOf(path))
    .map((to) => `${path} → ${to}`)

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}${name}`)

test('every folder of the domain has its floor', () => {
  expect(files(DOMAIN).filter((path) => floorOf(path) === NO_FLOOR)).toEqual([])
})

test('nothing in the domain imports from a floor above it', () => {
  expect(files(DOMAIN).flatMap((path) => upFrom(path, readFileSync(path, 'utf8')))).toEqual([])
})

test('the database imports nothing of the domain', () => {
  const back = files('db/').flatMap((path) =>
    importsOf(path, readFileSync(path, 'utf8'))
      .filter((to) => to.startsWith('app/'))
      .map((to) => `${path} → ${to}`),
  )
  expect(back).toEqual([])
})

test.each([
  ["import { a } from '#app/domain/desk/desk'", 1],
  ["import type { A } from '../desk/desk'", 1],
  ["export { a } from '../desk/desk'", 1],
  ["export type A = import('#app/domain/desk/desk').Desk", 1],
  ["const a = () => import('#app/domain/record/ready')", 1],
  ["import { a } from '#app/domain/plan/names'", 0],
  ["import { a } from './words'\nimport { b } from 'zod'\nimport { c } from '#app/domain/world'", 0],
])('an import that goes up is found: %s', (source, up) => {
  expect(upFrom('app/domain/people/word.ts', source)).toHaveLength(up)
})
