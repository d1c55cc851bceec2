import type { StoryOnItsWay } from '#app/domain/access/stories-asked'
import { Chip } from '../chip'
import { Quote } from '../wording'
import { useWords } from '../words'
import { shortWhen } from './when'

/** Of each story for the children: whether they may read it, and whose yes it has and waits for, in their order. */
export function StoriesWay({ of }: { of: StoryOnItsWay[] }) {
  return of.map((story) => <StoryWay key={story.id} of={story} />)
}

function StoryWay({ of: { child, readyForChildren, parents } }: { of: StoryOnItsWay }) {
  const { t, lang } = useWords('approve')
  const released = readyForChildren && parents.every(({ is }) => is === 'yes')
  const state = !readyForChildren
    ? 'notReady'
    : !released
      ? 'waits'
      : parents.length > 0
        ? 'released'
        : 'releasedNobody'
  return (
    <section>
      <h2>{child ? t('desk.titleOf', { child: child.name }) : t('desk.title')}</h2>
      <p>{t(`desk.${state}`)}</p>
      {parents.map(({ by, is, said }) => (
        <p key={by.id}>
          <b>{by.name}</b>{' '}
          <Chip is={is === 'yes' ? 'yes' : is === 'later' ? undefined : 'ask'}>{t(`desk.is.${is}`)}</Chip>{' '}
          {said?.words && <Quote words={said.words} language={said.language} />}{' '}
          {said && <small>{shortWhen(said.on, lang)}</small>}
        </p>
      ))}
    </section>
  )
}
