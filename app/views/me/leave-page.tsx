import { Field } from '../fields'
import { CameBack, type FormState, PersonForm, useFaults } from '../form'
import { useWords } from '../words'

export type LeavePageProps = { plan: string; worker: string; hasPart: boolean; form: FormState }

/** Before someone leaves: what it means, that it is all right, and the smaller step beside it. */
export function LeavePage({ plan, worker, hasPart, form }: LeavePageProps) {
  const { t } = useWords('me')
  const own = useWords('form')
  const faults = useFaults(form)
  return (
    <>
      <h1>{t('leaving.title')}</h1>
      <CameBack form={form} />
      <p>{t('leaving.what')}</p>
      <p>{t('leaving.then', { worker })}</p>
      {hasPart && (
        <p className="card">
          {t('leaving.instead')} <a href={`/p/${plan}/mine`}>{t('leaving.insteadLink')}</a>
        </p>
      )}
      <PersonForm action="/me/leave" state={form}>
        <Field
          name="words"
          label={t('leaving.why')}
          hint={own.t('empty')}
          value={form.typed.words}
          fault={faults.words}
          rows={3}
        />
        <button className="btn alarm" type="submit">
          {t('leaving.button')}
        </button>
      </PersonForm>
      <a className="btn quiet" href="/home">
        {t('leaving.stay')}
      </a>
    </>
  )
}

/** After someone left: nobody is signed in, so it names nobody. */
export function LeftPage() {
  const { t } = useWords('me')
  return (
    <>
      <h1>{t('left.title')}</h1>
      <p>{t('left.what')}</p>
      <p>{t('left.back')}</p>
      <p className="mt-6">{t('left.danger')}</p>
    </>
  )
}
