import type { SeenStep, SeenTrigger, Someone } from '#app/domain/access/plan-as-seen'
import { Call, CallDuty, type OnCall } from './call'
import { Chip } from './chip'
import { KeepFrom } from './keep-from'
import { Words } from './wording'
import { useWords } from './words'

/** One warning sign as a card: what it is, then who does what, numbered as this reader sees it. */
export function WarningSign({ of, onCall }: { of: SeenTrigger; onCall: OnCall }) {
  const { t } = useWords('common')
  const red = of.level === 'red'
  return (
    <section className={red ? 'card warm' : 'card'}>
      <Chip is={red ? 'ask' : undefined}>{t(red ? 'redSign' : 'earlySign')}</Chip>
      <h3 className="mt-2 mb-4">
        {of.sign ? <Words of={of.sign} /> : t('yourSteps')}
        <KeepFrom item={of.id} />
      </h3>
      {of.forYou?.map(({ who, words }) => (
        <p key={who.id} className="soft">
          {t('signFor', { name: who.name })} <Words of={words} />
        </p>
      ))}
      <Steps of={of.steps} onCall={onCall} />
    </section>
  )
}

/** Who does what, in order. The reader's own steps stand out; each person can be rung once, where they first come up. */
export function Steps({ of, onCall }: { of: SeenStep[]; onCall: OnCall }) {
  return (
    <ol className="steps">
      {of.map((step, i) => (
        <Step key={step.id} of={step} onCall={onCall} again={of.slice(0, i).some((one) => isSame(one.who, step.who))} />
      ))}
    </ol>
  )
}

const isSame = (one: SeenStep['who'], other: SeenStep['who']) =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.id === other.id

/** Who steps in, said to the reader where it is their own step, or where it is they who do. */
export function IfNot({ who, you, backup }: { who: string; you?: true; backup: Someone }) {
  const { t } = useWords('common')
  const instead = backup.you ? t('you') : backup.name
  return t(you ? 'ifNotYou' : 'ifNot', { who, backup: instead })
}

function Step({
  of: { who, words, backup, phone, ringsDuty },
  onCall,
  again,
}: {
  of: SeenStep
  onCall: OnCall
  again: boolean
}) {
  const { t } = useWords('common')
  const person = typeof who === 'string' ? undefined : who
  const name = person?.name ?? t(who === 'anyone' ? 'anyone' : who === 'duty' ? 'theDutyTeam' : 'emergency')
  return (
    <li className={person?.you && 'own'}>
      <div>
        <b>{name}</b> {person?.you && <Chip is="yes">{t('you')}</Chip>}
        <br />
        <Words of={words} />
        {backup && (
          <small className="by">
            <IfNot who={name} you={person?.you} backup={backup} />
          </small>
        )}
        {phone && !again && !person?.you && (
          <div>
            <Call phone={phone} name={name} />
          </div>
        )}
        {ringsDuty && (
          <div>
            <CallDuty onCall={onCall} />
          </div>
        )}
        {who === '999' && (
          <div>
            <Call phone="999" name="999" />
          </div>
        )}
      </div>
    </li>
  )
}
