import { useWords } from '../words'
import { Quote } from '../wording'
import { type DeskForm, PressForm, TicketForm } from './ticket-form'
import { shortWhen } from './when'

/** What somebody said, on a page about it alone. */
export type Heard = { id: string; name: string; on: string; words?: string; language?: string; joined: boolean }

type Refused = { refused: 'empty' | 'long' | 'no-reader' } | { refused: 'leak'; found: string[] }
export type ReplyPageProps = { of: Heard; form: DeskForm<'words'>; refusal?: Refused }

/** A reply to one person. Refused words come back with what was found in them. */
export function ReplyPage({ of, form, refusal }: ReplyPageProps) {
  const { t } = useWords('desk')
  const { name } = of
  const found = refusal && 'found' in refusal ? refusal.found.join(', ') : ''
  return (
    <>
      <h1>{t('replyPage.title', { name })}</h1>
      <Said of={of} />
      <p className="soft">{t('replyPage.about', { name })}</p>
      {!of.joined && <p className="told">{t('replyPage.notJoined', { name })}</p>}
      <TicketForm
        action={`/desk/log/${of.id}/reply`}
        form={form}
        faults={refusal ? [t(`replyPage.refused.${refusal.refused}`, { name, found })] : []}
      >
        <div className="field">
          <label htmlFor="words">{t('replyPage.words')}</label>
          <small id="words-hint">{t('replyPage.hint')}</small>
          <textarea id="words" name="words" rows={5} dir="auto" required aria-describedby="words-hint" defaultValue={form.typed.words} />
        </div>
        <button className="button" type="submit">
          {t('replyPage.send')}
        </button>
      </TicketForm>
    </>
  )
}

/** For who comes by the address, or whose press came back. */
export function SeenPage({ of, form }: { of: Heard; form: DeskForm }) {
  const { t } = useWords('desk')
  return (
    <>
      <h1>{t('seenPage.title')}</h1>
      <Said of={of} />
      <p className="soft">{t('seenPage.about', { name: of.name })}</p>
      <PressForm
        action={`/desk/log/${of.id}/seen`}
        ticket={form.ticket}
        label={t('seen')}
        say={t('seenWhat', { what: of.name })}
        className="button"
      />
    </>
  )
}

function Said({ of: { name, on, words, language } }: { of: Heard }) {
  const { t, lang } = useWords('desk')
  return (
    <blockquote className="said">
      <p className="notes">
        <span>{t('replyPage.wrote', { name })}</span>
        <span>{shortWhen(on, lang)}</span>
      </p>
      <p>{words ? <Quote words={words} language={language} /> : t('noWords')}</p>
    </blockquote>
  )
}
