import type { SeenEntry } from '#app/domain/access/plan-as-seen'
import { dayAndTime, timeOfDay } from '../dates'
import { CameBack, type FormState, PersonForm } from '../form'
import { useWords } from '../words'

type Props = { plan: string; entry: SeenEntry; worker: string; form: FormState }

/** "Call asked for, 10:06. Priya has not read it yet." And on the day, what became of it. */
export function CallAsked({ plan, entry, worker, form }: Props) {
  const { t } = useWords('check-in')
  return (
    <section className="card">
      <HowFar of={entry} worker={worker} />
      {(!entry.call || entry.call.how === 'no-answer') && (
        <PersonForm action={`/p/${plan}/log/${entry.id}/cancel`} state={form}>
          <button className="btn quiet" type="submit">
            {t('call.cancel')}
          </button>
        </PersonForm>
      )}
    </section>
  )
}

function HowFar({ of: { loggedAt, seenOn, seenBy, call }, worker }: { of: SeenEntry; worker: string }) {
  const { t, lang } = useWords('check-in')
  const common = useWords('log').t
  const name = seenBy?.name ?? common('council')
  return (
    <>
      <h2 className="mt-0">{t('call.asked', { when: dayAndTime(loggedAt, lang) })}</h2>
      <p>
        {call && call.how !== 'cancelled'
          ? t(`call.${call.how}`, { worker, time: timeOfDay(call.on, lang) })
          : seenOn
            ? t('call.read', { name, when: dayAndTime(seenOn, lang) })
            : t('call.unread', { worker })}
      </p>
    </>
  )
}

/** Taking it back on a page of its own: for a press that came back. */
export function CancelCallPage({ plan, entry, worker, form }: Props) {
  const { t } = useWords('check-in')
  return (
    <>
      <h1>{t('ring.title')}</h1>
      <CameBack form={form} />
      <CallAsked plan={plan} entry={entry} worker={worker} form={form} />
      <p className="go">
        <a href="/home">{t('thanks.home')}</a>
      </p>
    </>
  )
}
