import type { Asked, OthersView } from '#app/domain/access/asked-of'
import type { Published } from '#app/domain/council/who-published'
import { Texts } from '../agree/texts'
import { Chip } from '../chip'
import { Quote } from '../wording'
import { useWords } from '../words'
import { shortWhen } from './when'

type Props = { of: Asked[]; behind?: Published }

/** Who agrees, in part or not, with the plan, each worry, and what is said to be wrong; and the council's own yes. */
export function WhoAgrees({ of, behind }: Props) {
  const { t, lang } = useWords('agree')
  const plan = useWords('plan').t
  if (of.length === 0 && !behind) return null
  const council = behind
    ? [
        { name: behind.author, as: 'worker' as const },
        { name: behind.endorsedBy, as: 'manager' as const },
      ]
    : []
  return (
    <details className="card" open={of.some(({ others }) => others.some(isOpen))}>
      <summary>{t('desk.who')}</summary>
      <ul className="lines">
        {council.map(({ name, as }) => (
          <li key={as} className="line">
            <div className="at">{behind && shortWhen(behind.at, lang)}</div>
            <div className="what">
              <b>{name}</b> <small>{plan(`agreements.as.${as}`)}</small>{' '}
              <Chip is="yes">{plan('agreements.accept')}</Chip>
            </div>
          </li>
        ))}
        {of.flatMap((one) => one.others.map((said) => <Line key={`${one.id} ${said.by.id}`} of={one} said={said} />))}
      </ul>
    </details>
  )
}

const isYes = ({ view }: OthersView) => view === 'agree' || view === 'accept'
const isOpen = (said: OthersView) => !isYes(said) && !said.stale && said.replies.length === 0

function Line({ of, said }: { of: Asked; said: OthersView }) {
  const { t, lang } = useWords('agree')
  const desk = useWords('desk').t
  const { by, view, on, words, language, stale, replies, entry } = said
  return (
    <li className="line">
      <div className="at">{shortWhen(on, lang)}</div>
      <div className="what">
        <b>{by.name}</b> <Chip is={isYes(said) ? 'yes' : 'ask'}>{t(`view.${view}`)}</Chip>{' '}
        {words && <Quote words={words} language={language} />} {stale && <small>{t('changed')}</small>}
        <div className="soft">
          <Texts of={of.words} />
        </div>
        {replies.map((reply) => (
          <p key={reply.id} className="reply">
            <small>{desk('replied', { name: reply.by?.name ?? '', when: shortWhen(reply.on, lang) })}</small>{' '}
            {reply.words && <Quote words={reply.words} />}
          </p>
        ))}
      </div>
      {isOpen(said) && (
        <div className="act">
          <a
            className="press answer"
            href={`/desk/log/${entry}/reply?from=log`}
            aria-label={desk('replyTo', { name: by.name })}
          >
            {desk('reply')}
          </a>
        </div>
      )}
    </li>
  )
}
