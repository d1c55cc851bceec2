import type { SideLine } from '#app/domain/desk/translating'
import { Chip } from '../chip'
import type { Typed } from '../form'
import { together } from '../lists'
import { directionOf } from '../wording'
import { useWords } from '../words'

type Props = {
  of: SideLine
  language: string
  typed: Partial<Typed>
  /** So many read the language: who reads this text is said when it is not all of them. */
  all: number
  may?: true
}

/** One text: what it says, how its translation stands, and where that is typed. */
export function SideRow({ of, language, typed, all, may }: Props) {
  const { t, lang } = useWords('desk-languages')
  const { id, where, english, state, text, of: earlier, by, readers } = of
  const name = `text-${id}`
  const written = { lang: language, dir: directionOf(language) }
  return (
    <section className="side" id={id}>
      <div>
        <h3 lang="en" dir="ltr">
          {where}
        </h3>
        <p lang="en" dir="ltr">
          {english}
        </p>
        {readers.length < all && <p className="soft">{t('readers', { names: together(readers, lang) })}</p>}
      </div>
      <div>
        <p className="notes">
          <Chip is={state === 'checked' ? 'yes' : 'ask'}>{t(`state.${state}`)}</Chip>
          {by && <span className="soft">{t('by', { name: by })}</span>}
        </p>
        {earlier && (
          <p className="soft">
            {t('staleHidden')} {t('was')}{' '}
            <q lang="en" dir="ltr">
              {earlier}
            </q>
          </p>
        )}
        {may ? (
          <textarea
            name={name}
            aria-label={where}
            rows={Math.min(8, Math.max(2, Math.ceil(english.length / 55)))}
            maxLength={5000}
            defaultValue={typed[name] ?? text}
            {...written}
          />
        ) : (
          text && <p {...written}>{text}</p>
        )}
        {may && text && state !== 'checked' && (
          <label className="choice">
            <input type="checkbox" name="checked" value={id} aria-label={t('checkWhat', { where })} />
            <span>{t('check')}</span>
          </label>
        )}
      </div>
    </section>
  )
}
