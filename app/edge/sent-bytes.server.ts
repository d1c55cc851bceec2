/** A file of somebody's own in a form: how much of it is taken, and from whom. */
import type { RequestHandler } from 'express'
import express from 'express'

/** The most a form without a file may send: a family's file is far smaller. */
const LARGEST = 2 * 1024 * 1024
/** A phone's photo as it leaves the phone. */
const LARGEST_FILE = 16 * 1024 * 1024

/** Where a photo or a recorded voice is sent to. */
const takesFiles = (path: string) => /^\/desk\/families\/[^/]+\/plan\/(picture\/|voices$)/.test(path)

const body = (limit: number) => express.raw({ type: () => true, limit, inflate: false })

/** Reads a body, and no further than it may go: more than a form is only read of whoever sits at the desk. */
export function sentBytes(sitsAtDesk: (request: express.Request) => Promise<boolean>): RequestHandler {
  const [form, file] = [body(LARGEST), body(LARGEST_FILE)]
  return (request, response, next) => {
    if (request.method !== 'POST' || !takesFiles(request.path)) return form(request, response, next)
    sitsAtDesk(request).then((sits) => (sits ? file : form)(request, response, next), next)
  }
}

/** The file that was chosen in a form; undefined when none was. */
export async function chosenBytes({ request }: { request: Request }, name = 'file'): Promise<Uint8Array | undefined> {
  const chosen = (await request.clone().formData()).get(name)
  return chosen instanceof File && chosen.size > 0 ? new Uint8Array(await chosen.arrayBuffer()) : undefined
}
