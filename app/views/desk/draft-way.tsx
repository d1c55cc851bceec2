import type { ReactNode } from 'react'
import type { Way } from '#app/domain/desk/way-of-draft'
import { together } from '../lists'
import { useWords } from '../words'
import { shortWhen } from './when'

type Props = {
  family: string
  of: Way
  /** Since when another version is shown: this one is behind it. */
  shown?: string
  isWritten: boolean
}

/** How far a plan has come on the way to being published, whose turn it is, by name, and the reader's own next act. */
export function DraftWay({ family, of, shown, isWritten }: Props) {
  const families = useWords('desk-families').t
  const { t, lang } = useWords('desk-publish')
  const { made, asked, sentBack, may } = of
  return (
    <section className="told">
      <p>
        <b>{shown ? t('newVersion') : families('draftPlan.title')}</b>
        {shown && ` ${t('stillShown', { when: shortWhen(shown, lang) })}`}
      </p>
      {sentBack && (
        <blockquote className="said">
          <p className="notes">
            <span>{t('sentBack', { name: sentBack.name })}</span>
            <span>{shortWhen(sentBack.on, lang)}</span>
          </p>
          <p dir="auto">{sentBack.words}</p>
        </blockquote>
      )}
      <ol className="way" aria-label={t('way')}>
        <Step on={made.on}>{t('brought', { name: made.name })}</Step>
        {asked ? (
          <Step on={asked.on}>{t('asked', { name: asked.name })}</Step>
        ) : (
          <Step next>{t('toAsk', { names: together(of.askers, lang) })}</Step>
        )}
        <Endorsement of={of} />
        {of.domesticAbuse && <Check of={of} />}
        <Step>{t('then')}</Step>
      </ol>
      <Acts family={family} may={isWritten ? { ...may, replace: false } : may} isAsked={!!asked} />
    </section>
  )
}

/** One step: done with its time, next, or later. */
function Step({ on, next, children }: { on?: string; next?: boolean; children: ReactNode }) {
  const { lang } = useWords('desk-publish')
  return (
    <li className={on ? 'step done' : next ? 'step next' : 'step'} aria-current={next ? 'step' : undefined}>
      {children}
      {on && <small> {shortWhen(on, lang)}</small>}
    </li>
  )
}

function Endorsement({ of: { asked, endorsed, endorsers } }: { of: Way }) {
  const { t, lang } = useWords('desk-publish')
  if (endorsed) return <Step on={endorsed.on}>{t('endorsed', { name: endorsed.name })}</Step>
  if (endorsers.length === 0) return <Step next={!!asked}>{t('nobodyEndorses')}</Step>
  const names = together(endorsers, lang)
  return (
    <Step next={!!asked}>
      {asked ? t('toEndorse', { names }) : t('endorseLater', { names })}
      {endorsers.length > 1 && <small> {t('oneIsEnough')}</small>}
    </Step>
  )
}

function Check({ of: { asked, checked, checker = '' } }: { of: Way }) {
  const { t } = useWords('desk-publish')
  if (checked) return <Step on={checked.on}>{t('checked', { name: checked.name })}</Step>
  return <Step next={!!asked}>{asked ? t('toCheck', { name: checker }) : t('checkLater')}</Step>
}

function Acts({ family, may, isAsked }: { family: string; may: Way['may']; isAsked: boolean }) {
  const { t } = useWords('desk-publish')
  const check = useWords('desk-check').t
  const url = `/desk/families/${family}`
  return (
    <p className="acts">
      {may.ask && !isAsked && (
        <a className="button" href={`${url}/ask`}>
          {t('act.ask')}
        </a>
      )}
      {may.endorse && (
        <a className="button" href={`${url}/endorse`}>
          {t('act.endorse')}
        </a>
      )}
      {may.check && (
        <a className="button" href={`${url}/check`}>
          {t('act.check')}
        </a>
      )}
      {may.sendBack && !may.endorse && (
        <a className="press" href={`${url}/send-back`}>
          {t('act.sendBack')}
        </a>
      )}
      {may.ask && isAsked && (
        <a className="press" href={`${url}/ask`}>
          {t('act.askAgain')}
        </a>
      )}
      <a className="press" href={`${url}/findings`}>
        {check('link')}
      </a>
      {may.replace && (
        <a className="press" href={`${url}/replace`}>
          {t('replace.link')}
        </a>
      )}
    </p>
  )
}
