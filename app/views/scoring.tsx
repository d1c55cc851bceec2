import type { PlanAsSeenBy, SeenWorry } from '#app/domain/access/plan-as-seen'
import type { Readers } from '#app/domain/access/who-reads-it'
import { NotMineLink } from './check-ins/not-mine'
import { WhoMayRead } from './check-ins/who-may-read'
import { dayAndTime } from './dates'
import { Field } from './fields'
import { CameBack, type FormState, PersonForm, useFaults } from './form'
import { NotChecked } from './not-checked'
import { Scale } from './scale'
import { Quote, Words } from './wording'
import { useWords } from './words'

/** With its form, or a link to the page that has it: two forms on one page would share their labels. */
export type WorryToScore = { worry: SeenWorry; form?: FormState }
export type ScoringProps = { plan: PlanAsSeenBy; worries: WorryToScore[]; readers: Readers[] }

const ELEVEN = Array.from({ length: 11 }, (_, i) => i)

/** Where this person thinks things are: each worry with what 0 and 10 mean, and a number to give. */
export function Scoring({ plan, worries, readers }: ScoringProps) {
  const { t } = useWords('scale')
  return (
    <>
      <h1>{t('title')}</h1>
      {worries.map(({ worry, form }) => form && <CameBack key={worry.id} form={form} />)}
      <p className="soft">{t('lead')}</p>
      {worries.map(({ worry, form }) => (
        <section key={worry.id} className="card">
          {worry.dangers.map((danger) => (
            <p key={'text' in danger ? danger.text : danger.byVoice}>
              <Words of={danger} />
            </p>
          ))}
          <NotChecked of={[...worry.dangers, worry.zero, worry.ten]} />
          <Scale of={worry} />
          {worry.mine && <LastSaid of={worry} plan={plan.id} />}
          {worry.mayScore && form && <GiveNumber plan={plan} worry={worry} form={form} readers={readers} />}
          {worry.mayScore && !form && (
            <a className="btn" href={`/p/${plan.id}/scale/${worry.id}`}>
              {t('choose')}
            </a>
          )}
        </section>
      ))}
    </>
  )
}

function LastSaid({ of: { id, mine }, plan }: { of: SeenWorry; plan: string }) {
  const { t, lang } = useWords('scale')
  if (!mine) return null
  return (
    <div className="mt-4">
      <p>{t('said', { value: numberIn(mine.value, lang), day: dayAndTime(mine.on, lang) })}</p>
      {mine.words && (
        <p className="whitespace-pre-wrap">
          <Quote words={mine.words} language={mine.language} />
        </p>
      )}
      <NotMineLink plan={plan} what={id} />
    </div>
  )
}

type GiveNumberProps = Required<WorryToScore> & Omit<ScoringProps, 'worries'>

function GiveNumber({ plan, worry, form, readers }: GiveNumberProps) {
  const { t, lang } = useWords('scale')
  const own = useWords('form')
  const faults = useFaults(form)
  const given = Number(form.typed.value || Number.NaN) + Number(form.typed.half ?? 0)
  const typed = Number.isNaN(given) ? undefined : given
  return (
    <PersonForm action={`/p/${plan.id}/scale/${worry.id}`} state={form}>
      <fieldset className="field" aria-describedby={faults.value && 'value-fault'}>
        <legend>{t('ask')}</legend>
        {faults.value && (
          <span className="wrong" id="value-fault">
            {faults.value}
          </span>
        )}
        <div className="pairs eleven">
          {ELEVEN.map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                id={value === 0 ? 'value' : undefined}
                name="value"
                value={value}
                defaultChecked={typed !== undefined && Math.floor(typed) === value}
                required
              />
              <span>{numberIn(value, lang)}</span>
            </label>
          ))}
        </div>
        <label className="choice">
          <input type="checkbox" name="half" value="0.5" defaultChecked={typed !== undefined && typed % 1 === 0.5} />
          <span>{t('half')}</span>
        </label>
      </fieldset>
      <Field
        name="words"
        label={t('words')}
        hint={own.t('empty')}
        value={form.typed.words}
        fault={faults.words}
        rows={3}
      />
      <Field
        name="wordsUp"
        label={t('oneUp')}
        hint={own.t('empty')}
        value={form.typed.wordsUp}
        fault={faults.wordsUp}
        rows={2}
      />
      <WhoMayRead readers={readers} worker={plan.worker.name} value={form.typed.sharedWith} />
      <button className="btn" type="submit">
        {t('send')}
      </button>
    </PersonForm>
  )
}

/** "6½" is hard to say: "6.5", or "6,5" where people write so. */
export function numberIn(value: number, language: string): string {
  return value.toLocaleString(language === 'en' ? 'en-GB' : language, { maximumFractionDigits: 1 })
}
