import { Fragment } from 'react'
import { PhoneNumber } from './call'
import { dayAndTime } from './dates'
import { useWords } from './words'

export type ArrivedText = { id: string; to: string; body: string; at: string }

/** The demo's phones: every text as it would have arrived, newest first. Numbers alone; a text names nobody either. */
export function DemoPhonePage({ phones }: { phones: { number: string; texts: ArrivedText[] }[] }) {
  const { t, lang } = useWords('demo')
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      {phones.length === 0 && <p className="card">{t('none')}</p>}
      {phones.map(({ number, texts }) => (
        <section key={number}>
          <h2>
            <PhoneNumber phone={number} />
          </h2>
          {texts.map(({ id, body, at }) => (
            <article key={id} className="card">
              <p dir="auto">
                <WithLinks text={body} />
              </p>
              <p className="soft">{dayAndTime(at, lang)}</p>
            </article>
          ))}
        </section>
      ))}
    </>
  )
}

/** As a phone shows it: what is an address can be pressed. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page drawn once, on the server
    <Fragment key={i}>{i % 2 === 1 ? <a href={part}>{part}</a> : part}</Fragment>
  ))
}
