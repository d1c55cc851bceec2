import type { PlanAsSeenBy, SeenEntry } from '#app/domain/access/plan-as-seen'
import type { Readers } from '#app/domain/access/who-reads-it'
import type { Reads } from '#app/domain/said/who-reads'
import { Call, CallDuty } from '../call'
import { day, dayAndTime, timeOfDay } from '../dates'
import { Saved } from '../saved'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { WordsStay } from '../words-stay'
import { NotMineLink } from './not-mine'
import { ReadBy } from './who-may-read'

export type EntrySavedProps = {
  plan: PlanAsSeenBy
  entry: SeenEntry
  /** Some of those who may read the words will not see them. */
  stay: boolean
  reads: Reads
  readers: Readers
}

/** It is on disk: thanks, who reads it and when, and every word of it. */
export function EntrySaved({ plan, entry, stay, reads, readers }: EntrySavedProps) {
  const { t, lang } = useWords('check-in')
  const young = plan.viewer.sight === 'young'
  const worker = reads.worker.name
  const { ringMe, result, about, words, language, happenedAt, loggedAt } = entry
  const wentSomehow = result === 'done' || result === 'partly' || result === 'cannot'
  const grave = ringMe || result === 'worry' || result === 'plan-used'
  return (
    <>
      <h1>{ringMe ? t('thanks.titleRing', { worker }) : t('thanks.title', { name: plan.viewer.name })}</h1>
      <p>
        {t('thanks.saved')} <WhatNext reads={reads} ringMe={ringMe} />
      </p>
      {grave && <IfItCannotWait reads={reads} />}
      {stay && <WordsStay worker={worker} />}
      <Saved
        heading={t('thanks.what')}
        lines={[
          [t('thanks.about'), about && <Words of={about.words} />],
          [
            ringMe ? t('thanks.asked') : t(young || !wentSomehow ? 'result.askYoung' : 'result.ask'),
            ringMe ? t('thanks.ringMe') : resultIn(result),
          ],
          [t('thanks.words'), words && <Quote words={words} language={language} />],
          [t('thanks.when'), dayAndTime(happenedAt, lang)],
          [t('thanks.written'), loggedAt !== happenedAt && dayAndTime(loggedAt, lang)],
          [t('thanks.who'), <ReadBy key="who" of={readers} worker={reads.worker.name} />],
        ]}
      />
      <NotMineLink plan={plan.id} what={entry.id} />
      <a className="btn" href="/home">
        {t('thanks.home')}
      </a>
      <a className="btn quiet" href={`/p/${plan.id}/log/new`}>
        {t('thanks.again')}
      </a>
    </>
  )

  function resultIn(result: SeenEntry['result']) {
    const own = young && (result === 'worry' || result === 'good-news' || result === 'plan-used')
    return own ? t(`result.young-${result}`) : t(`result.${result}`)
  }
}

/** Who reads it, or rings, and when. */
export function WhatNext({ reads: { worker, open, next, safeTimes }, ringMe }: { reads: Reads; ringMe?: true }) {
  const { t, lang } = useWords('check-in')
  if (!next) return t('thanks.nextNever', { worker: worker.name })
  if (ringMe && safeTimes && open) return t('thanks.ringSafe', { worker: worker.name })
  if (open)
    return t(ringMe ? 'thanks.ringOpen' : 'thanks.nextOpen', { worker: worker.name, time: timeOfDay(next.until, lang) })
  const from = { worker: worker.name, day: day(next.from, lang), time: timeOfDay(next.from, lang) }
  return t(ringMe ? (safeTimes ? 'thanks.ringClosedSafe' : 'thanks.ringClosed') : 'thanks.nextClosed', from)
}

/** A worry was logged: the page says once more whom to ring, since what was written rings nobody. */
function IfItCannotWait({ reads }: { reads: Reads }) {
  const { t } = useWords('check-in')
  return (
    <section className="card warm">
      <p>{t('reads.danger')}</p>
      <Call className="btn alarm" phone="999" name="999" />
      <p className="mt-3">{t('reads.cannotWait')}</p>
      <CallDuty className="btn quiet" onCall={reads.onCall} />
    </section>
  )
}
