import { useWords } from '../words'
import { HandForm, type HandPageProps, OrSendBack, PlanCrumb, StandsInTheWay, WholePlan } from './hand-form'

type Props = HandPageProps & {
  askedBy: string
  viewers: { id: string; name: string }[]
  /** Who has still to make the second check. */
  checker?: string
}

/** Everything to be read, then one press. */
export function EndorsePage({ askedBy, viewers, checker, ...page }: Props) {
  const { t } = useWords('desk-publish')
  const families = useWords('desk-families').t
  const url = `/desk/families/${page.family.id}`
  return (
    <>
      <PlanCrumb of={page.family} />
      <h1>{t('endorsing.title')}</h1>
      <StandsInTheWay of={page.found} />
      <p>{t('endorsing.about', { name: askedBy })}</p>
      <WholePlan of={page.family} />
      <nav className="viewers" aria-label={families('asPerson')}>
        <span>{families('asPerson')}</span>
        {viewers.map(({ id, name }) => (
          <a key={id} className="press" href={`${url}/as/${id}?of=draft`}>
            {name}
          </a>
        ))}
      </nav>
      <HandForm {...page} act="endorse" send={t('endorsing.send')}>
        <p>{checker ? t('endorsing.notLast', { name: checker }) : t('endorsing.last')}</p>
      </HandForm>
      <OrSendBack of={page.family} />
    </>
  )
}
