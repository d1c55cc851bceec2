import type { ShownField } from '#app/domain/plan/draft/shown'
import { useWords } from '../../words'
import { shortWhen } from '../when'

/** What two people wrote in one place: somebody chooses, nothing wins by itself. */
export function Beside({ of }: { of: Pick<ShownField, 'beside'> }) {
  const { t, lang } = useWords('desk-edit')
  return of.beside.map(({ id, words, by, at, theirs }) => (
    <div key={id} className="told beside-words">
      <p>
        {theirs
          ? t('beside.both', { name: theirs.by, when: shortWhen(theirs.at, lang), other: by, at: shortWhen(at, lang) })
          : t('beside.one', { name: by, when: shortWhen(at, lang) })}
      </p>
      <textarea
        name={`beside.${id}`}
        aria-label={t('beside.words', { name: by })}
        rows={2}
        dir="auto"
        defaultValue={words}
      />
      <p className="acts">
        <button type="submit" name="do" value={`use|${id}`} className="button next">
          {t('beside.use')}
        </button>
        <button type="submit" name="do" value={`drop|${id}`} className="press">
          {t('beside.drop')}
        </button>
        <button type="submit" name="do" value={`both|${id}`} className="press">
          {t('beside.together')}
        </button>
      </p>
    </div>
  ))
}
