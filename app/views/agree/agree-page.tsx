import type { Asked } from '#app/domain/access/asked-of'
import { useWords } from '../words'
import { MyView } from './my-view'
import { Texts } from './texts'

export type AgreePageProps = { plan: string; worker: string; asked: Asked[] }

const PLACES: Asked['place'][] = ['worries', 'rules', 'triggers', 'commitments', 'other']

/** What the reader thinks of the plan: of all of it, of each worry, and which sentence is wrong. One form a page. */
export function AgreePage({ plan, worker, asked }: AgreePageProps) {
  const { t } = useWords('agree')
  const url = `/p/${plan}/agree`
  const sentences = asked.filter(({ kind }) => kind === 'sentence')
  const said = sentences.filter(({ mine }) => mine)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="soft">{t('free', { worker })}</p>
      {asked
        .filter(({ kind }) => kind !== 'sentence')
        .map((one) => (
          <section key={one.id} className={one.mine ? 'card mine' : 'card'}>
            <h2 className="mt-0">{t(`ask.${one.kind}`)}</h2>
            <Texts of={one.words} />
            <MyView of={one} />
            <a className={one.mine && !one.mine.stale ? 'btn quiet' : 'btn'} href={`${url}/${one.id}`}>
              {t(one.mine ? 'again' : 'say')}
            </a>
          </section>
        ))}
      {said.length > 0 && (
        <section>
          <h2>{t('saidWrong')}</h2>
          {said.map((one) => (
            <div key={one.id} className="card mine">
              <Texts of={one.words} />
              <MyView of={one} />
              <p className="go">
                <a href={`${url}/${one.id}`}>{t('again')}</a>
              </p>
            </div>
          ))}
        </section>
      )}
      <h2>{t('sentences')}</h2>
      <p className="soft">{t('sentencesLead', { worker })}</p>
      {PLACES.map((place) => (
        <Sentences key={place} place={place} of={sentences.filter((one) => one.place === place)} url={url} />
      ))}
    </>
  )
}

function Sentences({ place, of, url }: { place: Asked['place']; of: Asked[]; url: string }) {
  const { t } = useWords('agree')
  if (of.length === 0) return null
  return (
    <details className="fold">
      <summary>
        <h2>{t(`place.${place}`)}</h2>
        <small>{of.length}</small>
      </summary>
      {of.map((one) => (
        <div key={one.id} className="card">
          <Texts of={one.words} />
          <p className="go">
            <a href={`${url}/${one.id}`}>{t('isWrong')}</a>
          </p>
        </div>
      ))}
    </details>
  )
}
