import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myDay } from '#app/domain/access/my-day'
import { rowsToShut } from '#app/domain/access/narrow'
import { changedSinceAnswered, changesFor, toRead } from '#app/domain/access/read-changes'
import { alsoSaidBy, logFor } from '#app/domain/access/read-log'
import { planWithShut } from '#app/domain/access/read-plan'
import { storiesAskedOf } from '#app/domain/access/stories-asked'
import { readersFor } from '#app/domain/access/who-reads-it'
import { childline } from '#app/domain/council/helplines'
import { onCallNow } from '#app/domain/council/on-call'
import { londonTime } from '#app/domain/london'
import { changeableIn } from '#app/domain/said/correct'
import { newsFor } from '#app/domain/said/news'
import { todayIn } from '#app/domain/said/today'
import { readsNow } from '#app/domain/said/who-reads'
import { asPersonAt } from '#app/edge/as-person.server'
import { PersonsPhone } from '#app/views/desk/persons-phone'
import type { PageHandle } from '#app/views/page-handle'
import { phonePage } from '#app/views/phone-page'
import { languageOf } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

/** A page on somebody's phone as it stands at this moment, or as it would be `without` what is about to be shut, or as the draft would have it (`of=draft`), by the same rule, the same queries and the same view as theirs. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { searchParams } = new URL(request.url)
  const { family, as, person, see, ofDraft } = await asPersonAt(context, params, searchParams)
  const { name } = person
  const language = languageOf(person.language) ?? 'en'
  const without = ofDraft ? null : searchParams.get('without')
  const asked = { familyId: family.familyId, item: without ?? '', shutTo: person.id }
  const rows = without ? await rowsToShut(world, asked) : null
  const whose = { familyId: family.familyId, personId: person.personId, language }
  const plan = rows ? await planWithShut(world, whose, rows) : await see(language)
  context.reader = { language, plan: plan?.id }
  if (!plan) return { name }
  const now = londonTime(world.now().toISOString())
  const [onCall, forChildren, changes, toAnswer, log, alsoSaid, reads, news, own, readers] = await Promise.all([
    onCallNow(world),
    childline(world),
    changesFor(world, plan),
    changedSinceAnswered(world, plan),
    // Who is only named to check the draft reads nothing that anybody said.
    as ? logFor(world, plan) : { entries: [] },
    as ? alsoSaidBy(world, plan) : { words: [] },
    readsNow(world, plan),
    as ? newsFor(world, plan, now.slice(0, 10)) : [],
    as ? myDay(world, plan, now.slice(0, 10)) : { said: {} },
    readersFor(world, plan, 'answers'),
  ])
  return {
    name,
    pictures: `/desk/families/${family.publicId}/pictures`,
    page: phonePage(searchParams.get('page')),
    shows: {
      plan,
      onCall,
      childline: forChildren,
      log,
      alsoSaid,
      reads,
      changed: { count: toRead(plan, changes), asked: toAnswer },
      news,
      own,
      changeable: changeableIn(world, own.said),
      date: now,
      today: todayIn(plan, now),
      stories: storiesAskedOf(plan).filter(({ waits }) => waits),
    },
    readers: [...(readers[0]?.names ?? []), plan.worker.name],
  }
}

export default function Phone() {
  return <PersonsPhone {...useLoaderData<typeof loader>()} />
}
