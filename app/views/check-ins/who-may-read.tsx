import type { SharedWith } from '#app/domain/plan/case-file'
import { Choices } from '../fields'
import { useWords } from '../words'

/** Who beside the worker may read it, for whoever has that choice; the first of the list when they do not make one. */
export function WhoMayRead({ mayShareWith, worker, value }: { mayShareWith: SharedWith[]; worker: string; value?: string }) {
  const { t } = useWords('form')
  if (mayShareWith.length < 2) return null
  return (
    <Choices
      name="sharedWith"
      label={t('shared.ask')}
      options={mayShareWith.map((one) => ({ value: one, label: t(`shared.${one}`, { worker }) }))}
      value={value ?? mayShareWith[0]}
    />
  )
}
