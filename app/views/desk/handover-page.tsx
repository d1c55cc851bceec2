import type { Handover } from '#app/domain/desk/handover'
import type { PersonLine } from '#app/domain/desk/people-for-staff'
import { PhoneNumber } from '../call'
import { Face } from '../face'
import { together } from '../lists'
import { useWords } from '../words'
import { AheadRow } from './ahead-row'
import { EntryRow, entryLine } from './entry-row'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { DueRow } from './gap-rows'
import { KeptBox } from './kept-box'
import { useTimes } from './times'
import { UnansweredRow } from './unanswered-row'

/**
 * A family in one minute, for who covers: who is to be kept safe from whom, what waits and is due, who they are and how
 * safe to reach, the last week. Made to be printed too.
 */
export function HandoverPage({ family, kept, people, children, week, ...due }: FamilyHeadProps & Handover) {
  const { t, lang } = useWords('desk-staff')
  const saysMore =
    !!kept && (kept.domesticAbuse || [kept.orders, kept.apart, kept.hidden, kept.words].flat().length > 0)
  // Whoever must never be told of the plan is rung as little as whoever must not learn where anybody is.
  const isApart = (one: PersonLine) => one.apart.length > 0 || !!kept?.apart.some(({ name }) => name === one.name)
  const apart = people.filter(isApart)
  return (
    <>
      <FamilyHead family={family} />
      {!kept && <NotPublished family={family.id} />}
      {saysMore && <KeptBox of={kept} />}
      <h2>{t('handover.title')}</h2>
      {kept && !saysMore && <p className="soft">{t('handover.noneApart')}</p>}
      {kept && <WaitsAndDue family={family.id} {...due} />}
      <h3>{t('handover.who')}</h3>
      {children.length > 0 && <p>{t('handover.children', { names: together(children, lang) })}</p>}
      <People of={people.filter((one) => !isApart(one))} />
      {apart.length > 0 && (
        <>
          <h3>{t('handover.keptApart')}</h3>
          <p>
            <b>{t('handover.keptApartWhat')}</b>
          </p>
          <People of={apart} withoutNumber />
        </>
      )}
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

type Due = Pick<Handover, 'first' | 'alsoWaits' | 'unanswered' | 'dues' | 'ahead'>

function WaitsAndDue({ family, first, alsoWaits, unanswered, dues, ahead }: Due & { family: string }) {
  const { t } = useWords('desk-staff')
  return (
    <>
      <h3>{t('handover.due')}</h3>
      {first.length + alsoWaits + unanswered.length === 0 && <p>{t('handover.nothingWaits')}</p>}
      <ul className="lines">
        {first.map((entry) => (
          <EntryRow key={entry.id} of={{ ...entryLine(entry), isOver: true }} />
        ))}
        {unanswered.map((one) => (
          <UnansweredRow key={one.id} of={one} />
        ))}
      </ul>
      {alsoWaits > 0 && (
        <p>
          <a href={`/desk/families/${family}/log`}>{t('handover.alsoWaits', { count: alsoWaits })}</a>
        </p>
      )}
      {dues.length + ahead.length === 0 && <p>{t('handover.noDates')}</p>}
      <ul className="lines">
        {dues.map((one) => (
          <DueRow key={`${one.on} ${one.order?.kind}`} of={one} />
        ))}
        {ahead.map((one) => (
          <AheadRow key={one.id} of={one} />
        ))}
      </ul>
    </>
  )
}

/** No number stands beside whoever is kept apart: they are not rung in passing. */
function People({ of, withoutNumber }: { of: PersonLine[]; withoutNumber?: true }) {
  const { t } = useWords('desk-staff')
  const inWords = useTimes()
  return (
    <ul className="lines">
      {of.map(({ id, fullName, initials, relationship, phone, safeToText, noTexts, unsafePhones }) => (
        <li key={id} className="line">
          <Face of={{ name: fullName, initials }} />
          <div className="what">
            <b>{fullName}</b> {relationship && <small>{relationship}</small>}
            {!withoutNumber && (
              <p className="notes">
                <span>{phone ? <PhoneNumber phone={phone} /> : t('handover.noNumber')}</span>
                {safeToText && <span>{t('handover.safe', { times: inWords(safeToText) })}</span>}
                {noTexts && <span>{t('handover.noTexts')}</span>}
                {unsafePhones.length > 0 && <span>{t('handover.unsafe', { numbers: unsafePhones.join(', ') })}</span>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
