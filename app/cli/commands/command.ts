import type { ParseArgsConfig } from 'node:util'
import type { World } from '#app/domain/world'
import type { Environment } from '#app/edge/environment.server'

/** What was typed after the command's own words. */
export type Given = { words: string[]; options: Record<string, string | boolean | undefined> }

/** One of the operator's commands. What `run` gives is printed as JSON; it throws a `Refusal` for the operator. */
export type Command = {
  /** Its words, as typed: "family import". */
  name: string
  /** What follows them. */
  usage: string
  /** How many words follow. */
  words: number
  /** It is of no use to the demo. */
  isOfLive?: true
  options?: NonNullable<ParseArgsConfig['options']>
  run: (world: World, given: Given, environment: Environment) => Promise<unknown>
}

/** An option that was given, and not empty. */
export function option({ options }: Given, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
