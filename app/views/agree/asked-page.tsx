import type { Asked } from '#app/domain/access/asked-of'
import type { Readers } from '#app/domain/access/who-reads-it'
import { NotMineLink } from '../check-ins/not-mine'
import { WhoMayRead } from '../check-ins/who-may-read'
import { Choices, Field } from '../fields'
import { CameBack, type FormState, PersonForm, useFaults } from '../form'
import { NotChecked } from '../not-checked'
import { useWords } from '../words'
import { MyView } from './my-view'
import { OthersViews } from './others-views'
import { Texts } from './texts'

export type AskedPageProps = {
  plan: string
  worker: string
  of: Asked
  /** Of the words the form is about. */
  mark: string
  form: FormState
  readers: Readers[]
}

const VIEWS = { plan: ['accept', 'partly', 'refuse'], worry: ['agree', 'partly', 'disagree'], sentence: [] } as const

/** One question: does the reader agree with the plan, or a worry; or what is wrong about a sentence. */
export function AskedPage({ plan, worker, of, mark, form, readers }: AskedPageProps) {
  const { t } = useWords('agree')
  const own = useWords('form').t
  const faults = useFaults(form)
  const { kind, words, mine } = of
  const wrong = kind === 'sentence'
  return (
    <>
      <h1>{t(`ask.${kind}`)}</h1>
      <CameBack form={form} />
      {words.length > 0 && (
        <section className="card">
          <Texts of={words} />
          <NotChecked of={words} />
        </section>
      )}
      {kind === 'plan' && (
        <p className="go">
          <a href={`/p/${plan}`}>{t('read')}</a>
        </p>
      )}
      <p className="soft">{t(wrong ? 'mustAnswer' : 'free', { worker })}</p>
      {mine && (
        <section className="card mine">
          <MyView of={of} />
          {mine.entry && <NotMineLink plan={plan} what={mine.entry} />}
        </section>
      )}
      <PersonForm action={`/p/${plan}/agree/${of.id}`} state={form}>
        <input type="hidden" name="mark" value={mark} />
        {!wrong && (
          <Choices
            name="view"
            label={t('choose')}
            fault={faults.view}
            options={VIEWS[kind].map((value) => ({ value, label: t(`view.${value}`) }))}
            value={form.typed.view}
            required
          />
        )}
        <Field
          name="words"
          label={t(wrong ? 'wordsWrong' : 'words')}
          hint={wrong ? undefined : own('empty')}
          value={form.typed.words}
          fault={faults.words}
          rows={4}
        />
        <WhoMayRead readers={readers} worker={worker} value={form.typed.sharedWith} orWorker />
        <button className="btn" type="submit">
          {t(wrong ? 'sendWrong' : 'send')}
        </button>
      </PersonForm>
      <OthersViews of={of.others} />
      <a className="btn quiet" href={`/p/${plan}/agree`}>
        {t('back')}
      </a>
    </>
  )
}
