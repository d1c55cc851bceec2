import type { ParseArgsConfig } from 'node:util'
import type { World } from '#app/domain/world'
import type { Environment } from '#app/edge/environment.server'
import type { Log } from '#app/edge/log.server'

/** What was typed after the command's own words. */
export type Given = { words: string[]; options: Record<string, string | boolean | undefined> }

type Typed = {
  /** Its words, as typed: "family import". */
  name: string
  /** What follows them. */
  usage: string
  /** How many words follow. */
  words: number
  /** It is of no use to the demo. */
  isOfLive?: true
  options?: NonNullable<ParseArgsConfig['options']>
}

/** A command that works on the database. What `run` gives is printed as JSON; it throws a `Refusal` for the operator. */
export type InWorld = Typed & { run: (world: World, given: Given, environment: Environment) => Promise<unknown> }

/** One that nobody may have the database open beside: nothing is opened before it. */
export type Alone = Typed & { runAlone: (given: Given, environment: Environment, log: Log) => Promise<unknown> }

/** One of the operator's commands. */
export type Command = InWorld | Alone

/** An option that was given, and not empty. */
export function option({ options }: Given, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
