import { Icon } from './icon'
import { useWords } from './words'

/** The council's own lines, and which of the two answers now. */
export type OnCall = { duty: string; emergencyDuty: string; open: boolean }

/** One press rings this number. */
export function Call({ phone, name, className = 'call' }: { phone: string; name: string; className?: string }) {
  const { t } = useWords('common')
  return (
    <a className={className} href={`tel:${phone}`}>
      <Icon of="phone" />
      {t('ring', { name })}
    </a>
  )
}

type TextProps = { phone: string; name: string; says?: string; className?: string }

/** One press begins a text to this number, with what it is to say in it. */
export function Text({ phone, name, says, className = 'btn quiet' }: TextProps) {
  const { t } = useWords('common')
  return (
    // Written so that Android and iOS both find what it says.
    <a className={className} href={`sms:${phone}${says ? `?&body=${encodeURIComponent(says)}` : ''}`}>
      {t('text', { name })}
    </a>
  )
}

/** Rings whoever is on duty at this hour. */
export function CallDuty({ onCall, className }: { onCall: OnCall; className?: string }) {
  const { t } = useWords('common')
  const phone = onCall.open ? onCall.duty : onCall.emergencyDuty
  return <Call phone={phone} name={t(onCall.open ? 'dutyTeam' : 'emergencyDutyTeam')} className={className} />
}

/** The same for who is not in yet: whoever holds the phone reads it, so it names nobody. */
export function CallUs({ onCall }: { onCall: OnCall }) {
  const { t } = useWords('common')
  return (
    <a className="btn quiet" href={`tel:${onCall.open ? onCall.duty : onCall.emergencyDuty}`}>
      <Icon of="phone" />
      {t('ringUs')}
    </a>
  )
}

/** A number to read or dial by hand, the British way. Never turned round in a right-to-left page. */
export function PhoneNumber({ phone }: { phone: string }) {
  return <bdi dir="ltr">{phone.replace(/^\+44(\d{4})(\d{3})(\d+)$/, '0$1 $2 $3')}</bdi>
}
