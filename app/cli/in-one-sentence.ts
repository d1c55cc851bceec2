import { Refusal } from '#app/domain/refusal'
import { traceOf } from '#app/edge/log.server'
import { DatabaseBusy, DatabaseLost, DatabaseRefused, DatabaseUnwritable } from '#db/client.server'

const plain = [Refusal, DatabaseRefused, DatabaseBusy, DatabaseUnwritable, DatabaseLost]

/** Ends a program that cannot go on: what is meant for the operator as one sentence, anything else by where it came from. */
export function inOneSentence(error: unknown): void {
  const meant = within(error).find((one) => plain.some((kind) => one instanceof kind))
  process.stderr.write(
    meant ? `${meant.message}\n` : `This should not have happened: ${JSON.stringify(traceOf(error), null, 2)}\n`,
  )
  process.exitCode = 1
}

/** The error and what it wraps: whoever asked the database wraps what the database said. */
const within = (error: unknown): Error[] => (error instanceof Error ? [error, ...within(error.cause)] : [])
