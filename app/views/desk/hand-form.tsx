import type { ReactNode } from 'react'
import type { HandRefused } from '#app/domain/record/look-at-draft'
import { useWords } from '../words'
import { FaultList, type PlacedFault } from './fault-list'
import type { FoundKinds } from './things-found'
import { type DeskForm, TicketForm } from './ticket-form'

/** What every page of an act on a draft gets. */
export type HandPageProps = {
  family: { id: string; name: string }
  /** The draft that is read: no other is meant. */
  draft: string
  form: DeskForm<'words' | 'checker'>
  refused?: HandRefused
  /** What stands in the way of its being shown. */
  found?: PlacedFault[]
  /** What was found beside that. */
  lookAt?: FoundKinds
}

type Props = HandPageProps & { act: 'ask' | 'endorse' | 'check' | 'send-back'; send: string; children?: ReactNode }

/** The form of one act, and above it what stood in its way. */
export function HandForm({ family, draft, form, refused, act, send, children }: Props) {
  const { t } = useWords('desk-publish')
  return (
    <TicketForm
      action={`/desk/families/${family.id}/${act}`}
      form={form}
      faults={refused && refused !== 'moved' ? [t(whyOf[refused])] : []}
    >
      <input type="hidden" name="draft" value={draft} />
      {children}
      <button className="button" type="submit">
        {send}
      </button>
    </TicketForm>
  )
}

const whyOf = {
  changed: 'changed',
  'not-looked': 'checking.lookFirst',
  'no-endorser': 'nobodyEndorses',
  'no-checker': 'asking.noChecker',
  'words-missing': 'sending.words-missing',
  'words-long': 'sending.words-long',
} as const

/** What the plan would tell somebody, or what is wrong in it: it is not shown until that is put right. */
export function StandsInTheWay({ of = [] }: { of?: PlacedFault[] }) {
  const { t } = useWords('desk-publish')
  if (of.length === 0) return null
  return (
    <>
      <FaultList heading={t('found', { count: of.length })} of={of} />
      <p>{t('putRight')}</p>
    </>
  )
}

/** Where all of the plan is read. */
export function WholePlan({ of }: { of: { id: string } }) {
  const { t } = useWords('desk-publish')
  return (
    <p>
      <a href={`/desk/families/${of.id}/plan`}>{t('endorsing.whole')}</a>
    </p>
  )
}

/** Beneath the act itself: or it goes back to whoever asked. */
export function OrSendBack({ of }: { of: { id: string } }) {
  const { t } = useWords('desk-publish')
  return (
    <p className="acts">
      <a className="press" href={`/desk/families/${of.id}/send-back`}>
        {t('act.sendBack')}
      </a>
    </p>
  )
}

/** The way back to a family's plan. */
export function PlanCrumb({ of }: { of: { id: string; name: string } }) {
  return (
    <p className="crumb">
      <a className="press" href={`/desk/families/${of.id}/plan`}>
        {of.name}
      </a>
    </p>
  )
}
