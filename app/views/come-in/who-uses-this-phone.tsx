import { Choices } from '../fields'
import { useWords } from '../words'

/** Whether others use the phone too, which is taken for granted, and what each answer means. */
export function WhoUsesThisPhone({ chosen }: { chosen?: string }) {
  const { t } = useWords('welcome')
  return (
    <Choices
      name="phone"
      label={t('phone.ask')}
      hint={t('phone.unsure')}
      value={chosen === 'mine' ? 'mine' : 'others'}
      options={[
        { value: 'others', label: t('phone.others'), hint: t('phone.othersMeans') },
        { value: 'mine', label: t('phone.mine'), hint: t('phone.mineMeans') },
      ]}
    />
  )
}
