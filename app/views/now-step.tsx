import type { PlanAsSeenBy, SeenStep, SeenTrigger } from '#app/domain/access/plan-as-seen'
import { Call, CallDuty, type OnCall, Text } from './call'
import { NotTranslated } from './plan/not-translated'
import { SignName } from './sign-name'
import { IfNot, WarningSign } from './steps'
import { Words } from './wording'
import { useWords } from './words'

type Props = { plan: PlanAsSeenBy; of: SeenTrigger; at: number; url: string; onCall: OnCall }

/** The reader's own steps of a sign first, then the others in their order: whoever reads does theirs before they look on. */
export function ownFirst(steps: SeenStep[]): SeenStep[] {
  const isOwn = ({ who }: SeenStep) => typeof who !== 'string' && !!who.you
  return [...steps.filter(isOwn), ...steps.filter((step) => !isOwn(step))]
}

/** One step, large, under 999, which stands in one place on every step; whom to ring or text for it; then the next one. */
export function NowStep({ plan, of, at, url, onCall }: Props) {
  const { t } = useWords('now')
  const steps = ownFirst(of.steps)
  const step = steps[at] ?? steps[0]
  const next = at + 1 < steps.length ? `${url}?sign=${of.id}&at=${at + 1}` : undefined
  return (
    <>
      <Call className="btn alarm" phone="999" name="999" />
      <div className={of.level === 'red' ? 'pick warm' : 'pick'}>
        <SignName of={of} />
      </div>
      {step && <OneStep of={step} number={steps.indexOf(step) + 1} all={steps.length} onCall={onCall} />}
      {next && (
        <a className="btn quiet" href={next}>
          {t(step && typeof step.who !== 'string' && !step.who.you ? 'noAnswer' : 'next')}
        </a>
      )}
      <p className="go mt-4">
        <a href={url}>{t('back')}</a>
      </p>
      <NotTranslated plan={plan} of={of} brief />
      <details>
        <summary>{t('all')}</summary>
        <WarningSign of={of} onCall={onCall} />
      </details>
    </>
  )
}

type OneProps = { of: SeenStep; number: number; all: number; onCall: OnCall }

function OneStep({ of: { who, words, backup, phone, backupPhone, ringsDuty }, number, all, onCall }: OneProps) {
  const { t } = useWords('now')
  const common = useWords('common').t
  const person = typeof who === 'string' ? undefined : who
  const name = person?.name ?? common(who === 'anyone' ? 'anyone' : who === 'duty' ? 'theDutyTeam' : 'emergency')
  return (
    <section className="step-now">
      <p className="soft">{t('stepOf', { number, all })}</p>
      <h1>{person?.you ? t('you') : name}</h1>
      <p className="large">
        <Words of={words} />
      </p>
      {phone && !person?.you && <RingOrText phone={phone} name={name} />}
      {ringsDuty && <CallDuty className="btn" onCall={onCall} />}
      {backup && (
        <>
          <p className="soft mt-4">
            <IfNot who={name} you={person?.you} backup={backup} />
          </p>
          {backupPhone && <RingOrText phone={backupPhone} name={backup.name} quiet />}
        </>
      )}
    </section>
  )
}

/** Of whoever only steps in, quietly: not the first thing to press. */
function RingOrText({ phone, name, quiet }: { phone: string; name: string; quiet?: true }) {
  return (
    <>
      <Call className={quiet ? 'btn quiet' : 'btn'} phone={phone} name={name} />
      <Text phone={phone} name={name} />
    </>
  )
}
