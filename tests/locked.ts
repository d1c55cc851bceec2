import { fork } from 'node:child_process'
import { once } from 'node:events'
import { atTheEnd } from './at-the-end'
import type { TestWorld } from './world'

/** Another program has this world's file locked for writing, until it is told to let go. */
export async function locked({ file }: TestWorld): Promise<{ letGo: () => Promise<void> }> {
  const locker = fork('tests/locker.mjs', [`file:${file}`, 'once'])
  atTheEnd(() => locker.kill())
  await once(locker, 'message')
  const letGo = async () => {
    locker.send('let go')
    await once(locker, 'exit')
  }
  return { letGo }
}
