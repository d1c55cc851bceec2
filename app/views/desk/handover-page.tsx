import type { Handover } from '#app/domain/desk/handover'
import { PhoneNumber } from '../call'
import { Face } from '../face'
import { useWords } from '../words'
import { EntryRow, entryLine } from './entry-row'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { DueRow } from './gap-rows'
import { useTimes } from './times'

/** A family in one minute, for who covers: what is due, last week, who they are and how safe to reach. Made to be printed too. */
export function HandoverPage({ family, people, week, dues }: FamilyHeadProps & Handover) {
  const { t } = useWords('desk-staff')
  const inWords = useTimes()
  const reachable = people.filter(({ kind }) => kind !== 'child' && kind !== 'professional')
  return (
    <>
      <FamilyHead family={family} />
      <h2>{t('handover.title')}</h2>
      <h3>{t('handover.due')}</h3>
      {dues.length === 0 && <p>{t('handover.nothingDue')}</p>}
      <ul className="lines">
        {dues.map((one) => (
          <DueRow key={`${one.on} ${one.order?.kind}`} of={one} />
        ))}
      </ul>
      <h3>{t('handover.who')}</h3>
      <ul className="lines">
        {reachable.map(({ id, fullName, initials, relationship, phone, safeToText, noTexts, apart, unsafePhones }) => (
          <li key={id} className="line">
            <Face of={{ name: fullName, initials }} />
            <div className="what">
              <b>{fullName}</b> {relationship && <small>{relationship}</small>}
              {apart.length > 0 && (
                <p>
                  <b>{t('handover.apart')}</b>
                </p>
              )}
              <p className="notes">
                <span>{phone ? <PhoneNumber phone={phone} /> : t('handover.noNumber')}</span>
                {safeToText && <span>{t('handover.safe', { times: inWords(safeToText) })}</span>}
                {noTexts && <span>{t('handover.noTexts')}</span>}
                {unsafePhones.length > 0 && <span>{t('handover.unsafe', { numbers: unsafePhones.join(', ') })}</span>}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <h3>{t('handover.week')}</h3>
      {week.length === 0 && <p>{t('handover.quiet')}</p>}
      <ul className="lines">
        {week.map((entry) => (
          <EntryRow key={entry.id} of={{ ...entryLine(entry), isOver: true }} />
        ))}
      </ul>
    </>
  )
}
