import type { ProviderCall } from '#app/domain/provider'
import type { World } from '#app/domain/world'

/** A call of the provider's as its check needs it: our configured address, the headers, the body as it came. */
export async function callOf({ settings }: World, request: Request): Promise<ProviderCall> {
  const { pathname, search } = new URL(request.url)
  return { url: settings.publicUrl + pathname + search, headers: request.headers, body: await request.text() }
}

/** To whoever is not the provider: nothing, and nothing was done. */
export const notTheProvider = () => new Response(null, { status: 403 })
