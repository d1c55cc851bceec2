import type { SeenPosition, SeenWorry, Wording } from '#app/domain/access/plan-as-seen'
import { Quote, Words, WordsList } from '../wording'
import { useWords } from '../words'
import { NextSteps } from './next-steps'
import { type Holder, Open } from './part'
import { Scores } from './scores'

type WorriesProps = { of: SeenWorry[]; scaleUrl: string; agreeUrl?: string; In?: Holder }

/** One worry at a time: with several, opening one closes the other. */
export function Worries({ of, scaleUrl, agreeUrl, In = Open }: WorriesProps) {
  const { t } = useWords('plan')
  const [only] = of
  if (!only) return null
  return (
    <In id="worries" heading={t('worries')}>
      {of.length === 1 ? (
        <section className="card">
          <Worry of={only} scaleUrl={scaleUrl} agreeUrl={agreeUrl} />
        </section>
      ) : (
        of.map((worry, i) => (
          <details key={worry.id} className="card" name="worry" open={worry === only}>
            <summary>{t('worryNumber', { number: i + 1 })}</summary>
            <Worry of={worry} scaleUrl={scaleUrl} agreeUrl={agreeUrl} />
          </details>
        ))
      )}
    </In>
  )
}

function Worry({ of, scaleUrl, agreeUrl }: Omit<WorriesProps, 'of' | 'In'> & { of: SeenWorry }) {
  const { t } = useWords('plan')
  return (
    <>
      <Part heading={t('danger')} of={of.dangers} />
      {of.harm && (
        <details>
          <summary>{t('harm')}</summary>
          <p>
            <Words of={of.harm} />
          </p>
        </details>
      )}
      <Part heading={t('goal')} of={of.goal ? [of.goal] : []} />
      <Part heading={t('familyGoal')} of={of.familyGoal ? [of.familyGoal] : []} />
      <Scores of={of} scaleUrl={scaleUrl} />
      <Part heading={t('bottomLines')} of={of.bottomLines} listed />
      <NextSteps of={of.nextSteps} />
      {of.complicating.length > 0 && (
        <details>
          <summary>{t('complicating')}</summary>
          <WordsList of={of.complicating} className="dots" />
        </details>
      )}
      {of.positions.length > 0 && (
        <details>
          <summary>{t('positions')}</summary>
          {of.positions.map((position) => (
            <Position key={position.by.id} of={position} />
          ))}
        </details>
      )}
      {agreeUrl && of.dangers.length > 0 && <a href={`${agreeUrl}/${of.id}`}>{t('askWorry')}</a>}
    </>
  )
}

function Part({ heading, of, listed }: { heading: string; of: Wording[]; listed?: true }) {
  if (of.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      {listed ? (
        <WordsList of={of} className="dots" />
      ) : (
        of.map((wording) => (
          <p key={'text' in wording ? wording.text : wording.byVoice}>
            <Words of={wording} />
          </p>
        ))
      )}
    </>
  )
}

function Position({ of: { by, view, words, language } }: { of: SeenPosition }) {
  const { t } = useWords('plan')
  return (
    <p>
      <b>{by.you ? t('youCapital') : by.name}:</b> {t(`position.${view}`)}{' '}
      {words && <Quote words={words} language={language} />}
    </p>
  )
}
