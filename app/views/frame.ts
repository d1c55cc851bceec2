import { createContext } from 'react'

/** What stands round a page, whoever reads it. */
export type Frame = {
  /** The discreet name of the service. */
  serviceName: string
  /** The public id of the reader's plan, when they are signed in. */
  plan?: string
  styles: Styles
}

/** The text of the stylesheets: of the pages a family sees, of the one that has its own beside it, and of the desk. */
export type Styles = { page: string; story: string; desk: string }

/** Put round every page by `entry.server.tsx`. */
export const FrameContext = createContext<Frame>({ serviceName: '', styles: { page: '', story: '', desk: '' } })
