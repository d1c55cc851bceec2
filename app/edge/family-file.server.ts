import type { ActionFunctionArgs } from '@remix-run/node'
import { placeOf } from '#app/domain/plan/fault-place'
import type { Listed } from '#app/domain/plan/faults'
import { NOT_JSON } from '#app/domain/plan/json-text'

/** The file that was chosen in a form, as text; "" when none was. */
export async function chosenFile({ request }: Pick<ActionFunctionArgs, 'request'>): Promise<string> {
  const chosen = (await request.clone().formData()).get('file')
  return chosen instanceof File && chosen.size > 0 ? chosen.text() : ''
}

/**
 * What a page shows of what is wrong with a file, each fault with its place in words. `noFile`: it is something else
 * altogether, which is all that whoever chose it needs to know.
 */
export const listOf = ({ faults, more }: Listed) => ({
  list: faults.map((fault) => ({ ...fault, place: placeOf(fault.path) })),
  more,
  noFile: faults.some(({ path, message }) => path === '$.format' || message.startsWith(NOT_JSON)),
})
