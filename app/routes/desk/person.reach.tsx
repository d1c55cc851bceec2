import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type ReachForm, setReach } from '#app/domain/coming-in/reaching'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { safeTimesOf, timesTyped, withDays } from '#app/edge/safe-times.server'
import { ReachPage } from '#app/views/desk/reach-page'
import type { PageHandle } from '#app/views/page-handle'
import { choicesBeside } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

export async function loader(args: LoaderFunctionArgs) {
  const { page, fixedUnsafe } = await personPage(args)
  const { phone = '', language, noTexts, safeToText, unsafePhones } = page.person
  const never = unsafePhones.filter((number) => !fixedUnsafe.includes(number))
  const typed = {
    ...{ phone: asTyped(phone), language, mayText: noTexts ? 'no' : 'yes', ...timesTyped(safeToText) },
    unsafePhones: never.map(asTyped).join('\n'),
  }
  return {
    ...page,
    fixedUnsafe,
    languages: choicesBeside(language),
    form: { ...page.form, typed },
  }
}

const asTyped = (phone: string) => phone.replace(/^\+44/, '0')

export const action = (args: ActionFunctionArgs) =>
  actOnPerson(
    args,
    ({ world, person, typed, press, write }) => {
      withDays(typed, press)
      return setReach(world, person, formOf(typed, press), write)
    },
    { to: 'saved' },
  )

export default function ReachPerson() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <ReachPage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}

function formOf(typed: Record<string, string>, press: Parameters<typeof safeTimesOf>[1]): ReachForm {
  const { phone = '', language = '', unsafePhones = '', mayText } = typed
  return { phone, language, unsafePhones, mayText: mayText !== 'no', safeToText: safeTimesOf(typed, press) }
}
