/** What a browser sends: how much of it is taken, and from whom. */
import type { RequestHandler } from 'express'
import express from 'express'
import { openBodies } from './open-bodies.server'

/** The most that whoever is signed in nowhere may send: the longest words of a family are a third of it. */
const LARGEST_OF_STRANGERS = 64 * 1024
/** The most a form without a file may send: a family's file is far smaller. */
const LARGEST = 2 * 1024 * 1024
/** A phone's photo as it leaves the phone. */
const LARGEST_FILE = 16 * 1024 * 1024

/** Where a photo or a recorded voice is sent to. */
const takesFiles = (path: string) => /^\/desk\/families\/[^/]+\/plan\/(picture\/|voices$)/.test(path)

const body = (limit: number) => express.raw({ type: () => true, limit, inflate: false })

/** Who asks, before anything of the body is read. `known`: signed in, or was until a while ago. */
export type Sender = 'stranger' | 'known' | 'desk'

/** Reads a body, and no further than its sender may go. Who sends it is looked up only where it is longer than a stranger's may be. */
export function sentBytes(senderOf: (request: express.Request) => Promise<Sender>): RequestHandler {
  const [short, form, file] = [body(LARGEST_OF_STRANGERS), body(LARGEST), body(LARGEST_FILE)]
  const opened = openBodies()
  return async (request, response, next) => {
    if (request.method !== 'POST') return next()
    const length = Number(request.headers['content-length'] ?? LARGEST_OF_STRANGERS)
    // Where nobody can be looked up (no database), a form is read all the same, so that its words can be given back; it
    // counts among the strangers'.
    const sender =
      length > LARGEST_OF_STRANGERS ? await senderOf(request).catch(() => 'nobody-knows' as const) : 'stranger'
    const isFile = sender === 'desk' && takesFiles(request.path)
    const [read, most] =
      sender === 'stranger' ? [short, LARGEST_OF_STRANGERS] : isFile ? [file, LARGEST_FILE] : [form, LARGEST]
    const counts = sender === 'known' || sender === 'desk' ? 'known' : 'stranger'
    // What is too long is read to its end, so that the browser hears why, and none of it is held.
    const done = opened(request, counts, Math.min(length, most))
    response.once('close', done)
    read(request, response, (error) => {
      done()
      next(error)
    })
  }
}

/** The file that was chosen in a form; undefined when none was. */
export async function chosenBytes({ request }: { request: Request }, name = 'file'): Promise<Uint8Array | undefined> {
  const chosen = (await request.clone().formData()).get(name)
  return chosen instanceof File && chosen.size > 0 ? new Uint8Array(await chosen.arrayBuffer()) : undefined
}
