import { Field } from './fields'
import { CameBack, type FormState, PersonForm, useFaults } from './form'
import { useWords } from './words'

/** Words that have nowhere else to go. */
export function SendToWorker({ state }: { state: FormState }) {
  const { t } = useWords('form')
  const faults = useFaults(state)
  return (
    <>
      <CameBack form={state} />
      <PersonForm action="/me/kept" state={state}>
        <Field
          name="words"
          rows={6}
          label={t('unknown.yours')}
          hint={t('kept.only')}
          value={state.typed.words}
          fault={faults.words}
        />
        <button className="btn" type="submit">
          {t('kept.send')}
        </button>
      </PersonForm>
    </>
  )
}
