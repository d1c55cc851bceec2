import type { SharedWith } from '#app/domain/plan/case-file'
import { Choices } from '../fields'
import { useWords } from '../words'

type Props = { mayShareWith: SharedWith[]; worker: string; value?: string }

const ORDER: SharedWith[] = ['worker', 'inner', 'network']

/** Who beside the worker may read it, for whoever has that choice; the first of the list unless they make one. */
export function WhoMayRead({ mayShareWith, worker, value }: Props) {
  const { t } = useWords('form')
  if (mayShareWith.length < 2) return null
  return (
    <Choices
      name="sharedWith"
      label={t('shared.ask')}
      options={ORDER.filter((one) => mayShareWith.includes(one)).map((one) => ({
        value: one,
        label: t(`shared.${one}`, { worker }),
      }))}
      value={value ?? mayShareWith[0]}
    />
  )
}

/** The same behind one press, where nearly everyone means the worker alone. */
export function OtherReaders({ mayShareWith, worker, value }: Props) {
  const { t } = useWords('form')
  if (mayShareWith.length < 2) return null
  return (
    <details open={!!value && value !== mayShareWith[0]}>
      <summary>{t('shared.summary', { worker })}</summary>
      <WhoMayRead mayShareWith={mayShareWith} worker={worker} value={value} />
    </details>
  )
}
