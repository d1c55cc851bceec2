import { useWords } from '../words'

/** Signed out here; `there`: where to sign out of the council's own sign-in too. */
export function SignedOutPage({ there }: { there?: string }) {
  const { t } = useWords('desk-sign-in')
  return (
    <main className="desk-door" id="main">
      <h1>{t('out.title')}</h1>
      <p className="soft">{t(there ? 'out.there' : 'out.notThere')}</p>
      {there && (
        <p>
          <a className="button" href={there}>
            {t('out.press')}
          </a>
        </p>
      )}
      <p>
        <a href="/desk/sign-in">{t('back')}</a>
      </p>
    </main>
  )
}
