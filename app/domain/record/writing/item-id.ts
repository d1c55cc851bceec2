import type { World } from '#app/domain/world'

/** The id of something new in a plan. It tells nothing, so it may leave the server as it is. */
export const newItemId = (world: World): string => `n${world.random(8).toString('hex')}`
