import routes from '#app/routes'

type Route = { path?: string; index?: boolean; children?: Route[] }

/** The pattern of every URL the portal has, as `app/routes.ts` lists them: `p/:plan/now`. */
export const patterns = (routes as Route[]).flatMap((route) => patternsOf(route, ''))

function patternsOf({ path, children }: Route, before: string): string[] {
  const here = [before, path].filter(Boolean).join('/')
  return children ? children.flatMap((child) => patternsOf(child, here)) : [here]
}

/** The address a pattern stands for, with these in it. */
export const addressOf = (pattern: string, params: Record<string, string>) =>
  `/${pattern.replace(/:(\w+)/g, (_, name) => params[name] ?? `no-${name}`).replace('*', 'no-such-page')}`
