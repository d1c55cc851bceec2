import type { KeptApart } from '#app/domain/access/kept-apart'
import { useWords } from '../words'
import { HandForm, type HandPageProps, OrSendBack, PlanCrumb, StandsInTheWay } from './hand-form'
import { KeptBox } from './kept-box'
import { Whole, type WholeProps } from './plan-page'
import { ThingsFound } from './things-found'

type Props = HandPageProps & {
  askedBy: string
  plan?: Omit<WholeProps, 'family'>
  kept: KeptApart | null
  /** Who has still to make the second check. */
  checker?: string
}

/** Everything to be read, on the page itself, then one press. */
export function EndorsePage({ askedBy, plan, kept, checker, ...page }: Props) {
  const { t } = useWords('desk-publish')
  return (
    <>
      <PlanCrumb of={page.family} />
      <h1>{t('endorsing.title')}</h1>
      <StandsInTheWay of={page.found} />
      <ThingsFound family={page.family.id} count={page.lookAt ?? 0} />
      <p>{t('endorsing.about', { name: askedBy })}</p>
      {kept && <KeptBox of={kept} />}
      {plan && <Whole family={page.family.id} {...plan} />}
      <HandForm {...page} act="endorse" send={t('endorsing.send')}>
        <p>{checker ? t('endorsing.notLast', { name: checker }) : t('endorsing.last')}</p>
      </HandForm>
      <OrSendBack of={page.family} />
    </>
  )
}
