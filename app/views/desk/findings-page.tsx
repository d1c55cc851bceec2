import type { FindingLine, FindingLines } from '#app/domain/record/findings-for-staff'
import { useWords } from '../words'
import { FaultList } from './fault-list'
import { FindingRow } from './finding-row'
import { PlanCrumb } from './hand-form'
import { MayStand } from './may-stand'
import { PlanPages } from './plan-pages'

type Props = FindingLines & {
  family: { id: string; name: string }
  /** The reader is to look at this draft, and has no other page of it. */
  alone: boolean
  isDraft: boolean
  domesticAbuse: boolean
  mayEdit: boolean
  mayOverrule: boolean
  /** For the presses that take a decision back. */
  ticket: string
}

/** All that was found in a plan: what keeps it from being published, what is to be looked at, what was decided. */
export function FindingsPage({
  family,
  alone,
  isDraft,
  domesticAbuse,
  faults,
  blocks,
  lookAt,
  decided,
  ...page
}: Props) {
  const { t } = useWords('desk-check')
  const { mayEdit, mayOverrule, ticket } = page
  const row = (of: FindingLine) => (
    <FindingRow key={of.which + of.kind} family={family.id} of={of} mayEdit={mayEdit} mayOverrule={mayOverrule} />
  )
  const kinds = [...new Set(lookAt.map(({ kind }) => kind))]
  return (
    <>
      <PlanCrumb of={family} />
      <h1>{t('title')}</h1>
      {!alone && <PlanPages family={family.id} on="findings" />}
      <p className="soft">{t(isDraft ? 'about' : 'aboutPublished')}</p>
      {faults.length > 0 && <FaultList heading={t('faults')} of={faults} />}
      {faults.length + blocks.length + lookAt.length === 0 && (
        <p>{t(decided.length > 0 ? 'nothingLeft' : 'nothing')}</p>
      )}
      {blocks.length > 0 && (
        <section>
          <h2>{t('blocks', { count: blocks.length })}</h2>
          <ul className="lines">{blocks.map(row)}</ul>
          {isDraft && !mayOverrule && <p className="soft">{t('whoDecides')}</p>}
          {isDraft && domesticAbuse && <p className="soft">{t('secondToo')}</p>}
        </section>
      )}
      {lookAt.length > 0 && (
        <section>
          <h2>{t('lookAt', { count: lookAt.length })}</h2>
          <p className="soft">{t('notBlocking')}</p>
          {kinds.map((kind) => (
            <section key={kind}>
              <h3>{t(`kind.${kind as Exclude<typeof kind, 'leak'>}`)}</h3>
              <ul className="lines">{lookAt.filter((one) => one.kind === kind).map(row)}</ul>
            </section>
          ))}
        </section>
      )}
      <MayStand family={family.id} of={decided} ticket={ticket} />
    </>
  )
}
