import type { World } from '#app/domain/world'
import type { Language } from '#locales/languages'
import type { KeptPage } from './kept-pages.server'
import type { Log } from './log.server'
import type { StaffProvider } from './staff-provider.server'
import type { Visitor } from './visitor.server'

/** With which status the server turns a request away before any page sees it. */
export type TurnedAway = 400 | 403 | 404 | 405 | 413 | 500 | 503

declare module '@remix-run/node' {
  interface AppLoadContext {
    world: World
    visitor: Visitor
    log: Log
    /** The council's own sign-in; absent in the demo. */
    staffProvider?: StaffProvider
    /** The network address it came from; "" when there is none. */
    address: string
    turnedAway?: TurnedAway
    /** Set by the loader of a page that may be kept: see `kept-pages.server.ts`. */
    page?: KeptPage
    /** For whom the page is made, when that is not who looks at it. */
    reader?: { language: Language; plan?: string }
    /** Set when the page failed because nothing can be written, or the database is lost. */
    databaseTrouble?: boolean
  }
  interface ServerEntryModule {
    /** See `entry.server.tsx`. */
    styleHashes: string[]
  }
  interface Future {
    v3_singleFetch: true
  }
}
