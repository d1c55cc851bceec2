import { useContext } from 'react'
import type { LogPage as Logged, OwnWordsPage } from '#app/domain/access/read-log'
import type { OnCall } from '../call'
import { FrameContext } from '../frame'
import { HomePage, type HomePageProps } from '../home-page'
import { LogPage } from '../log-page'
import { MyPart } from '../mine/my-part'
import { NowPage } from '../now-page'
import { PaperPage } from '../paper-page'
import { PeoplePage } from '../people-page'
import type { PhonePage } from '../phone-page'
import { PicturesAt } from '../pictures-at'
import { PlanPage } from '../plan/plan-page'
import { YoungPlanPage } from '../plan/young-plan-page'
import { Shell } from '../shell'
import { StoryPage } from '../story-page'
import { useWords } from '../words'

type Shows = Omit<HomePageProps, 'ring' | 'tickets' | 'kept'> & {
  onCall: OnCall
  childline?: string
  log: Logged
  alsoSaid: OwnWordsPage
}
export type PersonsPhoneProps = { name: string; pictures?: string; page?: PhonePage; shows?: Shows; readers?: string[] }

/**
 * One page of somebody's phone, for the frame it is looked at in. Nothing in it can be pressed: the frame lets no form
 * and no window out, links ask for a window of their own, and no ticket is given out.
 */
export function PersonsPhone({ name, pictures, page = 'home', shows, readers = [] }: PersonsPhoneProps) {
  const { t } = useWords('desk-families')
  const { serviceName } = useContext(FrameContext)
  return (
    <>
      <base target="_blank" />
      <Shell serviceName={serviceName} plan={shows?.plan.id}>
        <PicturesAt.Provider value={pictures}>
          {shows ? <Page of={page} shows={shows} readers={readers} /> : <p>{t('preview.nothing', { name })}</p>}
        </PicturesAt.Provider>
      </Shell>
    </>
  )
}

function Page({ of, shows, readers }: { of: PhonePage; shows: Shows; readers: string[] }) {
  const { plan, onCall, childline, log, alsoSaid } = shows
  const young = plan.viewer.sight === 'young'
  switch (of) {
    case 'plan':
      return young ? <YoungPlanPage plan={plan} log={log} onCall={onCall} /> : <PlanPage plan={plan} onCall={onCall} />
    case 'now':
      return <NowPage plan={plan} onCall={onCall} childline={childline} />
    case 'mine':
      return <MyPart plan={plan} tickets={{}} changed={shows.changed.asked} readers={readers} />
    case 'people':
      return <PeoplePage plan={plan} />
    case 'story':
      return <StoryPage plan={plan} />
    case 'log':
      return <LogPage plan={plan.id} log={log} alsoSaid={alsoSaid} />
    case 'paper':
      return <PaperPage plan={plan} childline={childline} />
    default:
      return <HomePage {...shows} ring={{ ticket: '', typed: {} }} tickets={{ due: '', cancel: '' }} />
  }
}
