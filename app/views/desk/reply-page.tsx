import type { EntryAlone } from '#app/domain/said/entry-for-staff'
import { PhoneNumber } from '../call'
import { Field } from '../fields'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { Marks } from './entry-marks'
import { NotSafe } from './not-safe'
import { type DeskForm, PressForm, TicketForm } from './ticket-form'
import { shortWhen } from './when'

/** Where the reader came from: there they are led back. */
type From = { from?: 'log' }
/** Why a reply came back; with `leak`, `found` holds the words that would tell. */
export type ReplyFaults = { words?: 'empty' | 'long' | 'no-reader' | 'leak' | 'look'; found?: string }
export type ReplyPageProps = From & { of: EntryAlone; form: DeskForm<'words'> & { faults?: ReplyFaults } }

/** A reply to one person. Refused words come back with what was found in them. */
export function ReplyPage({ of, form, from }: ReplyPageProps) {
  const { t } = useWords('desk')
  const { name } = of.by
  const { words: refused, found = '' } = form.faults ?? {}
  if (refused === 'look') return <LookFirst of={of} form={form} from={from} />
  return (
    <>
      <EntryCrumb of={of} />
      <h1>{t('replyPage.title', { name })}</h1>
      <Said of={of} />
      {of.apart && of.apart.length > 0 && <p className="told">{t('replyPage.apart', { name })}</p>}
      {!of.joined && <NobodyReads of={of} />}
      {(of.joined || form.typed.words) && (
        <>
          <p className="soft">{t('replyPage.about', { name })}</p>
          <TicketForm
            action={`/desk/log/${of.id}/reply`}
            form={form}
            faults={refused ? [t(`replyPage.refused.${refused}`, { name, found })] : []}
          >
            {from && <input type="hidden" name="from" value={from} />}
            <Field
              name="words"
              rows={5}
              required
              label={t('replyPage.words')}
              hint={t('replyPage.hint', { name })}
              value={form.typed.words}
            />
            <button className="button" type="submit">
              {t('replyPage.send')}
            </button>
          </TicketForm>
        </>
      )}
    </>
  )
}

/** To somebody who stands apart: the words alone, as they will read them, before they go. */
function LookFirst({ of, form, from }: ReplyPageProps) {
  const { t } = useWords('desk')
  const { name } = of.by
  const { words = '' } = form.typed
  return (
    <>
      <EntryCrumb of={of} />
      <h1>{t('replyPage.look.title', { name })}</h1>
      <blockquote className="said">
        <p>
          <Quote words={words} />
        </p>
      </blockquote>
      <p className="told">{t('replyPage.apart', { name })}</p>
      <p>{t('replyPage.look.ask')}</p>
      <TicketForm action={`/desk/log/${of.id}/reply`} form={form}>
        {from && <input type="hidden" name="from" value={from} />}
        <textarea name="words" defaultValue={words} hidden readOnly />
        <textarea name="looked" defaultValue={words} hidden readOnly />
        <p className="acts">
          <button className="button" type="submit">
            {t('replyPage.look.send', { name })}
          </button>
          <button className="press" type="submit" name="change" value="yes">
            {t('replyPage.look.change')}
          </button>
        </p>
      </TicketForm>
    </>
  )
}

/** Instead of a form: whoever has not joined reads no reply. */
function NobodyReads({ of: { by, safe } }: { of: EntryAlone }) {
  const { t } = useWords('desk')
  const common = useWords('common').t
  return (
    <>
      <p className="told">{t('replyPage.notJoined', { name: by.name })}</p>
      {by.phone && safe?.is !== false && (
        <a className="button" href={`tel:${by.phone}`}>
          {common('ring', { name: by.name })}
        </a>
      )}
    </>
  )
}

/** For who comes by the address, or whose press came back. */
export function SeenPage({ of, form }: { of: EntryAlone; form: DeskForm }) {
  const { t } = useWords('desk')
  return (
    <>
      <EntryCrumb of={of} />
      <h1>{t('seenPage.title')}</h1>
      <Said of={of} />
      <p className="soft">{t('seenPage.about', { name: of.by.name })}</p>
      <PressForm
        action={`/desk/log/${of.id}/seen`}
        ticket={form.ticket}
        label={t('seen')}
        say={t('seenWhat', { what: of.by.name })}
        className="button"
      />
    </>
  )
}

/** The way back to the day, and to what this family said. */
export function EntryCrumb({ of: { id, family } }: { of: EntryAlone }) {
  const { t } = useWords('desk')
  const families = useWords('desk-families').t
  return (
    <p className="crumb">
      <a className="press" href={`/desk#e-${id}`}>
        {t('today')}
      </a>{' '}
      <a className="press" href={`/desk/families/${family}/log#e-${id}`}>
        {families('log')}
      </a>
    </p>
  )
}

/** What somebody said, the whole line of it, above what is to be done about it; their number, and whether to ring now. */
export function Said({ of }: { of: EntryAlone }) {
  const { t, lang } = useWords('desk')
  const { by, on, about, words, language, ringMe } = of
  return (
    <>
      <blockquote className="said">
        <p className="notes">
          <span>{t('replyPage.wrote', { name: by.name })}</span>
          <span>{shortWhen(on, lang)}</span>
        </p>
        <p>
          <Marks of={of} /> {about && <Words of={{ text: about, language: 'en' }} />}
        </p>
        {words ? (
          <p>
            <Quote words={words} language={language} />
          </p>
        ) : (
          !ringMe && <p>{t('noWords')}</p>
        )}
      </blockquote>
      {by.phone && <NumberToRing phone={by.phone} safe={of.safe} />}
    </>
  )
}

function NumberToRing({ phone, safe }: { phone: string; safe: EntryAlone['safe'] }) {
  const { t } = useWords('desk')
  return (
    <p>
      {t('replyPage.number')}: <PhoneNumber phone={phone} />{' '}
      {safe?.is && safe.until && <b>{t('replyPage.safeNow', { time: safe.until.slice(11) })}</b>}
      <NotSafe safe={safe} />
    </p>
  )
}
