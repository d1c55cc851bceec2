import { useWords } from '../../words'

/** Says that a version cannot be without this; the styles take it away once something is in the field. */
export function Needed({ if: needed }: { if?: boolean }) {
  const { t } = useWords('desk-edit')
  return needed ? <small className="needed">{t('needed')}</small> : null
}
