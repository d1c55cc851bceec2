import type { Heard, HeardPart } from '#app/domain/access/heard'
import { Words } from './wording'
import { useWords } from './words'

type Props = { plan: string; texts: Heard[] }

/**
 * The plan to be listened to: a recorded voice where there is one, without script; else, or where this phone cannot play it, the phone's own voice,
 * by the page's script, where the phone has the language. First of all it says that this is out loud.
 */
export function ListenPage({ plan, texts }: Props) {
  const { t, lang } = useWords('listen')
  const parts = [...new Set(texts.map(({ part }) => part))]
  return (
    <div className="listen" data-stop={t('stop')}>
      <h1>{t('title')}</h1>
      <p className="card warm">
        <b>{t('loud')}</b> {t('careful')}
      </p>
      <noscript>
        <p className="soft">{t('noScript')}</p>
      </noscript>
      <p className="card" id="no-voice" role="status" hidden>
        {t('none')}
      </p>
      {parts.map((part) => (
        <Part key={part} of={part} texts={texts.filter((text) => text.part === part)} plan={plan} lang={lang} />
      ))}
    </div>
  )
}

function Part({ of, texts, plan, lang }: { of: HeardPart; texts: Heard[]; plan: string; lang: string }) {
  const { t } = useWords('listen')
  return (
    <section>
      <h2>{t(`part.${of}`)}</h2>
      {texts.map(({ id, words, readBy, type }) => (
        <div key={id} className="card">
          <p data-say={words.text} lang={words.language === lang ? undefined : words.language}>
            <Words of={words} />
          </p>
          {readBy !== undefined && (
            <>
              {/* biome-ignore lint/a11y/useMediaCaption: its words stand above it */}
              <audio controls preload="none">
                <source src={`/p/${plan}/listen/${id}`} type={type} />
              </audio>
              {readBy && <small className="by">{t('readBy', { name: readBy })}</small>}
            </>
          )}
          <button type="button" className="btn quiet" data-lang={words.language} hidden>
            {t('play')}
          </button>
        </div>
      ))}
    </section>
  )
}
