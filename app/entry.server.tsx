import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { nameIn } from '#app/domain/council/sender'
import { databaseTrouble } from './edge/database-trouble.server'
import { languageAskedFor, wordsIn } from './edge/i18n.server'
import { pageAs } from './edge/kept-pages.server'
import { traceOf } from './edge/log.server'
import { settingsAt } from './edge/settings-at.server'
import { styles } from './edge/styles.server'
import { FrameContext } from './views/frame'
import { WordsContext } from './views/words'

/** What the policy of every page allows by its hash: for `edge/server.server.ts`, which is outside this build in tests. */
export { styleHashes } from './edge/styles.server'

/** One page, one string: no script follows it, so there is nothing to stream. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const { language, plan, serviceName } = await readerOf(request, context)
  const make = () => {
    const page = renderToString(
      <WordsContext.Provider value={wordsIn(language)}>
        <FrameContext.Provider value={{ serviceName, plan, styles }}>
          <RemixServer context={remix} url={request.url} />
        </FrameContext.Provider>
      </WordsContext.Provider>,
    )
    return `<!DOCTYPE html>${page}`
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(await pageAs(context, status, headers, make), { status, headers })
}

/** What the frame needs to know of the reader. A page that says the database is out of reach has to stand without it. */
async function readerOf(request: Request, context: AppLoadContext) {
  const { world, visitor, log } = context
  try {
    const session = await visitor.session()
    const plan = session?.stage === 'member' && session.state === 'open' ? session.planId : undefined
    return {
      ...(context.reader ?? { language: await visitor.language(), plan }),
      serviceName: nameIn(world, (await settingsAt(context))?.council),
    }
  } catch (error) {
    log(traceOf(error))
    const language = languageAskedFor(request.headers.get('Accept-Language'))
    return { language, serviceName: world.settings.serviceName }
  }
}

/** What a loader, an action or a view threw, beside the answers they throw on purpose. */
export function handleError(error: unknown, { context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (isRouteErrorResponse(error)) return
  context.databaseTrouble ||= databaseTrouble(error) !== undefined
  context.log(traceOf(error))
}
