import { useWords } from '../../words'
import { type DeskForm, TicketForm } from '../ticket-form'
import { useLabels } from './labels'

export type LeftOverProps = {
  lines: { id: string; text: string }[]
  /** The worries a line may go to, first to last. */
  worries: string[]
  lists: { worry: string[]; plan: string[] }
}

/** A plan that was written elsewhere, line by line on its way to where it belongs. */
export function LeftOver({
  lines,
  worries,
  lists,
  action,
  form,
  revision,
}: LeftOverProps & { action: string; form: DeskForm; revision: number }) {
  const { t } = useWords('desk-edit')
  const labels = useLabels()
  const typed: Partial<Record<string, string>> = form.notice ? form.typed : {}
  const ofWorry = (at: number) => (worries.length > 1 ? ` (${t('worry', { number: at + 1 })})` : '')
  return (
    <TicketForm action={action} form={form} className="left-over">
      <h2 className="part-title">{t('part.left')}</h2>
      <p className="soft">{t('about.left')}</p>
      <input type="hidden" name="seen" value={revision} />
      {lines.length > 0 && (
        <>
          <ul className="written">
            {lines.map(({ id, text }, at) => (
              <li key={id} className="sort">
                <p id={`line-${id}`} dir="auto">
                  {text}
                </p>
                <select
                  name={`line.${id}`}
                  aria-label={t('left.where', { number: at + 1 })}
                  aria-describedby={`line-${id}`}
                  defaultValue={typed[`line.${id}`] ?? ''}
                >
                  <option value="">{t('left.stay')}</option>
                  {worries.flatMap((worry, number) =>
                    lists.worry.map((key) => (
                      <option key={worry + key} value={`${worry}|${key}`}>
                        {labels.key(key) + ofWorry(number)}
                      </option>
                    )),
                  )}
                  {lists.plan.map((key) => (
                    <option key={key} value={`~plan|${key}`}>
                      {labels.key(key)}
                    </option>
                  ))}
                  <option value="throw">{t('left.throw')}</option>
                </select>
              </li>
            ))}
          </ul>
          <p>
            <button type="submit" className="button">
              {t('left.sort')}
            </button>
          </p>
        </>
      )}
      <div className="field">
        <label htmlFor="paste">{t('left.paste')}</label>
        <textarea id="paste" name="paste" rows={8} dir="auto" defaultValue={typed.paste} />
        <small>{t('left.pasteHow')}</small>
      </div>
      <button type="submit" className={lines.length > 0 ? 'button quiet' : 'button'}>
        {t('left.split')}
      </button>
    </TicketForm>
  )
}
