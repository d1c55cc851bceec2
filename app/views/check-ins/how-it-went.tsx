import type { PlanAsSeenBy, SeenCommitment, SeenRule } from '#app/domain/access/plan-as-seen'
import { Choices } from '../fields'
import { type FormState, useFaults } from '../form'
import { When } from '../plan/commitments'
import { Words } from '../wording'
import { useWords } from '../words'
import { WhichSign } from './about-what'

const HOW = ['done', 'partly', 'cannot'] as const
const ELSE = ['good-news', 'worry', 'plan-used'] as const

/** How it went; and apart from that the three other things there are to tell. A young person is asked only for those. */
export function HowItWent({ plan, form }: { plan: PlanAsSeenBy; form: FormState }) {
  const { t } = useWords('check-in')
  const faults = useFaults(form)
  const { about, sign = about, result } = form.typed
  if (plan.viewer.sight === 'young') {
    const options = ELSE.map((value) => ({ value, label: t(`result.young-${value}`) }))
    const asked = { name: 'result', label: t('result.askYoung'), options, value: result, fault: faults.result }
    return <Choices {...asked} required />
  }
  const choice = (value: (typeof HOW | typeof ELSE)[number]) => ({ value, label: t(`result.${value}`) })
  const shared = { name: 'result', value: result, short: true, required: true } as const
  return (
    <>
      <Choices {...shared} label={t('result.ask')} options={HOW.map(choice)} fault={faults.result} />
      <Choices {...shared} id="else" label={t('result.else')} options={ELSE.map(choice)} />
      <WhichSign plan={plan} value={sign} fault={faults.sign} />
    </>
  )
}

type PressProps = { plan: string; of: SeenCommitment | SeenRule; ticket: string }

/** Of one thing: three large buttons, and any of them is all there is to do. */
export function OnePress({ plan, of, ticket }: PressProps) {
  const { t } = useWords('check-in')
  return (
    <form method="post" action={`/p/${plan}/log/new`}>
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="about" value={of.id} />
      {HOW.map((how) => (
        <button
          key={how}
          className={how === 'done' ? 'btn large' : 'btn quiet large'}
          name="result"
          value={how}
          type="submit"
        >
          {t(`result.${how}`)}
        </button>
      ))}
    </form>
  )
}

/** What the buttons speak of. */
export function SpokenOf({ of }: { of: SeenCommitment | SeenRule }) {
  return (
    <section className="card mine">
      <b>
        <Words of={of.words} />
      </b>
      {'when' in of && (
        <small className="by">
          <When of={of.when} />
        </small>
      )}
    </section>
  )
}
