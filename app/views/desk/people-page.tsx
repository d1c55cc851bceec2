import { Fragment } from 'react'
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

const groups = ['apart', 'inner', 'middle', 'outer', 'none', 'working', 'children'] as const

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
              // Nor is what the heading says said of each.
              const heading = headingOf(group, here)
              const apart = (of: PersonLine) =>
                of.apart.filter((why) => heading !== 'apart.heading' || why !== 'own-items')
              return (
                <section key={group} className={group === 'apart' ? 'apart' : undefined}>
                  <h2>{t(heading)}</h2>
                  {group === 'apart' && <p className="soft">{t('apart.about')}</p>}
                  {forAll && <p className="soft">{t(`refused.${forAll}`)}</p>}
                  <ul className="lines people">
                    {here.map((person) => (
                      <PersonRow
                        key={person.id}
                        of={{ ...person, apart: apart(person) }}
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

function groupOf({ kind, circle, apart }: PersonLine): (typeof groups)[number] {
  if (kind === 'child') return 'children'
  if (kind === 'professional') return 'working'
  return apart.length > 0 ? 'apart' : (circle ?? 'none')
}

function headingOf(group: (typeof groups)[number], here: PersonLine[]) {
  if (group === 'working' || group === 'children') return group
  if (group !== 'apart') return `circles.${group}` as const
  return here.every(({ apart }) => apart.includes('own-items')) ? 'apart.heading' : 'apart.mixed'
}

type Act = 'resend' | 'check' | 'invite' | 'reach' | 'revoke' | 'card' | 'test'

/** What may be done about somebody, and which of it comes next. */
function actsFor({ may, stops, numberTrouble, phone, noTexts }: PersonLine): { next?: Act; rest: Act[] } {
  const check = stops.some(({ why }) => why !== 'stop')
  const cannotReach = !!numberTrouble || stops.length > 0 || (!phone && !noTexts)
  const acts: Act[] = ['resend', 'check', 'invite', 'reach', 'revoke', 'card', 'test']
  const all = acts.filter((act) => (act === 'check' ? check : may[act]))
  const fits = { resend: true, check: true, invite: !numberTrouble, reach: cannotReach }
  const next = all.find((act) => act in fits && fits[act as keyof typeof fits])
  return { next, rest: all.filter((act) => act !== next) }
}

/** Something that keeps them from coming in, or is news: it stands on the line. */
const isInTheWay = ({ status, stops, lost, declinedWords, numberTrouble }: PersonLine) =>
  !!status.trouble || stops.length > 0 || !!lost || !!declinedWords || !!numberTrouble || status.text?.is === 'waiting'

type RowProps = { of: PersonLine; family: string; saidWhy: boolean; saved: boolean }

/** One line: who, how far, what comes next. What else there is to know and to do stands behind "More". */
function PersonRow({ of, family, saidWhy, saved }: RowProps) {
  const { t } = useWords('desk-people')
  const { id, name, fullName, relationship, hasView, apart } = of
  const isOutside = !hasView && apart.length > 0
  const { next, rest } = actsFor(of)
  const inTheWay = isInTheWay(of)
  const press = (act: Act, className: string) => (
    <a
      key={act}
      className={className}
      href={`/desk/families/${family}/people/${id}/${act === 'check' ? 'checked' : act}`}
      aria-label={t(`${act}Who`, { name })}
    >
      {t(act)}
    </a>
  )
  const look = (className: string) => (
    <a className={className} href={`/desk/families/${family}/as/${id}`} aria-label={t('seeAs', { name })}>
      {t(isOutside ? 'seeIfIn' : 'look')}
    </a>
  )
  return (
    <li className="line" id={id} tabIndex={-1}>
      <Face of={of} />
      <div className="what">
        <p>
          <b>{fullName}</b>
          {relationship && <span className="soft"> · {relationship}</span>} <State of={of} />
        </p>
        {!saidWhy && of.neverInvited === 'apart' && <p className="soft">{t('refused.apart')}</p>}
        {!saidWhy && inTheWay && (
          <p className="soft">
            <NextStep of={of} />
          </p>
        )}
        {saved && (
          <p role="status">
            <b>{t('saved')}</b>
          </p>
        )}
      </div>
      <div className="act">
        {next ? press(next, 'button next') : (hasView || isOutside) && look('button next')}
        {(rest.length > 0 || of.phone) && (
          <details className="menu">
            <summary aria-label={t('apart.moreFor', { name })}>{t('more')}</summary>
            <div className="inside">
              {!saidWhy && !inTheWay && (
                <p className="soft">
                  <NextStep of={of} />
                </p>
              )}
              <Contact of={of} />
              {next && hasView && look('press')}
              {rest.map((act) => press(act, 'press'))}
            </div>
          </details>
        )}
      </div>
    </li>
  )
}

/** How far they have come and since when; why they stand apart. */
function State({ of: { status, neverInvited, apart } }: { of: PersonLine }) {
  const { t, lang } = useWords('desk-people')
  const texts = useWords('desk-texts').t
  return (
    <>
      {!neverInvited && (
        <>
          <Chip is={status.state === 'joined' ? 'yes' : status.trouble ? 'ask' : undefined}>
            {t(`state.${status.state}`)}
          </Chip>{' '}
          {status.state === 'sent' && status.text?.is === 'delivered' && <Chip is="yes">{texts('is.delivered')}</Chip>}{' '}
          {status.since && <small>{shortWhen(status.since, lang)} </small>}
        </>
      )}
      {apart.map((why) => (
        <Fragment key={why}>
          <Chip is="ask">{t(`apart.why.${why}`)}</Chip>{' '}
        </Fragment>
      ))}
    </>
  )
}

/** Number, language and safe times, where anybody writes to them. */
function Contact({
  of: { phone, otherPhones, email, numberTrouble, language, noTexts, safeToText, neverInvited },
}: {
  of: PersonLine
}) {
  const { t, lang } = useWords('desk-people')
  const times = useTimes()
  if (neverInvited && !phone && !otherPhones && !email) return null
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
      {otherPhones?.map(({ number, note }) => (
        <span key={number}>
          <a href={`tel:${number}`}>
            <PhoneNumber phone={number} />
          </a>
          {note && ` (${note})`}
        </span>
      ))}
      {email && (
        <span>
          <a href={`mailto:${email}`}>{email}</a>
        </span>
      )}
      {!neverInvited && <span>{languageName(language, lang)}</span>}
      {!neverInvited && <NoWordsIn language={language} />}
      {!neverInvited && <span>{noTexts ? t('noTexts') : safeToText ? times(safeToText) : t('anyTime')}</span>}
    </p>
  )
}
