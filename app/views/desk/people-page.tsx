import type { PersonLine } from '#app/domain/desk/people-for-staff'
import { PhoneNumber } from '../call'
import { Chip } from '../chip'
import { Face } from '../face'
import { useWords } from '../words'
import { Circles } from './circles'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { languageName } from './language-name'
import { NoWordsIn } from './no-words-in'
import { NextStep } from './stuck-row'
import { useTimes } from './times'
import { shortWhen } from './when'

/** `saved`: the person of whom something was just saved. */
export type PeopleOfFamilyProps = FamilyHeadProps & { people: PersonLine[]; saved?: string }

const groups = ['inner', 'middle', 'outer', 'none', 'working', 'children'] as const

/** Everyone round the children: who knows what, how to reach them, how far they have come, and what to do next. */
export function PeopleOfFamilyPage({ family, people, saved }: PeopleOfFamilyProps) {
  const { t } = useWords('desk-people')
  return (
    <>
      <FamilyHead family={family} on="people" />
      {family.published ? (
        <div className="beside">
          <Circles people={people} />
          <div>
            {groups.map((group) => {
              const here = people.filter((person) => groupOf(person) === group)
              if (here.length === 0) return null
              // Where nobody of a group can be invited for the same reason, it is said once.
              const [why, ...more] = [...new Set(here.map(({ neverInvited }) => neverInvited))]
              const forAll = more.length === 0 ? why : undefined
              const heading = group === 'working' || group === 'children' ? t(group) : t(`circles.${group}`)
              return (
                <section key={group}>
                  <h2>{heading}</h2>
                  {forAll && <p className="soft">{t(`refused.${forAll}`)}</p>}
                  <ul className="lines people">
                    {here.map((person) => (
                      <PersonRow
                        key={person.id}
                        of={person}
                        family={family.id}
                        saidWhy={!!forAll}
                        saved={person.id === saved}
                      />
                    ))}
                  </ul>
                </section>
              )
            })}
          </div>
        </div>
      ) : (
        <NotPublished family={family.id} />
      )}
    </>
  )
}

function groupOf({ kind, circle }: PersonLine): (typeof groups)[number] {
  if (kind === 'child') return 'children'
  if (kind === 'professional') return 'working'
  return circle ?? 'none'
}

type RowProps = { of: PersonLine; family: string; saidWhy: boolean; saved: boolean }

function PersonRow({ of, family, saidWhy, saved }: RowProps) {
  const { t } = useWords('desk-people')
  const { id, name, fullName, relationship, may } = of
  const url = `/desk/families/${family}/people/${id}`
  const press = (page: 'invite' | 'resend' | 'revoke' | 'reach' | 'card' | 'test' | 'check') => (
    <a className="press" href={`${url}/${page === 'check' ? 'checked' : page}`} aria-label={t(`${page}Who`, { name })}>
      {t(page)}
    </a>
  )
  return (
    <li className="line" id={id} tabIndex={-1}>
      <Face of={of} />
      <div className="what">
        <p>
          <b>{fullName}</b>
          {relationship && <span className="soft"> · {relationship}</span>}
        </p>
        {!saidWhy && (
          <p>
            <State of={of} /> <NextStep of={of} />
          </p>
        )}
        <Contact of={of} />
        {saved && (
          <p role="status">
            <b>{t('saved')}</b>
          </p>
        )}
      </div>
      <div className="act">
        {may.resend && press('resend')}
        {may.invite && press('invite')}
        {may.revoke && press('revoke')}
        {of.stops.some(({ why }) => why !== 'stop') && press('check')}
        {may.reach && press('reach')}
        {may.card && press('card')}
        {may.test && press('test')}
        {of.hasView && (
          <a className="press" href={`/desk/families/${family}/as/${id}`} aria-label={t('seeAs', { name })}>
            {t('look')}
          </a>
        )}
      </div>
    </li>
  )
}

/** How far they have come and since when. */
function State({ of: { status, neverInvited, ownItems } }: { of: PersonLine }) {
  const { t, lang } = useWords('desk-people')
  const texts = useWords('desk-texts').t
  if (neverInvited) return null
  return (
    <>
      <Chip is={status.state === 'joined' ? 'yes' : status.trouble ? 'ask' : undefined}>
        {t(`state.${status.state}`)}
      </Chip>{' '}
      {status.state === 'sent' && status.text?.is === 'delivered' && <Chip is="yes">{texts('is.delivered')}</Chip>}{' '}
      {status.since && <small>{shortWhen(status.since, lang)} </small>}
      {ownItems && <Chip is="ask">{t('ownItems')}</Chip>}
    </>
  )
}

/** Number, language and safe times, where anybody writes to them. */
function Contact({ of: { phone, numberTrouble, language, noTexts, safeToText, neverInvited } }: { of: PersonLine }) {
  const { t, lang } = useWords('desk-people')
  const times = useTimes()
  if (neverInvited && !phone) return null
  return (
    <p className="notes">
      <span>
        {phone ? (
          <a href={`tel:${phone}`}>
            <PhoneNumber phone={phone} />
          </a>
        ) : (
          t('noNumber')
        )}
        {numberTrouble === 'landline' && ` (${t('landline')})`}
      </span>
      {!neverInvited && <span>{languageName(language, lang)}</span>}
      {!neverInvited && <NoWordsIn language={language} />}
      {!neverInvited && <span>{noTexts ? t('noTexts') : safeToText ? times(safeToText) : t('anyTime')}</span>}
    </p>
  )
}
