import { resolve } from 'node:path'
import { madeAt, noteBackup, voidAfterRestore } from '#app/domain/record/after-restore'
import { type Before, carryOver, type Narrowed } from '#app/domain/record/narrowed-since'
import { Refusal } from '#app/domain/refusal'
import { verifyAudit } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Environment } from '#app/edge/environment.server'
import { type Log, traceOf } from '#app/edge/log.server'
import { buildWorld } from '#app/edge/world.server'
import { type Copy, discard, isThere, keep, openCopy, placeOf, putInPlace, sizeOf, takeAlone } from '#db/copies'
import type { Command } from './command'

/** As the operator sees it, from where they stand. */
const asTyped = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)
const keyOf = ({ backupKey, database }: Environment) => backupKey ?? database.key
const since = (began: number) => Math.round((performance.now() - began) / 100) / 10

/** Beside a portal that serves, too. The file has its name only once it was opened and found whole. */
export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  words: 1,
  run: async (world, { words: [name = ''] }, environment) => {
    const began = performance.now()
    const file = asTyped(name)
    const making = `${file}.making`
    const key = keyOf(environment)
    if (isThere(file)) throw new Refusal(`There is something at ${name} already: name another file.`)
    // What a copying that was killed left behind; never the database itself, whatever it is called.
    if (world.db.holds(making)) throw new Refusal(`${making} is the database: name another file.`)
    discard(making)
    await noteBackup(world)
    await world.db.copyTo(making, key)
    try {
      const found = await wholeCopy(making, key)
      keep(making, file)
      return { file, bytes: sizeOf(file), seconds: since(began), encrypted: key !== undefined, ...found }
    } catch (error) {
      discard(making)
      throw error
    }
  },
}

/** Only where no portal runs. What is there now stays beside it. */
export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  words: 1,
  runAlone: async ({ words: [name = ''] }, environment, log) => {
    const began = performance.now()
    const file = asTyped(name)
    const { url, key } = environment.database
    if (!url.startsWith('file:'))
      throw new Refusal('A libSQL server restores its own database: docs/backup.md says how.')
    const found = await wholeCopy(file, keyOf(environment))
    const held = takeAlone(url, key)
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const place = placeOf(url)
    const [coming, aside] = [`${place}-coming-${stamp}`, `${place}-before-${stamp}`]
    try {
      const copy = await openCopy(file, keyOf(environment))
      await copy.writeTo(coming, key).finally(copy.close)
      const world = await buildWorld(
        { ...environment, database: { ...environment.database, url: `file:${coming}` } },
        log,
      )
      const { voided, narrowed } = await narrow(world, held?.rows, log).finally(() => world.db.close())
      putInPlace(coming, place, aside)
      return {
        ...{
          restored: file,
          seconds: since(began),
          ...found,
          ...(held && { before: aside }),
          ended: voided,
          ...(narrowed && { narrowed }),
        },
        lookAt: lookAt(found.at, narrowed),
      }
    } finally {
      discard(coming)
      held?.letGo()
    }
  },
}

/** Nothing in it opens a door by itself, and what was taken away since it was made stays away, where that can be read. */
async function narrow(world: World, before: Before | undefined, log: Log) {
  const voided = await voidAfterRestore(world)
  try {
    return { voided, narrowed: before && (await carryOver(world, before)) }
  } catch (error) {
    // One that is damaged is what a copy is put back for; `lookAt` says what to do instead.
    log(traceOf(error))
    return { voided, narrowed: undefined }
  }
}

/** Opens a copy and looks through all of it. Throws a `Refusal` when it is not whole. */
async function wholeCopy(file: string, key: string | undefined) {
  const copy = await openCopy(file, key)
  try {
    const [faults, rows, trail] = [await copy.faults(), await copy.counts(), await verifyAudit({ db: copy })]
    if (faults.length > 0) throw new Refusal(`This copy is damaged: ${faults.slice(0, 5).join(' ')}`)
    if (trail.brokenAt !== undefined)
      throw new Refusal(`The trail in this copy is not as it was written, from row ${trail.brokenAt} on.`)
    return { at: await atOf(copy), rows, trail: { rows: trail.rows, whole: true } }
  } finally {
    copy.close()
  }
}

async function atOf(copy: Copy): Promise<string> {
  const at = await madeAt(copy.read)
  if (!at) throw new Refusal('This is no copy that “portal backup” made: it does not say from when it is.')
  return at
}

const lookAt = (at: string, narrowed: Narrowed | undefined) => [
  `All that was said, read and done after ${at} is not in it.`,
  ...(narrowed
    ? [
        'What was taken away since was taken away again, as “narrowed” lists; rules and people that a version published since took out are in the plan again.',
        ...(narrowed.numbers.length > 0
          ? ['Look at the number of each person in “narrowed.numbers”: one that was changed since is set to none.']
          : []),
        ...narrowed.look,
      ]
    : [
        'The database it replaces could not be compared. Numbers that were changed or became unsafe since, STOPs since, access taken away, people or items shut, families restricted and staff who left since are as before: do those again before the portal runs.',
        'Paper-card codes used since work once more, with the word.',
      ]),
  `What the provider of texts lists from ${at} on did go; no text that waited then is sent again.`,
]
