import { afterAll } from 'vitest'

const toClose: (() => unknown)[] = []

/** Once the tests of this file are through. */
export const atTheEnd = (close: () => unknown) => toClose.push(close)

/** Has it all closed after the tests of one file. */
export const closeAfterwards = () =>
  afterAll(async () => {
    for (const close of toClose.splice(0).reverse()) await close()
  })
