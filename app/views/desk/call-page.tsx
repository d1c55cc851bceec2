import type { CallWent } from '#app/domain/said/calls'
import type { EntryAlone } from '#app/domain/said/entry-for-staff'
import { useWords } from '../words'
import { EntryCrumb, Said } from './reply-page'
import { type DeskForm, TicketForm } from './ticket-form'

const WENT: CallWent[] = ['spoke', 'no-answer', 'left-message']

export type CallPageProps = { of: EntryAlone; form: DeskForm & { faults?: { how?: 'choice-missing' | 'voicemail' } } }

/** How a call went, for who comes by the address, or whose press came back. */
export function CallPage({ of, form }: CallPageProps) {
  const { t } = useWords('desk')
  const why = useWords('form').t
  const fault = form.faults?.how
  return (
    <>
      <EntryCrumb of={of} />
      <h1>{t('call.title', { name: of.by.name })}</h1>
      <Said of={of} />
      <TicketForm
        action={`/desk/log/${of.id}/call`}
        form={form}
        faults={fault === 'choice-missing' ? [why(`why.${fault}`)] : []}
      >
        {fault === 'voicemail' ? (
          <Voicemail name={of.by.name} />
        ) : (
          <>
            <p className="soft">{t('call.what', { name: of.by.name })}</p>
            <p className="presses">
              <HowItWent />
            </p>
          </>
        )}
      </TicketForm>
    </>
  )
}

/** Before a message is logged for somebody with safe times: whoever else is there may have heard it. */
function Voicemail({ name }: { name: string }) {
  const { t } = useWords('desk')
  return (
    <>
      <div className="told" role="alert">
        <p>
          <b>{t('call.voicemail.title', { name })}</b>
        </p>
        <p>{t('call.voicemail.about', { name })}</p>
      </div>
      <input type="hidden" name="sure" value="yes" />
      <p className="presses">
        <button className="button" name="how" value="no-answer" type="submit">
          {t('call.voicemail.none')}
        </button>
        <button className="button quiet" name="how" value="left-message" type="submit">
          {t('call.voicemail.left')}
        </button>
      </p>
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
