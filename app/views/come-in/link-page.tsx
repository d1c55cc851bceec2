import { useWords } from '../words'

/** What a link from a text shows, whatever became of it: nothing is looked up before the button is pressed. */
export function LinkPage({ busy }: { busy?: boolean }) {
  const { t } = useWords('link')
  return (
    <>
      <h1>{t('title')}</h1>
      {busy && (
        <p className="card warm" role="alert">
          {t('busy')}
        </p>
      )}
      <p>{t('what')}</p>
      <form method="post">
        <button className="btn" type="submit">
          {t('continue')}
        </button>
      </form>
      <details className="mt-12">
        <summary>{t('notYou.title')}</summary>
        <p>{t('notYou.what')}</p>
        {/* Without a path it is sent to this very address, so that the page is the same for every link. */}
        <form method="post" action="?stop">
          <button className="btn quiet" type="submit">
            {t('notYou.stop')}
          </button>
        </form>
      </details>
    </>
  )
}
