import { useWords } from '../words'
import { BeingWritten, type Writing } from './being-written'
import { PlanCrumb } from './hand-form'
import { FamilyFileForm, type NewFamilyProps } from './new-family-page'

/** A changed file in the place of a draft. */
export function ReplacePage({
  family,
  writing,
  ...file
}: Omit<NewFamilyProps, 'notYours'> & { family: { id: string; name: string }; writing?: Writing }) {
  const { t } = useWords('desk-publish')
  return (
    <>
      <PlanCrumb of={family} />
      <h1>{t('replace.title')}</h1>
      <p className="soft">{t('replace.about')}</p>
      {writing && <BeingWritten family={family.id} of={writing} waits />}
      <FamilyFileForm action={`/desk/families/${family.id}/replace`} send={t('replace.send')} {...file} />
    </>
  )
}
