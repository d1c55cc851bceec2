import type { ChangedPart } from '#app/domain/access/changes'
import type { PlanAsSeenBy, SeenCommitment } from '#app/domain/access/plan-as-seen'
import type { EarlierAnswers } from '#app/domain/access/read-log'
import type { Readers } from '#app/domain/access/who-reads-it'
import { PartsBefore } from '../changes/changed-parts'
import { NotMineLink } from '../check-ins/not-mine'
import { WhoMayRead } from '../check-ins/who-may-read'
import { Earlier } from '../earlier'
import { Choices, Field } from '../fields'
import { CameBack, type FormState, PersonForm, useFaults } from '../form'
import { useWords } from '../words'
import { HowItWentLink, WhatIsAsked } from './my-part'
import { Said } from './said'
import { Asked } from './still-so'

export type AnswerPageProps = {
  plan: PlanAsSeenBy
  commitment: SeenCommitment
  earlier: EarlierAnswers
  readers: Readers[]
  /** What changed since it was answered. */
  changed: ChangedPart[]
  /** Which words the form is about: it tells when they changed before it is sent. */
  asked?: string
  /** They had just answered to words that are others now. */
  keptWhileWriting?: boolean
  form: FormState
}

const CHOICES = ['yes', 'yes-but', 'not-now', 'no'] as const

/** One thing asked of this person: what they said before, and a kind way to say yes, no, or something between. */
export function AnswerPage({ plan, commitment, earlier, readers, form, ...more }: AnswerPageProps) {
  const { t } = useWords('mine')
  const own = useWords('form')
  const faults = useFaults(form)
  const { answer } = commitment
  const { changed, asked, keptWhileWriting } = more
  const url = `/p/${plan.id}/mine/${commitment.id}`
  return (
    <>
      <h1>{t('ask')}</h1>
      <CameBack form={form} />
      {keptWhileWriting && answer?.stale && (
        <p className="card warm" role="alert">
          {t('keptWhileWriting')}
        </p>
      )}
      <section className="card">
        <WhatIsAsked of={commitment} />
        <HowItWentLink plan={plan.id} of={commitment} />
      </section>
      {answer && (
        <section className={answer.stale ? 'card warm' : 'card mine'}>
          <Said answer={answer} />
          {answer.stale && (
            <>
              <h2>
                <Asked of={commitment} />
              </h2>
              <PartsBefore of={changed} />
            </>
          )}
          <NotMineLink plan={plan.id} what={commitment.id} />
        </section>
      )}
      <PersonForm action={url} state={form}>
        {asked && <input type="hidden" name="asked" value={asked} />}
        <Choices
          name="choice"
          label={t('answer')}
          options={CHOICES.map((value) => ({ value, label: t(`choice.${value}`), hint: t(`hint.${value}`) }))}
          value={form.typed.choice}
          fault={faults.choice}
          required
        />
        <Field
          name="words"
          label={t('words')}
          hint={own.t('empty')}
          value={form.typed.words}
          fault={faults.words}
          rows={4}
        />
        <WhoMayRead readers={readers} worker={plan.worker.name} value={form.typed.sharedWith} />
        <button className="btn" type="submit">
          {t('send')}
        </button>
      </PersonForm>
      {earlier.answers.length > 0 && (
        <details open={earlier.isOlder}>
          <summary>{t('before')}</summary>
          {earlier.answers.map((one) => (
            <div key={one.on + one.choice + one.words} className="card">
              <Said answer={one} />
            </div>
          ))}
          <Earlier href={earlier.earlier && `?before=${earlier.earlier}`} />
        </details>
      )}
      <p className="go mt-4">
        <a href={`/p/${plan.id}/mine`}>{t('thanks.back')}</a>
      </p>
    </>
  )
}
