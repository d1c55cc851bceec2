import type { KeptApart } from '#app/domain/access/kept-apart'
import type { Compared } from '#app/domain/desk/versions-for-staff'
import { useWords } from '../words'
import { DifferenceRow } from './compare-page'
import { HandForm, type HandPageProps, OrSendBack, PlanCrumb, StandsInTheWay } from './hand-form'
import { KeptBox } from './kept-box'
import { Whole, type WholeProps } from './plan-page'
import { ThingsFound } from './things-found'
import { shortWhen } from './when'

type Props = HandPageProps & {
  askedBy: string
  plan?: Omit<WholeProps, 'family'>
  kept: KeptApart | null
  /** What differs from what the family reads now. */
  changes?: Compared
  /** Who has still to make the second check. */
  checker?: string
}

/** Everything to be read, on the page itself, then one press. */
export function EndorsePage({ askedBy, plan, kept, changes, checker, ...page }: Props) {
  const { t } = useWords('desk-publish')
  return (
    <>
      <PlanCrumb of={page.family} />
      <h1>{t('endorsing.title')}</h1>
      <StandsInTheWay of={page.found} />
      <ThingsFound family={page.family.id} of={page.lookAt} />
      <p>{t('endorsing.about', { name: askedBy })}</p>
      {changes && <Differs of={changes} />}
      {kept && <KeptBox of={kept} />}
      {plan && <Whole family={page.family.id} {...plan} />}
      <HandForm {...page} act="endorse" send={t('endorsing.send')}>
        <p>{checker ? t('endorsing.notLast', { name: checker }) : t('endorsing.last')}</p>
      </HandForm>
      <OrSendBack of={page.family} />
    </>
  )
}

/** Of a new version: first what is new about it, before and now. */
function Differs({ of: { older, differences, reordered } }: { of: Compared }) {
  const { t, lang } = useWords('desk-publish')
  const versions = useWords('desk-versions').t
  const when = shortWhen(older.publishedAt ?? older.madeAt, lang)
  return (
    <section>
      <h2>{t('endorsing.differs', { count: differences.length, when })}</h2>
      {reordered && <p>{versions('reordered')}</p>}
      <ul className="lines">
        {differences.map((one) => (
          <DifferenceRow key={one.kind + one.id} of={one} />
        ))}
      </ul>
    </section>
  )
}
