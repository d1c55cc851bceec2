import type { StoryAsked } from '#app/domain/access/stories-asked'
import type { Readers } from '#app/domain/access/who-reads-it'
import { NotMineLink } from '../check-ins/not-mine'
import { WhoMayRead } from '../check-ins/who-may-read'
import { dayAndTime } from '../dates'
import { Choices, Field } from '../fields'
import { CameBack, type FormState, PersonForm, useFaults } from '../form'
import { Reply } from '../log-page'
import { NotChecked } from '../not-checked'
import { Quote } from '../wording'
import { useWords } from '../words'
import { FrameAsked } from './frame-asked'

export type ApprovePageProps = {
  plan: string
  worker: string
  of: StoryAsked
  /** Of the words and pictures the form is about. */
  mark: string
  form: FormState
  readers: Readers[]
}

/** The whole story, frame after frame, and whether the children may read it so. */
export function ApprovePage({ plan, worker, of, mark, form, readers }: ApprovePageProps) {
  const { t } = useWords('approve')
  const own = useWords('form').t
  const faults = useFaults(form)
  const { id, child, frames } = of
  return (
    <>
      <h1>{child ? t('titleOf', { child: child.name }) : t('title')}</h1>
      <CameBack form={form} />
      <p className="soft">{t('lead', { worker })}</p>
      <Mine of={of} plan={plan} />
      <NotChecked of={frames.flatMap(({ words, alt }) => (alt ? [words, alt] : [words]))} />
      {frames.map((frame, at) => (
        <FrameAsked key={frame.part + String(at)} of={frame} plan={plan} at={at} all={frames.length} />
      ))}
      <PersonForm action={`/p/${plan}/approve/${id}`} state={form}>
        <input type="hidden" name="mark" value={mark} />
        <Choices
          name="view"
          label={t('choose')}
          fault={faults.view}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
          value={form.typed.view}
          required
        />
        <Field
          name="words"
          label={t('words')}
          hint={own('empty')}
          value={form.typed.words}
          fault={faults.words}
          rows={4}
        />
        <WhoMayRead readers={readers} worker={worker} value={form.typed.sharedWith} />
        <button className="btn" type="submit">
          {t('send')}
        </button>
      </PersonForm>
    </>
  )
}

/** What the reader said before, what was written back, and that they are asked anew. */
function Mine({ of: { mine }, plan }: { of: StoryAsked; plan: string }) {
  const { t, lang } = useWords('approve')
  if (!mine) return null
  return (
    <section className="card mine">
      <p>
        <b>{t(`view.${mine.view}`)}</b> {mine.words && <Quote words={mine.words} language={mine.language} />}
        <small className="by">{t('again', { day: dayAndTime(mine.on, lang) })}</small>
      </p>
      {mine.replies.map((reply) => (
        <Reply key={reply.id} of={reply} />
      ))}
      <NotMineLink plan={plan} what={mine.id} />
      {mine.stale && (
        <p>
          <b>{t('stale')}</b>
        </p>
      )}
    </section>
  )
}
