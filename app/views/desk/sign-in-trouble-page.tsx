import { useWords } from '../words'
import { Languages } from './frame'

/** Why somebody is not signed in: the council's own sign-in, or what it says of them. */
export type SignInTrouble =
  | 'away'
  | 'start-again'
  | 'refused'
  | 'not-anew'
  | 'no-role'
  | 'left'
  | 'not-theirs'
  | 'groups-left-out'
  | 'no-name'
  | 'email-not-verified'

/** What to do and whom to ask; for those who look after the sign-in, the one line they need. */
export function SignInTroublePage({ why }: { why: SignInTrouble }) {
  const { t } = useWords('desk-sign-in')
  return (
    <main className="desk-door" id="main">
      <h1>{t(why === 'away' ? 'trouble.later' : why === 'start-again' ? 'trouble.again' : 'trouble.title')}</h1>
      <p>{t(`why.${why}`)}</p>
      <p className="soft">{t(`ask.${why}`)}</p>
      <p>
        <a className="button" href="/desk/sign-in">
          {t('back')}
        </a>
      </p>
      <Languages />
    </main>
  )
}
