import type { ReactNode } from 'react'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { money } from './money'
import { ReplyRow, type ReplyRowLine, TextRow, type TextRowLine } from './text-row'
import { shortWhen } from './when'

type Lines = { texts: TextRowLine[]; replies: ReplyRowLine[] }
type Down = { downSince?: string }

/** Every text to and from one family, newest first, and what they have cost. */
export function FamilyTextsPage({ family, texts, replies, downSince }: FamilyHeadProps & Lines & Down) {
  const { t } = useWords('desk-texts')
  return (
    <>
      <FamilyHead family={family} on="texts" />
      <TextsDown since={downSince} />
      {family.published ? <Sum of={texts} /> : <NotPublished family={family.id} />}
      {family.published && texts.length === 0 && replies.length === 0 && <p>{t('none')}</p>}
      <List heading={t('replies')}>
        {replies.map((reply) => (
          <ReplyRow key={reply.id} of={reply} />
        ))}
      </List>
      <List heading={t('list')}>
        {texts.map((text) => (
          <TextRow key={text.id} of={text} />
        ))}
      </List>
    </>
  )
}

const groups = ['needYou', 'waitingList', 'rest'] as const
/** Of what has gone, a glance is enough here; a family's own page has it all. */
const MOST_SENT = 20

/** The texts of all one's families: what needs somebody first, then what waits, then the last that went. */
export function DeskTextsPage({
  families,
  downSince,
}: { families: ({ family: FamilyHeadProps['family'] } & Lines)[] } & Down) {
  const { t } = useWords('desk-texts')
  const all = families.flatMap(({ texts }) => texts).sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <>
      <h1>{t('title')}</h1>
      <TextsDown since={downSince} />
      <Sum of={all} />
      <ul className="tabs">
        {families.map(({ family }) => (
          <li key={family.id}>
            <a
              className="tab"
              href={`/desk/families/${family.id}/texts`}
              aria-label={t('family', { family: family.name })}
            >
              {family.name}
            </a>
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <List key={group} heading={t(group)}>
          {all
            .filter((text) => groupOf(text) === group)
            .slice(0, group === 'rest' ? MOST_SENT : undefined)
            .map((text) => (
              <TextRow key={text.id} of={text} />
            ))}
        </List>
      ))}
    </>
  )
}

function groupOf({ state, may }: TextRowLine): (typeof groups)[number] {
  if (may.markSeen) return 'needYou'
  return state.is === 'waiting' ? 'waitingList' : 'rest'
}

function Sum({ of }: { of: TextRowLine[] }) {
  const { t, lang } = useWords('desk-texts')
  const charged = of.filter(({ state }) => state.is === 'sent' || state.is === 'delivered' || state.is === 'failed')
  const count = charged.reduce((sum, { segments = 0 }) => sum + segments, 0)
  const pence = charged.reduce((sum, { pence = 0 }) => sum + pence, 0)
  return <p className="notes">{t('sum', { count, cost: money(pence, lang) })}</p>
}

/** Said wherever somebody may be waiting for a text. */
export function TextsDown({ since }: { since?: string }) {
  const { t, lang } = useWords('desk-texts')
  if (!since) return null
  return (
    <p className="told" role="status">
      {t('down', { when: shortWhen(since, lang) })}
    </p>
  )
}

function List({ heading, children }: { heading: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="lines">{children}</ul>
    </section>
  )
}
