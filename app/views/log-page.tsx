import type { SeenEntry, SeenReply } from '#app/domain/access/plan-as-seen'
import type { LogPage as Logged, OwnWordsPage } from '#app/domain/access/read-log'
import type { Result } from '#app/domain/plan/case-file'
import { NotMineLink } from './check-ins/not-mine'
import { Chip } from './chip'
import { day, dayAndTime } from './dates'
import { Earlier } from './earlier'
import { Face } from './face'
import { Quote, Words } from './wording'
import { useWords } from './words'

export type LogPageProps = { plan: string; log: Logged; alsoSaid: OwnWordsPage }

/** What has been logged, newest first and a page at a time, as far as it is this reader's to read. */
export function LogPage({ plan, log, alsoSaid }: LogPageProps) {
  const { t, lang } = useWords('log')
  const url = `/p/${plan}/log`
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="soft">{t('about')}</p>
      <a className="btn" href={`${url}/new`}>
        {t('new')}
      </a>
      {log.entries.map((entry) => (
        <Entry key={entry.id} of={entry} plan={plan} />
      ))}
      {log.entries.length === 0 && <p className="mt-6">{t('nothing')}</p>}
      <Earlier href={log.earlier && `${url}?before=${log.earlier}`} />
      {alsoSaid.words.length > 0 && (
        <section>
          <h2>{t('alsoSaid')}</h2>
          {alsoSaid.words.map(({ id, on, words, oneUp, replies }) => (
            <article key={id} className="card">
              <small className="by">{dayAndTime(on, lang)}</small>
              {words && (
                <p>
                  <Quote words={words} />
                </p>
              )}
              {oneUp && (
                <p>
                  <Quote words={oneUp} />
                </p>
              )}
              {replies.map((reply) => (
                <Reply key={reply.id} of={reply} />
              ))}
            </article>
          ))}
          <Earlier href={alsoSaid.earlier && `${url}?words=${alsoSaid.earlier}`} />
        </section>
      )}
    </>
  )
}

const settled: Result[] = ['done', 'good-news']
const grave: Result[] = ['worry', 'plan-used']

/** One thing logged: who, how it went, the words, when, and what became of it. */
export function Entry({ of, plan }: { of: SeenEntry; plan: string }) {
  const { t, lang } = useWords('log')
  const { by, mine, result, about, words, language, happenedAt, loggedAt } = of
  const late = happenedAt.slice(0, 10) !== loggedAt.slice(0, 10)
  return (
    <article className={mine ? 'card mine' : 'card'}>
      <div className="told-by">
        <Face of={by} />
        <div>
          <b>{mine ? t('you') : by.name}</b>{' '}
          {of.changed ? (
            <s className="soft">{t(`result.${result}`)}</s>
          ) : (
            <Chip is={settled.includes(result) ? 'yes' : grave.includes(result) ? 'ask' : undefined}>
              {of.ringMe ? t('ringMe') : t(`result.${result}`)}
            </Chip>
          )}
          {of.changedFrom && <small className="by">{t('changedFrom', { was: t(`result.${of.changedFrom}`) })}</small>}
          <small className="by">{dayAndTime(happenedAt, lang)}</small>
        </div>
      </div>
      {about && (
        <p className="soft mt-2">
          <Words of={about.words} />
        </p>
      )}
      {words && (
        <p className="mt-2">
          <Quote words={words} language={language} />
        </p>
      )}
      {(late || of.recordedBy) && (
        <small className="by">
          {of.recordedBy && t('recordedBy', { name: of.recordedBy.name })}{' '}
          {late && t('told', { day: day(loggedAt, lang) })}
        </small>
      )}
      {mine && <small className="by">{t(`shared.${of.sharedWith}`)}</small>}
      {of.seenOn && (
        <small className="by">
          {t('seen', { name: of.seenBy?.name ?? t('council'), day: dayAndTime(of.seenOn, lang) })}
        </small>
      )}
      {of.replies.map((reply) => (
        <Reply key={reply.id} of={reply} />
      ))}
      {mine && <NotMineLink plan={plan} what={of.id} />}
    </article>
  )
}

/** What someone at the council wrote back; or, of what may not be read any more, that they wrote. */
export function Reply({ of: { by, on, words, withheld } }: { of: SeenReply }) {
  const { t, lang } = useWords('log')
  const name = by?.name ?? t('council')
  return (
    <div className="told-by mt-3">
      {by && <Face of={by} />}
      <p>
        <b>{name}</b>
        <small className="by">{day(on, lang)}</small>
        {withheld ? t('withheld', { name, ring: withheld.ring.name }) : words && <Quote words={words} />}
      </p>
    </div>
  )
}
