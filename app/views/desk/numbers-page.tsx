import type { OutOfReach } from '#app/domain/desk/out-of-reach'
import { together } from '../lists'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { SafeColumn } from './safe-column'
import { ApartMark } from './small-marks'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = FamilyHeadProps & { owners: OutOfReach['owners']; form: DeskForm }

/** Whose number the plan counts on and who has not got it: ring and ask; who says no is not asked about again. */
export function NumbersPage({ family, owners, form }: Props) {
  const { t, lang } = useWords('desk')
  const common = useWords('common').t
  return (
    <>
      <FamilyHead family={family} on="people" />
      <h2>{t('reach.title')}</h2>
      <p className="soft">{t(owners.length > 0 ? 'reach.about' : 'reach.none')}</p>
      <TicketForm action={`/desk/families/${family.id}/numbers`} form={form}>
        <ul className="lines">
          {owners.map(({ id, name, phone, safe, apart, missedBy }) => (
            <li key={id} className="line">
              <div className="at">
                <b>{name}</b>
              </div>
              <div className="what">
                {t('reach.whoMisses', {
                  count: missedBy.length,
                  names: together(
                    missedBy.map((one) => one.name),
                    lang,
                  ),
                })}
              </div>
              <SafeColumn safe={safe} />
              <div className="act">
                <ApartMark of={apart} name={name} />
                {phone && safe?.is !== false && (
                  <a className="press" href={`tel:${phone}`}>
                    {common('ring', { name })}
                  </a>
                )}
                <button
                  type="submit"
                  name="person"
                  value={id}
                  className="press"
                  aria-label={t('reach.saidNoOf', { name })}
                >
                  {t('reach.saidNo')}
                </button>
              </div>
            </li>
          ))}
        </ul>
      </TicketForm>
      <p>
        <a className="press" href="/desk">
          {t('reach.back')}
        </a>
      </p>
    </>
  )
}
