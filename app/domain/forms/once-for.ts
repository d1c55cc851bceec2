import type { WriteInSeveral } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { type Form, type Sender, type Sent, sendOnce } from './tickets'

/** The write of a form: `sent()` says afterwards what became of it; undefined when it never got to writing. */
export function onceFor(
  world: World,
  sender: Sender,
  form: Form,
): { write: WriteInSeveral; sent: () => Sent<unknown> | undefined } {
  let sent: Sent<unknown> | undefined
  return {
    write: async (did, build, options) => {
      sent = await sendOnce(world, sender, form, did, build, options)
    },
    sent: () => sent,
  }
}
