/** `npm run portal -- …`: the operator's commands. JSON on stdout, plain sentences on stderr, 0 only when it was done. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Refusal } from '#app/domain/refusal'
import { type Environment, isLive, readEnvironment } from '#app/edge/environment.server'
import type { Log } from '#app/edge/log.server'
import { buildWorld } from '#app/edge/world.server'
import { commands } from './commands/all'
import type { Command, Given, InWorld } from './commands/command'
import { inOneSentence } from './in-one-sentence'

async function portal(typed: string[]) {
  const command = commands.find(({ name }) => typed.slice(0, name.split(' ').length).join(' ') === name)
  if (!command) throw new Refusal(`The commands are:\n${commands.map(asTyped).join('\n')}`)
  const given = readGiven(command, typed.slice(command.name.split(' ').length))
  // The log would stand among what the command prints.
  const environment = readEnvironment(isLive(process.env) || command.isOfLive ? 'live' : 'demo', process.env)
  const log: Log = (line) => process.stderr.write(`${JSON.stringify(line)}\n`)
  const result = await ('runAlone' in command
    ? command.runAlone(given, environment, log)
    : inWorld(command, given, environment, log))
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
}

async function inWorld(command: InWorld, given: Given, environment: Environment, log: Log) {
  const world = await buildWorld(environment, log)
  try {
    return await command.run(world, given, environment)
  } finally {
    await world.db.close()
  }
}

function readGiven(command: Command, args: string[]): Given {
  const config: ParseArgsConfig = { args, options: command.options ?? {}, allowPositionals: true }
  try {
    const { values, positionals } = parseArgs(config)
    if (positionals.length !== command.words) throw new Error(`${command.words} words follow the command`)
    return { words: positionals, options: values as Given['options'] }
  } catch {
    throw new Refusal(`It is typed like this:\n${asTyped(command)}`)
  }
}

const asTyped = ({ name, usage }: Command) => `  npm run portal -- ${name} ${usage}`.trimEnd()

portal(process.argv.slice(2)).catch(inOneSentence)
