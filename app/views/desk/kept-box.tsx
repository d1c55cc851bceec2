import type { ReactNode } from 'react'
import type { KeptApart } from '#app/domain/access/kept-apart'
import { day } from '../dates'
import { together } from '../lists'
import { useWords } from '../words'

/** On top of a plan that is endorsed or checked: orders, who stands apart, who knows what, and which words are kept. */
export function KeptBox({ of }: { of: KeptApart }) {
  const { t, lang } = useWords('desk-publish')
  const people = useWords('desk-people').t
  const names = (all: string[]) => (all.length > 0 ? together(all, lang) : t('kept.none'))
  const sees = { 'own-items': 'kept.ownItems', nothing: 'kept.nothing', 'not-told': 'kept.notTold' } as const
  return (
    <section className="kept-box" aria-labelledby="kept">
      <h2 id="kept">{t('kept.title')}</h2>
      <p className={of.domesticAbuse ? 'grave' : 'soft'}>{t(of.domesticAbuse ? 'kept.abuse' : 'kept.noAbuse')}</p>
      <dl>
        <Row name={t('kept.orders')}>
          {of.orders.length === 0 && <p className="soft">{t('kept.noOrders')}</p>}
          {of.orders.map(({ says, against, protects, from, until }) => (
            <p key={`${says} ${against} ${from}`}>
              <b dir="auto">{says}</b> {t('kept.against', { names: names(against) })}{' '}
              {protects.length > 0 && t('kept.protects', { names: names(protects) })}{' '}
              {from && t('kept.from', { day: withYear(from, lang) })}{' '}
              {until ? t('kept.until', { day: withYear(until, lang) }) : t('kept.noEnd')}
            </p>
          ))}
        </Row>
        <Row name={t('kept.people')}>
          {of.apart.length + of.hidden.length === 0 && <p className="soft">{t('kept.nobody')}</p>}
          {of.apart.map((one) => (
            <p key={one.name}>{t(sees[one.sees], { name: one.name })}</p>
          ))}
          {of.hidden.map(({ names: who, from }) => (
            <p key={who.join()}>{t('kept.hidden', { name: names(who), names: names(from) })}</p>
          ))}
        </Row>
        <Row name={t('kept.circles')}>
          {of.circles.map((one) => (
            <p key={one.circle}>
              {people(`circles.${one.circle}`)}: {names(one.names)}
            </p>
          ))}
        </Row>
        <Row name={t('kept.words')}>
          {of.words.length === 0 && <p className="soft">{t('kept.noWords')}</p>}
          {of.words.map(({ words, from }) => (
            <p key={words.join()} dir="auto">
              {t('kept.wordsFrom', { words: words.map((one) => `“${one}”`).join(', '), names: names(from) })}
            </p>
          ))}
        </Row>
      </dl>
    </section>
  )
}

const withYear = (date: string, lang: string) => `${day(date, lang)} ${date.slice(0, 4)}`

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
