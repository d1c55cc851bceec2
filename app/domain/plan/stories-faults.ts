import { type Fault, pathText, wordsAt } from './paths'

/** Two stories of one child: nobody could tell which of the two is meant. */
export function storiesFaults(json: unknown): Fault[] {
  const before = new Set<string>()
  return wordsAt(json, 'plan.stories.*.child').flatMap(({ path, value: child }) => {
    const message = `“${child}” has a story of their own already. Put the two together.`
    return before.size === before.add(child).size ? [{ path: pathText(path), message }] : []
  })
}
