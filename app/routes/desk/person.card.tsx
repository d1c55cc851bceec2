import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cardToPrint, makeCard } from '#app/domain/coming-in/cards'
import { nameOf } from '#app/domain/council/sender'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { wordsIn } from '#app/edge/i18n.server'
import { CardToMakePage } from '#app/views/desk/card-page'
import type { PageHandle } from '#app/views/page-handle'
import { languageOf } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

export async function loader(args: LoaderFunctionArgs) {
  const { world, asked, page } = await personPage(args, 'card.viewed')
  const card = await cardToPrint(world, asked)
  const language = languageOf(page.person.language) ?? 'en'
  const printed = card && { ...card, says: saysIn(language, world.settings.publicUrl), sender: await nameOf(world) }
  return { ...page, card: printed }
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

export const action = (args: ActionFunctionArgs) =>
  actOnPerson(args, ({ world, person, typed, write }) => makeCard(world, person, { word: typed.word }, write), {
    to: 'itself',
  })

export default function Card() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <CardToMakePage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}
