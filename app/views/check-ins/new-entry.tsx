import type { PlanAsSeenBy, SeenCommitment, SeenRule } from '#app/domain/access/plan-as-seen'
import type { Readers } from '#app/domain/access/who-reads-it'
import type { Reads } from '#app/domain/said/who-reads'
import { Field } from '../fields'
import { CameBack, type FormState, PersonForm, useFaults } from '../form'
import { useWords } from '../words'
import { AboutWhat } from './about-what'
import { HowItWent, OnePress, SpokenOf } from './how-it-went'
import { RingMe } from './ring-me'
import { WhenWasIt } from './when-was-it'
import { OtherReaders } from './who-may-read'
import { AllSteps, WhoReads } from './who-reads'

export type NewEntryProps = {
  plan: PlanAsSeenBy
  reads: Reads
  /** The warning signs this person acts in, with their own steps. */
  steps: PlanAsSeenBy['triggers']
  readers: Readers[]
  form: FormState
  ring: FormState
  /** What they came from, as long as nothing has been said of it: one press says how it went. */
  item?: SeenCommitment | SeenRule
}

/** Telling how it goes, on one page and in half a minute: who reads it first, then a few presses. */
export function NewEntry({ item, ...page }: NewEntryProps) {
  const { t } = useWords('check-in')
  const log = useWords('log').t
  const { plan, reads, steps, form, ring } = page
  const young = plan.viewer.sight === 'young'
  return (
    <>
      <h1>{item ? t('result.ask') : young ? t('titleYoung', { worker: reads.worker.name }) : t('title')}</h1>
      <CameBack form={form} />
      {item && <SpokenOf of={item} />}
      {item && reads.open ? (
        <p className="soft">
          {t('reads.open', { worker: reads.worker.name })} {t('reads.danger')} <AllSteps plan={plan} />
        </p>
      ) : (
        <WhoReads reads={reads} plan={plan} steps={steps} />
      )}
      {item ? (
        <>
          <OnePress plan={plan.id} of={item} ticket={form.ticket} />
          <details>
            <summary>{t('more')}</summary>
            <EntryForm {...page} />
          </details>
        </>
      ) : (
        <>
          <RingMe plan={plan.id} reads={reads} state={ring} />
          <EntryForm {...page} />
        </>
      )}
      <p className="go mt-4">
        <a href={`/p/${plan.id}/log`}>{log('title')}</a>
      </p>
    </>
  )
}

function EntryForm({ plan, reads, readers, form }: Omit<NewEntryProps, 'item'>) {
  const { t } = useWords('check-in')
  const faults = useFaults(form)
  const young = plan.viewer.sight === 'young'
  return (
    <PersonForm action={`/p/${plan.id}/log/new`} state={form}>
      {!young && <AboutWhat plan={plan} value={form.typed.about} fault={faults.about} />}
      <HowItWent plan={plan} form={form} />
      <Field
        name="words"
        label={t(young ? 'wordsYoung' : 'words')}
        value={form.typed.words}
        fault={faults.words}
        rows={4}
      />
      <WhenWasIt form={form} />
      <OtherReaders readers={readers} worker={reads.worker.name} value={form.typed.sharedWith} />
      <button className="btn" type="submit">
        {t('send')}
      </button>
    </PersonForm>
  )
}
