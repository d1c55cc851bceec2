import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { Readers } from '#app/domain/access/who-reads-it'
import type { Result } from '#app/domain/plan/case-file'
import type { Reads } from '#app/domain/said/who-reads'
import { Choices, Field } from '../fields'
import { CameBack, type FormState, PersonForm, useFaults } from '../form'
import { useWords } from '../words'
import { AboutWhat } from './about-what'
import { RingMe } from './ring-me'
import { WhenWasIt } from './when-was-it'
import { OtherReaders } from './who-may-read'
import { WhoReads } from './who-reads'

export type NewEntryProps = {
  plan: PlanAsSeenBy
  reads: Reads
  /** The warning signs this person acts in, with their own steps. */
  steps: PlanAsSeenBy['triggers']
  readers: Readers[]
  form: FormState
  ring: FormState
}

const ADULT: Result[] = ['done', 'partly', 'cannot', 'plan-used', 'good-news', 'worry']
const YOUNG = ['good-news', 'worry', 'plan-used'] as const

/** Telling how it goes, on one page and in half a minute: who reads it first, then a few presses. */
export function NewEntry({ plan, reads, steps, readers, form, ring }: NewEntryProps) {
  const { t } = useWords('check-in')
  const faults = useFaults(form)
  const young = plan.viewer.sight === 'young'
  const worker = reads.worker.name
  return (
    <>
      <h1>{young ? t('titleYoung', { worker }) : t('title')}</h1>
      <CameBack form={form} />
      <WhoReads reads={reads} plan={plan.id} steps={steps} />
      <RingMe plan={plan.id} reads={reads} state={ring} />
      <PersonForm action={`/p/${plan.id}/log/new`} state={form}>
        {!young && <AboutWhat plan={plan} value={form.typed.about} fault={faults.about} />}
        <Choices
          name="result"
          label={t(young ? 'result.askYoung' : 'result.ask')}
          options={
            young
              ? YOUNG.map((value) => ({ value, label: t(`result.young-${value}`) }))
              : ADULT.map((value) => ({ value, label: t(`result.${value}`) }))
          }
          value={form.typed.result}
          fault={faults.result}
          short={young ? undefined : true}
          required
        />
        <Field
          name="words"
          label={t(young ? 'wordsYoung' : 'words')}
          value={form.typed.words}
          fault={faults.words}
          rows={4}
        />
        <WhenWasIt form={form} />
        <OtherReaders readers={readers} worker={worker} value={form.typed.sharedWith} />
        <button className="btn" type="submit">
          {t('send')}
        </button>
      </PersonForm>
    </>
  )
}
