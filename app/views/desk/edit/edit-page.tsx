import type { Part } from '#app/domain/plan/draft/parts'
import type { EditorPart } from '#app/domain/record/writing/page'
import { useWords } from '../../words'
import { FamilyHead, type FamilyHeadProps } from '../family-head'
import { PlanPages } from '../plan-pages'
import { type DeskForm, TicketForm } from '../ticket-form'
import { shortWhen } from '../when'
import { Block } from './block'
import { WritingContext } from './context'
import { Gone } from './gone'
import { LeftOver, type LeftOverProps } from './left-over'

export const PAGES = ['family', 'well', 'worried', 'scale', 'goals', 'signs', 'tasks', 'dates'] as const

export type EditPageProps = FamilyHeadProps & {
  part: Part | 'left'
  open?: string
  revision: number
  form: DeskForm
  /** Where the script saves, its ticket there, and whose words it keeps in the tab meanwhile. */
  saves: { url: string; ticket: string; by: string }
  /** Something was not taken out, because somebody had changed it. */
  isChanged: boolean
  /** The version it was begun from came back, and why. */
  sentBack?: { name: string; words: string }
  page: EditorPart
  left: Omit<LeftOverProps, 'form'>
}

/** One page of the plan while it is written: everything on it can be written in, and is saved by any press. */
export function EditPage({
  family,
  part,
  open,
  revision,
  form,
  saves,
  isChanged,
  sentBack,
  page,
  left,
}: EditPageProps) {
  const { t } = useWords('desk-edit')
  const publish = useWords('desk-publish').t
  const url = `/desk/families/${family.id}/plan/edit`
  const typed = form.notice ? form.typed : {}
  const next = PAGES[PAGES.indexOf(part as Part) + 1]
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="edit" />
      <nav className="parts" aria-label={t('parts')}>
        {PAGES.map((one) => (
          <a key={one} className="part" href={`${url}/${one}`} aria-current={one === part ? 'page' : undefined}>
            {t(`part.${one}`)}
          </a>
        ))}
        <a className="part" href={`${url}/left`} aria-current={part === 'left' ? 'page' : undefined}>
          {t('part.left')} {page.leftOver > 0 && <span className="count">{page.leftOver}</span>}
        </a>
      </nav>
      {sentBack && (
        <blockquote className="said">
          <p className="notes">{publish('sentBack', { name: sentBack.name })}</p>
          <p dir="auto">{sentBack.words}</p>
        </blockquote>
      )}
      <WritingContext.Provider value={{ names: page.names, viewers: page.viewers, typed, family: family.id, open }}>
        {isChanged && (
          <p className="told" role="status">
            {t('changedSince')}
          </p>
        )}
        {part === 'left' ? (
          <LeftOver {...left} action={`${url}/left`} form={form} revision={revision} />
        ) : (
          <div
            className="writing"
            data-save={saves.url}
            data-ticket={saves.ticket}
            data-by={saves.by}
            data-seen={revision}
            {...says(t)}
          >
            <TicketForm action={open ? `${url}/${part}?open=${open}` : `${url}/${part}`} form={form} noValidate>
              {/* Enter in a field without script is this one. */}
              <button type="submit" name="do" value="" className="only-heard" tabIndex={-1} aria-hidden="true" />
              <input type="hidden" name="seen" value={revision} />
              <h2 className="part-title">{t(`part.${part}`)}</h2>
              <p className="soft">{t(`about.${part}`)}</p>
              {page.blocks.map((block) => (
                <Block
                  key={'list' in block ? block.list.key : 'one' in block ? block.one.key : 'worries'}
                  of={block}
                  title={t(`part.${part}`)}
                />
              ))}
              <Gone of={page.gone} />
              <div className="save-bar">
                <button type="submit" name="do" value="save" className="button">
                  {t('save')}
                </button>
                {next && (
                  <button type="submit" name="do" value={`next|${next}`} className="button quiet">
                    {t('saveAndNext', { part: t(`part.${next}`) })}
                  </button>
                )}
                <LastSaved of={page.saved} />
              </div>
            </TicketForm>
          </div>
        )}
      </WritingContext.Provider>
      <After family={family.id} page={page} />
    </>
  )
}

/** The script’s words, in the reader’s language: it has none of its own. */
function says(t: ReturnType<typeof useWords<'desk-edit'>>['t']) {
  return {
    'data-saving': t('state.saving'),
    'data-saved': t('state.saved'),
    'data-not-saved': t('state.notSaved'),
    'data-signed-out': t('state.signedOut'),
    'data-closed': t('state.closed'),
  }
}

function LastSaved({ of }: { of: EditorPart['saved'] }) {
  const { t, lang } = useWords('desk-edit')
  return (
    <p className="soft state" role="status">
      {of ? t('lastSaved', { when: shortWhen(of.at, lang), name: of.by }) : t('nothingSaved')}
    </p>
  )
}

/** What can be done with the draft as a whole. */
function After({ family, page }: { family: string; page: EditorPart }) {
  const { t } = useWords('desk-edit')
  const url = `/desk/families/${family}/plan`
  return (
    <footer className="after">
      {page.viewers.length > 0 && (
        <nav className="viewers" aria-label={t('asPerson')}>
          <span>{t('asPerson')}</span>
          {page.viewers.map(({ id, name }) => (
            <a key={id} className="press" href={`${url}/draft-as/${id}`}>
              {name}
            </a>
          ))}
        </nav>
      )}
      {page.waiting > 0 && <p className="told">{t('waiting', { count: page.waiting })}</p>}
      <p className="acts">
        <a className="button" href={`${url}/finish`}>
          {t('finish.link')}
        </a>
        <a className="press" href={url}>
          {t('toPlan')}
        </a>
      </p>
    </footer>
  )
}
