import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'

/** Linux alone says who holds which lock and which file. */
export const canLook = process.platform === 'linux'

/**
 * What another process holds of a database file, looked at from outside and without opening it: its locks on the file
 * and on the -shm beside it, and whether any of its descriptors leads to a file that is gone.
 */
export function filesHeld(pid: number, file: string): { locked: boolean; deleted: string[] } {
  const locks = readFileSync('/proc/locks', 'utf8').split('\n')
  const isLocked = (path: string) => {
    const inode = statSync(path, { throwIfNoEntry: false })?.ino
    return locks.some((lock) => new RegExp(`POSIX .* ${pid} \\w+:\\w+:${inode} `).test(lock))
  }
  const held = openIn(pid)
  return {
    locked: isLocked(file) && isLocked(`${file}-shm`),
    deleted: held.filter((path) => path.startsWith(file) && path.endsWith('(deleted)')),
  }
}

/** How many connections a process has to a database: each has the WAL open once. */
export const connectionsOf = (pid: number, file: string): number =>
  openIn(pid).filter((path) => path === `${file}-wal`).length

const openIn = (pid: number) => readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`))

/** A descriptor may be closed while we look. */
function linkOf(fd: string): string {
  try {
    return readlinkSync(fd)
  } catch {
    return ''
  }
}
