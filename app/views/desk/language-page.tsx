import type { LanguageLine, SideLine } from '#app/domain/desk/translating'
import { Field } from '../fields'
import { together } from '../lists'
import { useWords } from '../words'
import { BeingWritten, HandsAnew, type Writing } from './being-written'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { FaultList, type PlacedFault } from './fault-list'
import { languageName } from './language-name'
import { Counts } from './languages-page'
import { PlanPages } from './plan-pages'
import { SideRow } from './side-row'
import { type DeskForm, TicketForm } from './ticket-form'

export type LanguagePageProps = FamilyHeadProps & {
  url: string
  line: LanguageLine
  lines: SideLine[]
  unread: SideLine[]
  version: string
  /** Whether the reader may write the plan now. */
  may: boolean
  /** Who asked for the version whose place it would take. */
  asked?: string
  /** The plan is open in the editor. */
  writing?: Writing
  /** So many texts would go out, and so many hold a name that cannot be taken out. */
  sends: number
  withheld: number
  taken: boolean
  left: number
  form: DeskForm
  refused?: 'empty' | 'large' | 'nothing' | 'not-yours' | 'changed' | 'being-written' | 'no-checker' | 'faults'
  faults?: PlacedFault[]
  more?: number
}

/** English on one side, the translation on the other. */
export function LanguagePage(props: LanguagePageProps) {
  const { family, url, line, lines, unread, version, may, taken, left, form, refused, faults = [], more = 0 } = props
  const { asked, writing } = props
  const { t, lang } = useWords('desk-languages')
  const language = languageName(line.language, lang)
  // What was typed before somebody opened the editor stands here still.
  const editable = may && (!writing || refused) && lines.length > 0
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="languages" />
      <h2>{language}</h2>
      {taken && !refused && (
        <p className="told" role="status">
          {t('taken')} {left > 0 && t('left', { count: left })}
        </p>
      )}
      <p>
        {line.readers.length > 0 ? t('readers', { names: together(line.readers, lang) }) : t('nobody', { language })}
      </p>
      <Counts of={line.counts} />
      <p className="soft">{t(may ? 'intoDraft' : 'mayNot')}</p>
      {may && (writing ? <BeingWritten family={family.id} of={writing} waits /> : <HandsAnew asked={asked} />)}
      <Outside {...props} />
      {faults.length > 0 && (
        <FaultList heading={t('faults', { count: faults.length + more })} of={faults} more={more} />
      )}
      {editable ? (
        <TicketForm action={url} form={form} faults={refused && refused !== 'faults' ? [t(`why.${refused}`)] : []}>
          <input type="hidden" name="version" value={version} />
          {lines.map((one) => (
            <SideRow key={one.id} of={one} language={line.language} typed={form.typed} all={line.readers.length} may />
          ))}
          <Field name="checker" label={t('checker')} value={form.typed.checker} maxLength={80} />
          <button className="button" type="submit">
            {t('save')}
          </button>
        </TicketForm>
      ) : (
        lines.map((one) => (
          <SideRow key={one.id} of={one} language={line.language} typed={{}} all={line.readers.length} />
        ))
      )}
      <Unread of={unread} language={language} />
    </>
  )
}

function Outside({ url, sends, withheld, may }: LanguagePageProps) {
  const { t } = useWords('desk-languages')
  return (
    <section className="card">
      <h3 className="mt-0">{t('outside')}</h3>
      {sends + withheld === 0 && <p>{t('nothingToSend')}</p>}
      {sends > 0 && (
        <p>
          {t('names')} {t('rest')}
        </p>
      )}
      {withheld > 0 && <p>{t('withheld', { count: withheld })}</p>}
      <p className="notes">
        {sends > 0 && (
          <>
            <a className="press" href={`${url}/file`}>
              {t('xliff')}
            </a>
            <a className="press" href={`${url}/file?as=table`}>
              {t('table')}
            </a>
          </>
        )}
        {may && (
          <a className="press" href={`${url}/back`}>
            {t('takeBack')}
          </a>
        )}
      </p>
    </section>
  )
}

/** What no reader of the language is shown needs no translation. */
function Unread({ of, language }: { of: SideLine[]; language: string }) {
  const { t } = useWords('desk-languages')
  if (of.length === 0) return null
  return (
    <details>
      <summary>
        {t('unread', { language })} ({of.length})
      </summary>
      <ul className="dots" lang="en" dir="ltr">
        {of.map(({ id, where, english }) => (
          <li key={id}>
            {english} <small className="by">{where}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
