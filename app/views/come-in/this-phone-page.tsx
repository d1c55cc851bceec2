import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'
import { WhoUsesThisPhone } from './who-uses-this-phone'

/** The last question before the plan opens. */
export function ThisPhonePage({ ticket, typed, notice }: { ticket: string; typed?: Typed; notice?: Notice }) {
  const { t } = useWords('welcome')
  return (
    <>
      <h1>{t('phone.title')}</h1>
      <EntryForm action="/welcome/phone" ticket={ticket} notice={notice}>
        <WhoUsesThisPhone chosen={typed?.phone} />
        <button className="btn" type="submit">
          {t('phone.open')}
        </button>
      </EntryForm>
    </>
  )
}
