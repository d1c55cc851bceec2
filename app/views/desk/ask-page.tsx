import { together } from '../lists'
import { useWords } from '../words'
import { HandForm, type HandPageProps, PlanCrumb, StandsInTheWay } from './hand-form'
import { ThingsFound } from './things-found'

type Props = HandPageProps & {
  /** Whom it goes to; nobody when it is endorsed already. */
  endorsers: string[]
  /** Who may be named for the second check, where one is needed. */
  checkers: { id: string; name: string }[]
  domesticAbuse: boolean
}

/** What was found comes first; a plan that would tell somebody what is kept from them is sent to nobody. */
export function AskPage({ endorsers, checkers, domesticAbuse, ...page }: Props) {
  const { t, lang } = useWords('desk-publish')
  const check = useWords('desk-check').t
  const { family, form, found = [] } = page
  const stuck = domesticAbuse && checkers.length === 0
  return (
    <>
      <PlanCrumb of={family} />
      <h1>{t('asking.title')}</h1>
      <StandsInTheWay of={found} />
      <ThingsFound family={family.id} of={page.lookAt} safe={found.length === 0} />
      {found.length > 0 && (
        <p>
          <a className="button" href={`/desk/families/${family.id}/replace`}>
            {t('replace.link')}
          </a>{' '}
          <a className="press" href={`/desk/families/${family.id}/findings`}>
            {check('link')}
          </a>
        </p>
      )}
      {found.length === 0 && stuck && <p className="told">{t('nobodyChecks')}</p>}
      {found.length === 0 && !stuck && (
        <HandForm {...page} act="ask" send={t('asking.send')}>
          {endorsers.length > 0 && (
            <p>
              {t('asking.who', { names: together(endorsers, lang) })} {endorsers.length > 1 && t('oneIsEnough')}{' '}
              {t('asking.seeHere')}
            </p>
          )}
          {domesticAbuse && (
            <fieldset className="field" aria-describedby="checker-hint">
              <legend>{t('asking.checker')}</legend>
              <small id="checker-hint">{t('asking.checkerHint')}</small>
              {checkers.map(({ id, name }) => (
                <label key={id} className="choice">
                  <input type="radio" name="checker" value={id} required defaultChecked={form.typed.checker === id} />
                  <span>{name}</span>
                </label>
              ))}
            </fieldset>
          )}
        </HandForm>
      )}
    </>
  )
}
