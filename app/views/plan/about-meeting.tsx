import type { SeenMeeting } from '#app/domain/access/plan-as-seen'
import { together } from '../lists'
import { Words, WordsList } from '../wording'
import { useWords } from '../words'
import { NextSteps } from './next-steps'

type Props = { of: Pick<SeenMeeting, 'link' | 'bring' | 'agenda' | 'apologies' | 'decisions'> }

/** What a meeting is about, what to bring, who does not come, and what was decided. */
export function AboutMeeting({ of: { link, bring, agenda, apologies, decisions } }: Props) {
  const { t, lang } = useWords('plan')
  const names = apologies.map((one) => (one.you ? t('you') : one.name))
  return (
    <>
      {names.length > 0 && <p className="soft">{t('apologies', { names: together(names, lang) })}</p>}
      {bring && (
        <p>
          {t('bring')} <Words of={bring} />
        </p>
      )}
      {link && (
        <p className="go">
          <a href={link} rel="noreferrer">
            {t('meetingLink')}
          </a>
        </p>
      )}
      {agenda.length > 0 && (
        <>
          <h3>{t('agenda')}</h3>
          <WordsList of={agenda} className="dots" />
        </>
      )}
      <NextSteps of={decisions} heading={t('decisions')} />
    </>
  )
}
