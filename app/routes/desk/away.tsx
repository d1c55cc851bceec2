import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { colleagues } from '#app/domain/council/colleagues'
import { type AwayRefused, absencesOf, awayOf, backAgain, setAway } from '#app/domain/council/cover'
import { onceFor } from '#app/domain/forms/once-for'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { blankForm } from '#app/edge/form.server'
import { notAdministratorAt } from '#app/edge/team-at.server'
import { AwayPage } from '#app/views/desk/away-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await notAdministratorAt(context)
  const [all, who] = await Promise.all([colleagues(world), awayOf(world, staff.staffId)])
  const absences = await absencesOf(
    world,
    who.map(({ id }) => id),
  )
  const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? id
  const { pathname, searchParams } = new URL(request.url)
  const typed = { who: searchParams.get('who') ?? staff.staffId }
  return {
    me: staff.staffId,
    ...{ who, all },
    absences: absences.map((one) => ({ ...one, name: nameOf(one.staffId), cover: nameOf(one.coverId) })),
    saved: searchParams.has('saved'),
    form: { ...blankForm(world, staff, pathname), typed },
  }
}

export function action(args: ActionFunctionArgs) {
  const { context } = args
  return takeDeskForm<AwayRefused>(args, async ({ typed, press }) => {
    const { world } = context
    const staff = await notAdministratorAt(context)
    const leadTo = `${press.path}?saved`
    const { who = '', cover = '', from = '', last = '' } = typed
    if (!(await awayOf(world, staff.staffId)).some(({ id }) => id === who)) return { faults: { who: 'who' } }
    const once = onceFor(world, staff, { ...press, leadTo })
    if (typed.part === 'back') await backAgain(world, staff.staffId, who, once.write)
    else {
      const set = await setAway(world, staff.staffId, { who, cover, from, last }, once.write)
      if ('refused' in set) return { faults: { [FIELD[set.refused]]: set.refused } as Record<string, AwayRefused> }
    }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

const FIELD = { who: 'who', cover: 'cover', 'cover-away': 'cover', days: 'from' } as const

export default function Away() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <AwayPage {...page} form={{ ...form, ...back }} faults={back?.faults ?? {}} />
}
