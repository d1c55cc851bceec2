import type { CallWent } from '#app/domain/said/calls'
import type { EntryAlone } from '#app/domain/said/entry-for-staff'
import { useWords } from '../words'
import { EntryCrumb, Said } from './reply-page'
import { type DeskForm, TicketForm } from './ticket-form'

const WENT: CallWent[] = ['spoke', 'no-answer', 'left-message']

export type CallPageProps = { of: EntryAlone; form: DeskForm & { faults?: { how?: 'choice-missing' } } }

/** How a call went, for who comes by the address, or whose press came back. */
export function CallPage({ of, form }: CallPageProps) {
  const { t } = useWords('desk')
  const why = useWords('form').t
  return (
    <>
      <EntryCrumb of={of} />
      <h1>{t('call.title', { name: of.by.name })}</h1>
      <Said of={of} />
      <TicketForm
        action={`/desk/log/${of.id}/call`}
        form={form}
        faults={form.faults?.how ? [why(`why.${form.faults.how}`)] : []}
      >
        <p className="soft">{t('call.what', { name: of.by.name })}</p>
        <p className="presses">
          <HowItWent />
        </p>
      </TicketForm>
    </>
  )
}

/** One press each. */
export function HowItWent({ className = 'button' }: { className?: string }) {
  const { t } = useWords('desk')
  return (
    <>
      {WENT.map((how) => (
        <button key={how} className={className} name="how" value={how} type="submit">
          {t(`call.went.${how}`)}
        </button>
      ))}
    </>
  )
}
