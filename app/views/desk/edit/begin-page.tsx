import { useWords } from '../../words'
import { HandsAnew } from '../being-written'
import { FamilyHead, type FamilyHeadProps } from '../family-head'
import { PlanPages } from '../plan-pages'
import { type DeskForm, TicketForm } from '../ticket-form'

type Props = FamilyHeadProps & {
  asked?: string
  /** What is to be changed: the way leads to it. */
  item?: string
  form: DeskForm
}

/** What it means to change a plan, and the press that begins. */
export function BeginPage({ family, asked, item, form }: Props) {
  const { t } = useWords('desk-edit')
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="edit" />
      <h2>{t('begin.title')}</h2>
      <p>{t('begin.about')}</p>
      <HandsAnew asked={asked} />
      <TicketForm action={`/desk/families/${family.id}/plan/edit`} form={form}>
        {item && <input type="hidden" name="item" value={item} />}
        <button type="submit" className="button">
          {t('begin.press')}
        </button>
      </TicketForm>
    </>
  )
}
