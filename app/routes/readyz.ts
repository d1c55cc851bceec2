import type { LoaderFunctionArgs } from '@remix-run/node'
import { databaseAnswers } from '#app/domain/record/ready'

/** 200 when the database answers, else 503. */
export async function loader({ context }: LoaderFunctionArgs) {
  const ready = await databaseAnswers(context.world)
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(ready ? 'ready\n' : 'the database does not answer\n', { status: ready ? 200 : 503, headers })
}
