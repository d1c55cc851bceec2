import type { Heard, HeardPart } from '#app/domain/access/heard'
import { Words } from './wording'
import { useWords } from './words'

type Props = { plan: string; worker: string; texts: Heard[] }

/**
 * The plan to be listened to: a recorded voice where there is one, without script; else, or where this phone cannot play it, the phone's own voice,
 * by the page's script, where the phone has the language: what it alone can read out is shown by the script. First of all it says that this is out loud.
 */
export function ListenPage({ plan, worker, texts }: Props) {
  const { t, lang } = useWords('listen')
  const parts = [...new Set(texts.map(({ part }) => part))]
  const isRead = texts.some(({ readBy }) => readBy !== undefined)
  return (
    <div className="listen" data-stop={t('stop')}>
      <h1>{t('title')}</h1>
      <p className="card warm">
        <b>{t('loud')}</b> {t('careful')}
      </p>
      <noscript>
        <p className="soft">{t(isRead ? 'noScript' : 'noneYet', { worker })}</p>
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
    <section className="part" hidden={texts.every(({ readBy }) => readBy === undefined)}>
      <h2>{t(`part.${of}`)}</h2>
      {texts.map(({ id, words, who, readBy, type }) => (
        <div key={id} className="card part" hidden={readBy === undefined}>
          {who && <b dir="auto">{who}</b>}
          <p
            data-say={who ? `${who}: ${words.text}` : words.text}
            lang={words.language === lang ? undefined : words.language}
          >
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
