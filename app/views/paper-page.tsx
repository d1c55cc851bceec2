import type { PlanAsSeenBy, SeenRule, Someone } from '#app/domain/access/plan-as-seen'
import { PhoneNumber } from './call'
import { whomToRing } from './home-page'
import { Doing } from './my-today'
import { NotTranslated } from './plan/not-translated'
import { Words } from './wording'
import { useWords } from './words'

/**
 * A sheet for the fridge, on one page: whom to ring, in numbers to be read across a kitchen; what I do and when; the
 * children's rules in their words. Whoever comes in may read it: no worry, no warning sign, no council, no family name.
 * Whoever works for the council or a school would tell a visitor what this is: they are only on a young person's, by
 * name alone, as on their home.
 */
export function PaperPage({ plan, childline }: { plan: PlanAsSeenBy; childline?: string }) {
  const { t } = useWords('paper')
  const help = useWords('help').t
  const young = plan.viewer.sight === 'young'
  const lines = [
    ...whomToRing(plan).filter(({ kind }) => young || kind !== 'professional'),
    ...(young && childline ? [{ id: 'childline', name: help('helplines.children'), phone: childline }] : []),
    { id: '999', name: t('danger'), phone: '999' },
    ...toWriteIn(plan).map(({ id, name }) => ({ id, name, phone: undefined })),
  ]
  const mine = plan.commitments.filter((commitment) => commitment.mine)
  const words = (rule: SeenRule) => (young ? rule.words : rule.forChildren)
  const rules = plan.rules.flatMap((rule) => words(rule) ?? []).map((words, at) => ({ id: at, words }))
  return (
    <>
      <div className="card mine screen">
        <p>{t('how')}</p>
        <p>{t('careful')}</p>
      </div>
      <div className="sheet">
        <section>
          <h1>{t('ring')}</h1>
          <ul className="numbers">
            {lines.map(({ id, name, phone }) => (
              <li key={id}>
                <span>{name}</span>{' '}
                <b aria-hidden={phone ? undefined : true}>
                  {phone === '999' ? phone : phone ? <PhoneNumber phone={phone} /> : '_________'}
                </b>
              </li>
            ))}
          </ul>
        </section>
        {mine.length > 0 && (
          <section>
            <h2>{t('mine')}</h2>
            <ul className="dots">
              {mine.map((one) => (
                <li key={one.id}>
                  <Doing of={one} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {rules.length > 0 && (
          <section>
            <h2>{t('rules')}</h2>
            <ul className="dots large">
              {rules.map(({ id, words }) => (
                <li key={id}>
                  <Words of={words} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <NotTranslated plan={plan} of={[mine, rules]} brief={{ ring: false }} />
      </div>
    </>
  )
}

/**
 * Whom the reader's own plan has them turn to or act with, and whose number they do not have here: a line to write it
 * on, if they have it. Nobody who works for anyone, and nobody the children must be kept safe from.
 */
function toWriteIn(plan: PlanAsSeenBy): Someone[] {
  const acting = plan.triggers.flatMap(({ steps }) =>
    steps.flatMap(({ who, backup }) => [who, ...(backup ? [backup] : [])]),
  )
  const turnedTo = new Set(
    plan.viewer.sight === 'young'
      ? plan.childContacts.flatMap(({ order }) => order.map(({ id }) => id))
      : acting.filter(isSomeone).map(({ id }) => id),
  )
  return plan.people.filter(
    ({ id, kind, phone, apart }) => turnedTo.has(id) && kind !== 'professional' && !phone && !apart,
  )
}

const isSomeone = (who: Someone | string): who is Someone => typeof who !== 'string'
