import type { AppLoadContext } from '@remix-run/node'
import { type SettingsNow, settingsNow } from '#app/domain/desk/settings-now'

const asked = new WeakMap<AppLoadContext, Promise<SettingsNow | undefined>>()

/** The council's settings and how its provider of texts is doing: a page and the frame round it ask once together. */
export function settingsAt(context: AppLoadContext): Promise<SettingsNow | undefined> {
  const settings = asked.get(context) ?? settingsNow(context.world)
  asked.set(context, settings)
  return settings
}
