import type { LanguageLine } from '#app/domain/desk/translating'
import { Chip } from '../chip'
import { together } from '../lists'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { languageName } from './language-name'
import { PlanPages } from './plan-pages'

/** The languages people read the plan in, and how far each has come. */
export function LanguagesPage({ family, languages }: FamilyHeadProps & { languages: LanguageLine[] }) {
  const { t, lang } = useWords('desk-languages')
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="languages" />
      <h2>{t('title')}</h2>
      {languages.length === 0 && <p className="soft">{t('none')}</p>}
      <ul className="lines">
        {languages.map(({ language, readers, counts }) => (
          <li key={language} className="line">
            <div className="at">
              <a className="press" href={`/desk/families/${family.id}/languages/${language}`}>
                {languageName(language, lang)}
              </a>
            </div>
            <div className="what">
              <p>
                {readers.length > 0
                  ? t('readers', { names: together(readers, lang) })
                  : t('nobody', { language: languageName(language, lang) })}
              </p>
              {readers.length > 0 && <Counts of={counts} />}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

const STATES = ['missing', 'stale', 'draft', 'checked'] as const

/** How many texts stand how; what is none is not said. */
export function Counts({ of }: { of: LanguageLine['counts'] }) {
  const { t } = useWords('desk-languages')
  return (
    <p className="notes">
      {STATES.map(
        (state) =>
          of[state] > 0 && (
            <Chip key={state} is={state === 'checked' ? 'yes' : 'ask'}>
              {t(`count.${state}`, { count: of[state] })}
            </Chip>
          ),
      )}
    </p>
  )
}
