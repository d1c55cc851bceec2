import type { Readers } from '#app/domain/access/who-reads-it'
import type { SharedWith } from '#app/domain/plan/case-file'
import { Choices } from '../fields'
import { together } from '../lists'
import { useWords } from '../words'

/** `orWorker`: none is ticked beforehand, and who ticks none writes to the worker alone. */
type Props = { readers: Readers[]; worker: string; value?: string; orWorker?: true }

const ORDER: SharedWith[] = ['worker', 'inner', 'network']

/** Who may read it, by name, for whoever has that choice; the first of the list unless they make one, or the worker alone (`orWorker`). Others are told. */
export function WhoMayRead({ readers, worker, value, orWorker }: Props) {
  const { t } = useWords('form')
  if (readers.length < 2) {
    return <p className="soft">{`${t('shared.ask')} ${t('shared.worker', { worker })}.`}</p>
  }
  return (
    <Choices
      name="sharedWith"
      label={t('shared.ask')}
      hint={orWorker && t('shared.unless', { worker })}
      options={readers
        .toSorted((a, b) => ORDER.indexOf(a.sharedWith) - ORDER.indexOf(b.sharedWith))
        .map((one) => ({
          value: one.sharedWith,
          label: <ReadBy of={one} worker={worker} />,
          hint: one.names.length > 0 && one.sharedWith === 'network' ? t('shared.later') : undefined,
        }))}
      value={value ?? (orWorker ? undefined : readers[0]?.sharedWith)}
    />
  )
}

/** "Danny, Nan, Toni and Priya", the same before it is sent and when it is saved. */
export function ReadBy({ of: { sharedWith, names }, worker }: { of: Readers; worker: string }) {
  const { t, lang } = useWords('form')
  if (sharedWith === 'worker' || names.length === 0) return t(`shared.${sharedWith}`, { worker })
  return t('shared.names', { names: together([...names, worker], lang) })
}

/** The same behind one press, where nearly everyone means the worker alone. */
export function OtherReaders({ readers, worker, value }: Props) {
  const { t } = useWords('form')
  if (readers.length < 2) return null
  return (
    <details open={!!value && value !== readers[0]?.sharedWith}>
      <summary>{t('shared.summary', { worker })}</summary>
      <WhoMayRead readers={readers} worker={worker} value={value} />
    </details>
  )
}
