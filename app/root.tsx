import { isRouteErrorResponse, Outlet, useLocation, useMatches, useRouteError } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { DeskDeadEnd } from './views/desk/frame'
import enhance from './views/enhance.js?url'
import { FrameContext, type Styles } from './views/frame'
import { NothingHere } from './views/nothing-here'
import { OUTSIDE } from './views/outside'
import type { PageHandle } from './views/page-handle'
import { Shell } from './views/shell'
import { isShut, Shut } from './views/shut'
import { useWords } from './views/words'
import { hasWords, isWordsNotSent, WordsNotSent } from './views/words-not-sent'

/** The document round every page, and round what went wrong. No framework script: a page may name its own. */
export function Layout({ children }: { children: ReactNode }) {
  const { lang, dir } = useWords('frame')
  const { styles } = useContext(FrameContext)
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{useTitle()}</title>
        {/* In the page, not beside it: a stylesheet of its own is a round trip more before anything is seen. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own file; React would escape its ">" */}
        <style dangerouslySetInnerHTML={{ __html: styles[useLook()] }} />
        {!useIsPhone() && <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />}
        {!useIsPhone() && <script src={enhance} defer />}
      </head>
      <body>{children}</body>
    </html>
  )
}

/** The desk's pages bring their own surroundings. */
export default function Root() {
  const frame = useContext(FrameContext)
  if (useBringsItsOwn()) return <Outlet />
  return (
    <Shell serviceName={frame.serviceName} plan={frame.plan}>
      <Outlet />
    </Shell>
  )
}

/** Every dead end: the same bytes for what is not there and for what is not the reader's. */
export function ErrorBoundary() {
  const frame = useContext(FrameContext)
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const left: unknown = isRouteErrorResponse(error) && error.data
  const desk = useIsDesk()
  const { pathname } = useLocation()
  const what = isWordsNotSent(left) ? (
    <WordsNotSent
      typed={left.wordsNotSent}
      ticket={left.ticket}
      status={status}
      start={desk ? '/desk' : undefined}
      backTo={desk && status === 401 && hasWords(left.wordsNotSent) ? pathname : undefined}
    />
  ) : isShut(left) ? (
    <Shut onCall={left.onCall} plan={frame.plan} desk={desk} />
  ) : (
    <NothingHere status={status} start={desk ? '/desk' : '/'} />
  )
  if (!desk) {
    return (
      <Shell serviceName={frame.serviceName} plan={frame.plan}>
        {what}
      </Shell>
    )
  }
  return <DeskDeadEnd>{what}</DeskDeadEnd>
}

/** A person's phone in a frame of the desk looks as it does in their hand; the frame lets nothing in beside it. */
const PHONE = /^\/desk\/families\/[^/]+\/phone\//i
const DESK = /^\/desk(\/|$)/i
const useIsPhone = () => PHONE.test(useLocation().pathname)
const useBringsItsOwn = () => DESK.test(useLocation().pathname)
const isDesk = (path: string) => DESK.test(path) && !PHONE.test(path)
/** Whoever has not signed in at the desk gets the same dead end below it as everywhere else. */
function useIsDesk() {
  const { pathname } = useLocation()
  const error = useRouteError()
  return isDesk(pathname) && !(isRouteErrorResponse(error) && error.data === OUTSIDE)
}

const useHandle = () => useMatches().at(-1)?.handle as PageHandle | undefined

/** A dead end looks like every other, whichever page it stands in the place of. */
function useLook(): keyof Styles {
  const { pathname, search } = useLocation()
  const look = useHandle()?.look
  const isDeadEnd = !!useRouteError()
  if (useIsDesk()) return 'desk'
  // On a phone at the desk the address says which of its pages is shown.
  if (PHONE.test(pathname)) return new URLSearchParams(search).get('page') === 'story' ? 'story' : 'page'
  return isDeadEnd ? 'page' : (look ?? 'page')
}

function useTitle(): string {
  const { t } = useWords('titles')
  const { serviceName } = useContext(FrameContext)
  const handle = useHandle()
  const error = useRouteError()
  const notNow = isRouteErrorResponse(error) ? error.status >= 500 : true
  const title = error ? (notNow ? 'later' : 'error') : handle?.title
  return title ? `${t(title)} – ${serviceName}` : serviceName
}
