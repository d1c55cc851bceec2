import type { Apart } from '#app/domain/access/apart'
import type { KeptApart } from '#app/domain/access/kept-apart'
import { Chip } from '../chip'
import { together } from '../lists'
import { useWords } from '../words'
import { HandForm, type HandPageProps, OrSendBack, PlanCrumb, StandsInTheWay, WholePlan } from './hand-form'
import { KeptBox } from './kept-box'
import { ThingsFound } from './things-found'
import { shortWhen } from './when'

type Props = HandPageProps & {
  askedBy: string
  /** `looked`: when they last looked at it as this person. Whoever stands apart comes first. */
  viewers: { id: string; name: string; apart: Apart[]; outside?: true; looked?: string }[]
  kept: KeptApart | null
  isLast: boolean
}

/** A second person looks at the plan through everybody's eyes. Until they have, there is nothing to press but the next one. */
export function CheckPage({ askedBy, viewers, kept, isLast, ...page }: Props) {
  const { t, lang } = useWords('desk-publish')
  const families = useWords('desk-families').t
  const people = useWords('desk-people').t
  const left = viewers.filter(({ looked }) => !looked)
  const [next] = left
  const url = `/desk/families/${page.family.id}`
  return (
    <>
      <PlanCrumb of={page.family} />
      <h1>{t('checking.title')}</h1>
      <StandsInTheWay of={page.found} />
      <ThingsFound family={page.family.id} of={page.lookAt} />
      <p>{t('checking.about', { name: askedBy })}</p>
      {kept && <KeptBox of={kept} />}
      <WholePlan of={page.family} />
      <h2>{t('checking.as')}</h2>
      <ul className="lines">
        {viewers.map(({ id, name, apart, outside, looked }) => (
          <li key={id} className="line">
            <div className="at">
              {looked ? t('checking.looked', { when: shortWhen(looked, lang) }) : t('checking.notLooked')}
            </div>
            <div className="what">
              <a href={`${url}/as/${id}?of=draft`} aria-label={`${families('asPerson')} ${name}`}>
                {name}
              </a>{' '}
              {apart.map((why) => (
                <Chip key={why} is="ask">
                  {people(`apart.why.${why}`)}
                </Chip>
              ))}
              {outside && <p className="soft">{t('checking.outside')}</p>}
            </div>
          </li>
        ))}
      </ul>
      {next ? (
        <>
          <p role={page.refused === 'not-looked' ? 'alert' : undefined}>
            {t('checking.left', {
              ...{ done: viewers.length - left.length, all: viewers.length },
              names: together(
                left.map(({ name }) => name),
                lang,
              ),
            })}
          </p>
          <p>
            <a className="button" href={`${url}/as/${next.id}?of=draft`}>
              {families('asPerson')} {next.name}
            </a>
          </p>
        </>
      ) : (
        <HandForm {...page} act="check" send={t('checking.send')}>
          <p>{isLast ? t('checking.last') : t('checking.notLast')}</p>
        </HandForm>
      )}
      <OrSendBack of={page.family} />
    </>
  )
}
