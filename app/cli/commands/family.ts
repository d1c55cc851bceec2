import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Listed } from '#app/domain/plan/faults'
import { jsonFrom } from '#app/domain/plan/json-text'
import { checkFamily } from '#app/domain/record/check-family'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
import { broughtIn, picturesOf } from '#app/domain/record/pictures/in-files'
import { rowOf } from '#app/domain/record/pictures/put-picture'
import { Refusal } from '#app/domain/refusal'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { pictures } from '#db/schema'
import { type Command, type Given, option } from './command'

export const familyImport: Command = {
  name: 'family import',
  usage: 'FILE [--pictures FOLDER] [--worker STAFF] [--publish --endorsed-by STAFF [--second-check STAFF]]',
  words: 1,
  options: {
    pictures: { type: 'string' },
    worker: { type: 'string' },
    publish: { type: 'boolean' },
    'endorsed-by': { type: 'string' },
    'second-check': { type: 'string' },
  },
  run: async (world, given) => {
    const read = jsonFrom(await textOf(world, given.words[0] ?? ''))
    if ('faults' in read) throw refused(read)
    const worker = option(given, 'worker')
    const folder = option(given, 'pictures')
    const brought = folder
      ? await broughtIn(read.json, (file) => readFile(at(folder, file)).catch(() => undefined))
      : null
    if (brought && brought.refused.length > 0)
      throw new Refusal(brought.refused.map(({ file, why }) => `${file}: ${WHY[why]}`).join('\n'))
    const options = { by: worker ?? workerIn(read.json), worker, publish: publishing(given) }
    const taken = await importFamily(world, read.json, options, (did, build, only) =>
      plainly(world)(
        did,
        async (db) => [
          ...(await build(db)),
          ...(brought?.pictures ?? []).map((one) =>
            db
              .insert(pictures)
              .values(rowOf(world, did.familyId ?? '', one))
              .onConflictDoNothing(),
          ),
        ],
        only,
      ),
    )
    if ('faults' in taken) throw refused(taken)
    return taken
  },
}

export const familyExport: Command = {
  name: 'family export',
  usage: 'REFERENCE [--pictures FOLDER]',
  words: 1,
  options: { pictures: { type: 'string' } },
  run: async (world, given) => {
    const file = await exportFamily(world, given.words[0] ?? '')
    const folder = option(given, 'pictures')
    if (folder) {
      await mkdir(at(folder), { recursive: true })
      for (const one of await picturesOf(world, file)) await writeFile(at(folder, one.file), one.bytes)
    }
    return file
  },
}

/** As the operator sees it, from where they stand. */
const at = (...path: string[]) => resolve(process.env.INIT_CWD ?? '.', ...path)

const WHY = {
  'not-there': 'there is no such picture in the folder.',
  'not-a-picture': 'this is no picture that can be read.',
  moves: 'this picture moves.',
  'too-many-pixels': 'this picture is too large.',
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
