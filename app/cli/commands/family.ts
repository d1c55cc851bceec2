import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Listed } from '#app/domain/plan/faults'
import { jsonFrom } from '#app/domain/plan/json-text'
import { checkFamily } from '#app/domain/record/check-family'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
import { Refusal } from '#app/domain/refusal'
import type { World } from '#app/domain/world'
import { type Command, type Given, option } from './command'

export const familyImport: Command = {
  name: 'family import',
  usage: 'FILE [--worker STAFF] [--publish --endorsed-by STAFF [--second-check STAFF]]',
  words: 1,
  options: {
    worker: { type: 'string' },
    publish: { type: 'boolean' },
    'endorsed-by': { type: 'string' },
    'second-check': { type: 'string' },
  },
  run: async (world, given) => {
    const read = jsonFrom(await textOf(world, given.words[0] ?? ''))
    if ('faults' in read) throw refused(read)
    const worker = option(given, 'worker')
    const taken = await importFamily(world, read.json, {
      by: worker ?? workerIn(read.json),
      worker,
      publish: publishing(given),
    })
    if ('faults' in taken) throw refused(taken)
    return taken
  },
}

export const familyExport: Command = {
  name: 'family export',
  usage: 'REFERENCE',
  words: 1,
  run: (world, { words }) => exportFamily(world, words[0] ?? ''),
}

export const familyCheck: Command = {
  name: 'family check',
  usage: 'REFERENCE',
  words: 1,
  run: (world, { words }) => checkFamily(world, words[0] ?? ''),
}

/** The path is as the operator sees it, from where they stand. The database itself is not read: see `db/database-file.ts`. */
export async function textOf({ db }: World, path: string): Promise<string> {
  const file = resolve(process.env.INIT_CWD ?? '.', path)
  let isOurs: boolean
  try {
    isOurs = db.holds(file)
    if (!isOurs) return await readFile(file, 'utf8')
  } catch {
    throw new Refusal(`There is no file to read at ${path}.`)
  }
  throw new Refusal('This is the database itself: name the file with the family.')
}

function publishing(given: Given) {
  const endorsedBy = option(given, 'endorsed-by')
  if (!given.options.publish) return undefined
  if (!endorsedBy) throw new Refusal('Who endorses the plan? Add --endorsed-by STAFF to --publish.')
  return { endorsedBy, secondCheckBy: option(given, 'second-check') }
}

/** Whoever the file names brings it in, unless the operator says otherwise. */
function workerIn(json: unknown): string {
  const worker = typeof json === 'object' && json !== null && 'worker' in json ? json.worker : ''
  return typeof worker === 'string' ? worker : ''
}

function refused({ faults, more }: Listed): Refusal {
  const lines = faults.map(({ path, message }) => `${path}: ${message}`)
  return new Refusal([...lines, ...(more ? [`And ${more.toLocaleString('en')} more.`] : [])].join('\n'))
}
