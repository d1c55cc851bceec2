import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cardToPrint, makeCard } from '#app/domain/coming-in/cards'
import { senderOf } from '#app/domain/council/sender'
import { onceFor } from '#app/domain/forms/once-for'
import type { Refusal } from '#app/domain/people/refusals'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf, personAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { wordsIn } from '#app/edge/i18n.server'
import { CardToMakePage } from '#app/views/desk/card-page'
import type { PageHandle } from '#app/views/page-handle'
import { isLanguage } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, line, person } = await personAt(context, params)
  await noteStaffView(context, staff, family, 'card.viewed', person.personId)
  const card = await cardToPrint(world, person)
  const language = isLanguage(line.language) ? line.language : 'en'
  return {
    family: headOf(family),
    person: line,
    form: blankForm(world, staff, new URL(request.url).pathname),
    card: card && { ...card, says: saysIn(language, world.settings.publicUrl), sender: await senderOf(world) },
  }
}

/** What stands on the card, in the language of whoever it is for. */
function saysIn(language: Parameters<typeof wordsIn>[0], publicUrl: string) {
  const words = wordsIn(language)
  const [card, start] = [words.in('card'), words.in('start')]
  return {
    ...{ language, dir: words.dir, address: publicUrl.replace(/^https?:\/\//, '') },
    ...{ go: card('paper.go'), press: card('paper.press', { button: start('haveCard') }) },
    ...{ type: card('paper.type'), word: card('paper.word'), keep: card('paper.keep') },
  }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<Refusal>(args, async ({ staff, typed, press }) => {
    const { person } = await personAt(context, params)
    const once = onceFor(context.world, staff, { ...press, leadTo: press.path })
    const made = await makeCard(context.world, person, { word: typed.word }, once.write)
    if ('refused' in made) return { faults: Object.fromEntries(made.refused.map((why) => [why, why])) }
    return toldOf(once.sent() ?? { state: 'forged' }, press.path)
  })
}

export default function Card() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <CardToMakePage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}
