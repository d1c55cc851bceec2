import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
const ROOM = 2 ** 30

/**
 * Where a run's databases stand: in memory where the system has a disk of that kind with room, since every write of the
 * portal waits for its disk, and a third of a run was that waiting. They are files like others, with files' locks.
 */
export function diskForTests() {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ROOM ? MEMORY : tmpdir()
}
