import type { TFunction } from 'i18next'
import type { OwnSaying } from '#app/domain/said/not-mine'
import { dayAndTime } from '../dates'
import { CameBack, type FormState, PersonForm } from '../form'
import { Quote } from '../wording'
import { useWords } from '../words'

/** On everything a person said: a way to say that it was not them. `what` is the entry's, commitment's or worry's public id. */
export function NotMineLink({ plan, what }: { plan: string; what: string }) {
  const { t } = useWords('check-in')
  return (
    <p className="go">
      <a href={`/p/${plan}/not-mine/${what}`}>{t('notMine.link')}</a>
    </p>
  )
}

export type NotMineProps = { plan: string; id: string; worker: string; what: OwnSaying; form: FormState }

/** Asked once more before it is sent: what was said, and what will happen. */
export function NotMinePage({ plan, id, worker, what, form }: NotMineProps) {
  const { t } = useWords('check-in')
  return (
    <>
      <h1>{t('notMine.title')}</h1>
      <CameBack form={form} />
      <p className="card">
        <WhatWasSaid of={what} />
      </p>
      <p>{t('notMine.what', { worker })}</p>
      <p>{t('notMine.safe', { worker })}</p>
      <PersonForm action={`/p/${plan}/not-mine/${id}`} state={form}>
        <button className="btn" type="submit">
          {t('notMine.button')}
        </button>
      </PersonForm>
      <a className="btn quiet" href="/home">
        {t('notMine.back')}
      </a>
    </>
  )
}

function WhatWasSaid({ of }: { of: OwnSaying }) {
  const { t, lang } = useWords('check-in')
  const mine = useWords('mine')
  const scale = useWords('scale')
  const [agree, approve] = [useWords('agree').t, useWords('approve').t]
  const { words, language } = saidIn(of)
  return (
    <>
      {of.kind === 'entry' && (
        <>
          {dayAndTime(of.entry.loggedAt, lang)}
          <br />
          {of.entry.ringMe ? t('ring.press') : t(`result.${of.entry.result}`)}
        </>
      )}
      {of.kind === 'answer' &&
        mine.t('said', { choice: mine.t(`choice.${of.answer.choice}`), day: dayAndTime(of.answer.on, lang) })}
      {of.kind === 'score' && scale.t('said', { value: of.score.value, day: dayAndTime(of.score.on, lang) })}
      {of.kind === 'view' && (
        <>
          {dayAndTime(of.view.on, lang)}
          <br />
          {viewSaid(agree, approve, of.view.view)}
        </>
      )}
      {words && (
        <>
          <br />
          <Quote words={words} language={language} />
        </>
      )}
    </>
  )
}

/** A yes or a no to a story has words of its own. */
export function viewSaid(
  agree: TFunction<'agree'>,
  approve: TFunction<'approve'>,
  view: Extract<OwnSaying, { kind: 'view' }>['view']['view'],
): string {
  return view === 'yes' || view === 'no' ? approve(`view.${view}`) : agree(`view.${view}`)
}

function saidIn(of: OwnSaying): { words?: string; language?: string } {
  switch (of.kind) {
    case 'entry':
      return of.entry
    case 'answer':
      return of.answer
    case 'score':
      return of.score
    case 'view':
      return of.view
  }
}
