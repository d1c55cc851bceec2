import { CameBack, type FormState, PersonForm } from '../form'
import { type Ringer, WhoRings } from '../who-rings'
import { useWords } from '../words'

export type RingPageProps = { form: FormState; people: Ringer[]; worker: string; saved: boolean }

/** Who may ring me, as it is now, to be changed. */
export function RingPage({ form, people, worker, saved }: RingPageProps) {
  const { t } = useWords('me')
  const cameBack = form.notice !== undefined
  return (
    <>
      <h1>{t('ring.title')}</h1>
      <CameBack form={form} />
      {saved && !cameBack && (
        <p className="card mine" role="status">
          {t('ring.saved')}
        </p>
      )}
      {people.length === 0 && <p>{t('ring.nobody', { worker })}</p>}
      {people.length > 0 && (
        <PersonForm action="/me/ring" state={form}>
          <WhoRings people={people} worker={worker} typed={cameBack ? form.typed : undefined} />
          <button className="btn" type="submit">
            {t('ring.save')}
          </button>
        </PersonForm>
      )}
      <a className="btn quiet" href="/me">
        {t('ring.back')}
      </a>
    </>
  )
}
