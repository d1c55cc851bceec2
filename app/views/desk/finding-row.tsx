import type { FindingLine } from '#app/domain/record/findings-for-staff'
import { together } from '../lists'
import { useWords } from '../words'
import { apart } from './apart'
import { languageName } from './language-name'
import { shortWhen } from './when'

type Props = {
  family: string
  of: FindingLine
  /** The reader may change the words. */
  mayEdit: boolean
  /** The reader may decide that they stand. */
  mayOverrule: boolean
}

/** One thing that was found: where, what it says there, whom it concerns, and the press that mends it. */
export function FindingRow({ family, of, mayEdit, mayOverrule }: Props) {
  const shut = useWords('desk-shut').t
  const { t, lang } = useWords('desk-check')
  const { thing, leak, found, open } = of
  const said = useSaid(of)
  return (
    <li className={open ? 'line grave' : 'line'} id={of.which}>
      <div className="at">
        {thing && shut(`kinds.${thing.kind}`)}
        {leak && leak.language !== 'en' && (
          <small>{t('inLanguage', { language: languageName(leak.language, lang) })}</small>
        )}
      </div>
      <div className="what">
        {(leak || thing) && (
          <blockquote className="reply" dir="auto" lang={leak?.language ?? 'en'}>
            <Marked text={leak?.text ?? thing?.words ?? ''} found={found} />
          </blockquote>
        )}
        {said && <p>{said}</p>}
        <Acts family={family} of={of} mayEdit={mayEdit} mayOverrule={mayOverrule} />
      </div>
    </li>
  )
}

/** What it says of the finding, in the reader's language. */
function useSaid({ kind, names: ids, leak, ...of }: FindingLine): string | undefined {
  const { t, lang } = useWords('desk-check')
  const found = of.found && apart(of.found, lang)
  const names = together(ids, lang)
  if (leak) return t(`leak.${leak.kind}`, { found, names })
  switch (kind) {
    case 'not-to-be-told':
    case 'unseen-duty':
    case 'nobody-to-ring':
    case 'about-reader':
      return t(`says.${kind}`, { names })
    case 'more-than-told':
      return found ? t('says.more-than-told', { names, found }) : t('says.never-told', { names })
    case 'no-last-step':
      return ids.length > 0 ? t('says.no-last-step-for', { names }) : t('says.no-last-step')
    case 'order-over':
      return t('says.order-over', { names, day: shortWhen(of.found ?? '', lang) })
    case 'past-date':
      return t('says.past-date', { day: shortWhen(of.found ?? '', lang) })
    default:
      return undefined
  }
}

/** The text with the words that tell marked in it. */
function Marked({ text, found }: { text: string; found?: string }) {
  const at = found ? text.indexOf(found) : -1
  if (!found || at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{found}</mark>
      {text.slice(at + found.length)}
    </>
  )
}

function Acts({ family, of: { which, thing, keepFrom, leak, open }, mayEdit, mayOverrule }: Props) {
  const { t } = useWords('desk-check')
  const url = `/desk/families/${family}`
  const edit = mayEdit && (!thing || thing.id)
  if (!edit && keepFrom.length === 0 && !(leak && open && mayOverrule)) return null
  return (
    <p className="acts">
      {edit && (
        <a className="press" href={`${url}/plan/edit${thing ? `#item-${thing.id}` : ''}`}>
          {t('act.change')}
        </a>
      )}
      {thing?.id &&
        keepFrom.map(({ id, name }) => (
          <a key={id} className="press" href={`${url}/shut?${new URLSearchParams({ item: thing.id ?? '', to: id })}`}>
            {t('act.keep', { name })}
          </a>
        ))}
      {leak && open && mayOverrule && (
        <a className="press" href={`${url}/findings/overrule?${new URLSearchParams({ which })}`}>
          {t('act.overrule')}
        </a>
      )}
    </p>
  )
}
