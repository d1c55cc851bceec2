import { and, eq, gt, isNull } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { signIns, texts } from '#db/schema'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How many texts one number may ask for, so that nobody is pestered: in a minute, a quarter of an hour, a day. */
export const LIMITS = [
  { texts: 1, within: MINUTE },
  { texts: 3, within: 15 * MINUTE },
  { texts: 6, within: DAY },
]

/** Whether this number may ask for one more text: within the limits, and nobody there pressed "not for me" today. */
export async function mayAsk(
  world: World,
  read: Pick<Database['read'], 'select' | '$count'>,
  phone: string,
): Promise<boolean> {
  const since = (ms: number) => new Date(world.now().getTime() - ms).toISOString()
  const asked = await read
    .select({ at: texts.queuedAt })
    .from(texts)
    .where(and(eq(texts.to, phone), isNull(texts.queuedBy), gt(texts.queuedAt, since(DAY))))
  if (LIMITS.some(({ texts, within }) => asked.filter(({ at }) => at > since(within)).length >= texts)) return false
  return (await read.$count(signIns, and(eq(signIns.phone, phone), gt(signIns.stoppedAt, since(DAY))))) === 0
}
