import type { WordsAt, WordsOfPlan } from '#app/domain/desk/words-for-staff'
import { together } from '../lists'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { languageName } from './language-name'
import { PlanPages } from './plan-pages'

export type WordsPageProps = FamilyHeadProps & {
  words: WordsOfPlan | null
}

/** What in a plan could be said in plainer words: an idea each, with the way to it. Nothing here stops anybody. */
export function WordsPage({ family, words }: WordsPageProps) {
  const { t, lang } = useWords('desk-words')
  if (!words) return <FamilyHead family={family} />
  const { age, target, at, languages } = words
  const others = together(
    languages.map((tag) => languageName(tag, lang)),
    lang,
  )
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="words" />
      <h2>{t('title')}</h2>
      <p>
        {age !== undefined && <b>{t('age', { age })}</b>}{' '}
        {age !== undefined && age <= target.to ? t('plainEnough') : t('target', target)}
      </p>
      <p className="soft">
        {t('lead')} {others && t('only', { languages: others })} {t('who')}
      </p>
      {at.length === 0 && <p className="told">{t('none')}</p>}
      <ul className="lines mt-4">
        {at.map((one) => (
          <Line key={one.item + one.place} family={family.id} of={one} />
        ))}
      </ul>
    </>
  )
}

function Line({ family, of: { item, place, found } }: { family: string; of: WordsAt }) {
  const { t } = useWords('desk-words')
  return (
    <li className="line">
      <div className="at" lang="en" dir="ltr">
        {place}
      </div>
      <div className="what">
        {found.map(({ kind, words, offer, age, count }) => (
          <div key={kind + words}>
            {words && (
              <blockquote className="said" lang={kind === 'not-english' ? undefined : 'en'} dir="auto">
                {words}
              </blockquote>
            )}
            <p>
              {t(`found.${kind}`, { age, count })} {offer && <b lang="en">{offer}</b>}
            </p>
          </div>
        ))}
      </div>
      <div className="act">
        <a className="press" href={`/desk/families/${family}/plan#${item}`} aria-label={t('goTo', { place })}>
          {t('go')}
        </a>
      </div>
    </li>
  )
}
