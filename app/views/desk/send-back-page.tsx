import { useWords } from '../words'
import { HandForm, type HandPageProps, PlanCrumb } from './hand-form'

/** Never without words: whoever asked has to know what to put right. */
export function SendBackPage({ askedBy, ...page }: HandPageProps & { askedBy: string }) {
  const { t } = useWords('desk-publish')
  return (
    <>
      <PlanCrumb of={page.family} />
      <h1>{t('sending.title')}</h1>
      <p className="soft">{t('sending.about', { name: askedBy })}</p>
      <HandForm {...page} act="send-back" send={t('sending.send')}>
        <div className="field">
          <label htmlFor="words">{t('sending.words')}</label>
          <small id="words-hint">{t('sending.hint')}</small>
          <textarea
            id="words"
            name="words"
            rows={5}
            dir="auto"
            required
            aria-describedby="words-hint"
            defaultValue={page.form.typed.words}
          />
        </div>
      </HandForm>
    </>
  )
}
