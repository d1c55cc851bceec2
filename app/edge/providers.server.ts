import type { Provider } from '#app/domain/provider'
import type { Database } from '#db/client.server'
import { demoPhones } from './demo-phone.server'
import type { Environment } from './environment.server'

/** Who carries the texts. The libraries of those that are not used are not even loaded. */
export async function providerOf(
  { texts }: Environment,
  { db, now, publicUrl }: { db: Database; now: () => Date; publicUrl: () => string },
): Promise<Provider> {
  if (texts.by === 'demo') return demoPhones(db, now)
  if (texts.by === 'notify') return (await import('./notify.server')).notifyProvider(texts)
  return (await import('./twilio.server')).twilioProvider(texts, publicUrl)
}
