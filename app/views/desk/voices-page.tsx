import type { VoiceLine } from '#app/domain/record/voices/put-voice'
import { type Language, languages } from '#locales/languages'
import { Chip } from '../chip'
import { Field } from '../fields'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { PlanPages } from './plan-pages'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = FamilyHeadProps & {
  language: Language
  lines: VoiceLine[]
  form: DeskForm<'text' | 'readBy'>
  refused?: 'not-a-voice' | 'too-long' | 'no-file' | 'no-text' | 'no-name'
}

/** The plan's texts in one language, and whose voice reads each out: a small recording is put beside one at a time. */
export function VoicesPage({ family, language, lines, form, refused }: Props) {
  const { t } = useWords('desk-voices')
  const url = `/desk/families/${family.id}/plan/voices`
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="voices" />
      <h2>{t('title')}</h2>
      <p className="soft">{t('about')}</p>
      <nav className="viewers" aria-label={t('language')}>
        {Object.entries(languages).map(([code, name]) => (
          <a
            key={code}
            className="press"
            href={`${url}?in=${code}`}
            lang={code}
            aria-current={code === language ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <TicketForm action={`${url}?in=${language}`} form={form} upload faults={refused ? [t(`why.${refused}`)] : []}>
        <fieldset className="lines voices">
          <legend>{t('which')}</legend>
          {lines.map(({ id, where, words, readBy, stale }) => (
            <div key={id} className="line">
              <label className="what">
                <input type="radio" name="text" value={id} defaultChecked={form.typed.text === id} />{' '}
                <span dir="auto">{words}</span> <small className="by">{where}</small>
              </label>
              {readBy && (
                <span className="acts">
                  <Chip is={stale ? 'ask' : 'yes'}>{t(stale ? 'stale' : 'readBy', { name: readBy })}</Chip>
                  <button type="submit" name="do" value={`out|${id}`} className="press">
                    {t('takeOut')}
                  </button>
                </span>
              )}
            </div>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="file">{t('file')}</label>
          <small className="by" id="file-hint">
            {t('fileHint')}
          </small>
          <input
            type="file"
            id="file"
            name="file"
            accept="audio/mpeg,audio/mp4,audio/x-m4a,audio/ogg,audio/webm"
            aria-describedby="file-hint"
          />
        </div>
        <Field name="readBy" label={t('who')} hint={t('whoHint')} value={form.typed.readBy} maxLength={80} />
        <button className="button" type="submit" name="do" value="put">
          {t('put')}
        </button>
      </TicketForm>
    </>
  )
}
