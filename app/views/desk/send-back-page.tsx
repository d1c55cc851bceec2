import { Field } from '../fields'
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
        <Field
          name="words"
          rows={5}
          required
          label={t('sending.words')}
          hint={t('sending.hint')}
          value={page.form.typed.words}
        />
      </HandForm>
    </>
  )
}
