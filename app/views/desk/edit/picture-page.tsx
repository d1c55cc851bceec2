import type { SymbolName } from '#app/domain/plan/pictures/symbols'
import { Field } from '../../fields'
import { useWords } from '../../words'
import { FamilyHead, type FamilyHeadProps } from '../family-head'
import { type DeskForm, TicketForm } from '../ticket-form'

type Props = FamilyHeadProps & {
  back: string
  url: string
  symbols: SymbolName[]
  frame: { words: string; toDraw: string; alt: string }
  /** The picture that stands there. */
  file?: string
  form: DeskForm<'alt' | 'symbol'>
  refused?: 'not-a-picture' | 'moves' | 'too-many-pixels' | 'nothing' | 'no-words'
}

/** A picture for one frame of a story: a photo of a drawing, or a symbol, and what is to be seen in it. */
export function PicturePage({ family, back, url, symbols, frame, file, form, refused }: Props) {
  const { t } = useWords('desk-picture')
  const pictures = `/desk/families/${family.id}/pictures`
  const typed = form.typed
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <p className="crumb">
        <a className="press" href={back}>
          {t('back')}
        </a>
      </p>
      <h2 className="part-title">{t('title')}</h2>
      {frame.words && (
        <blockquote className="said">
          <p dir="auto">{frame.words}</p>
          {frame.toDraw && <p className="notes">{t('toDraw', { words: frame.toDraw })}</p>}
        </blockquote>
      )}
      <TicketForm action={url} form={form} upload className="picturing" faults={refused ? [t(`why.${refused}`)] : []}>
        {file && (
          <p>
            <img className="stands" src={`${pictures}/${file}`} alt={frame.alt} />
          </p>
        )}
        <div className="field">
          <label htmlFor="file">{t(file ? 'another' : 'photo')}</label>
          <small className="by" id="file-hint">
            {t('photoHint')}
          </small>
          <input
            type="file"
            id="file"
            name="file"
            accept="image/jpeg,image/png,image/webp"
            aria-describedby="file-hint"
          />
        </div>
        <fieldset className="symbols">
          <legend>{t('symbols')}</legend>
          {symbols.map((name) => (
            <label key={name} className="symbol-pick">
              <input type="radio" name="symbol" value={name} defaultChecked={typed.symbol === name} />
              <img src={`${pictures}/symbol-${name}.svg`} alt="" width="56" height="56" loading="lazy" />
              <span>{t(`symbol.${name}`)}</span>
            </label>
          ))}
          <small className="by">{t('attribution')}</small>
        </fieldset>
        <Field
          name="alt"
          label={t('alt')}
          hint={t('altHint')}
          value={typed.alt ?? (frame.alt || frame.toDraw)}
          rows={2}
          maxLength={500}
        />
        <p className="acts">
          <button className="button" type="submit" name="do" value="put">
            {t('put')}
          </button>
          {file && (
            <button className="button quiet" type="submit" name="do" value="none">
              {t('takeOut')}
            </button>
          )}
        </p>
      </TicketForm>
    </>
  )
}
