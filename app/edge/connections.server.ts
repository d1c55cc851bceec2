/** How many may be connected at once, so that the database and the texts always have file handles left. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** For the database, its temporary files, the texts on their way and what else a process has open. */
const KEPT_BACK = 100

/** As many connections as this process has file handles for; without end where the system sets none. */
export function mostConnections(): number {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft: number | 'unlimited' } } }
  const handles = Number(report.userLimits?.open_files?.soft)
  return handles ? Math.max(handles - KEPT_BACK, 1) : Number.POSITIVE_INFINITY
}

/**
 * Whoever comes when there are `most` gets the place of the connection that has asked nothing for the longest time. When
 * all are being answered they are sent away, and `full` is told, once until half of them have gone.
 */
export function roomFor(server: Server, most: number, full: () => void): void {
  const quiet = new Set<Socket>()
  let open = 0
  let told = false
  server.on('connection', (socket) => {
    open++
    quiet.add(socket)
    socket.once('close', () => {
      open--
      quiet.delete(socket)
      if (open <= most / 2) told = false
    })
    if (open <= most) return
    const [longest] = quiet
    longest?.destroy()
    if (longest !== socket || told) return
    told = true
    full()
  })
  server.on('request', ({ socket }, response) => {
    quiet.delete(socket)
    response.once('close', () => {
      if (!socket.destroyed) quiet.add(socket)
    })
  })
}
