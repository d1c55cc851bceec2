import type { LoaderFunctionArgs } from '@remix-run/node'
import { textsFor } from '#app/domain/desk/translating'
import { maskOf } from '#app/domain/plan/languages/placeholders'
import { sheetOf } from '#app/domain/plan/languages/sheet'
import { tableOf } from '#app/domain/plan/languages/table'
import { xliffOf } from '#app/domain/plan/languages/xliff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { languageAt } from '#app/edge/language-at.server'

const FORMS = {
  xliff: { type: 'application/xliff+xml; charset=utf-8', ending: 'xlf', write: xliffOf },
  table: { type: 'text/csv; charset=utf-8', ending: 'csv', write: tableOf },
}

/** What a translator outside gets: no name, no number, nothing that says whose plan it is, in the file or in its name. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, of, line } = await languageAt(context, params)
  await noteStaffView(context, staff, family, 'translation.sent-out', line.language)
  const { lines } = sheetOf(of.file, maskOf(of.file, of.staff), line.language, textsFor(of, line.language))
  const { type, ending, write } = FORMS[new URL(request.url).searchParams.get('as') === 'table' ? 'table' : 'xliff']
  const name = `plan-${line.language}.${ending}`
  const headers = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` }
  return new Response(write(lines, line.language), { headers })
}
