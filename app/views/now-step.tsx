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

/**
 * One step, large, under 999, which stands in one place on every step and is the step itself where that is to ring it;
 * whom to ring or text for it; then the next one.
 */
export function NowStep({ plan, of, at, url, onCall }: Props) {
  const { t } = useWords('now')
  const steps = ownFirst(of.steps)
  const step = steps[at] ?? steps[0]
  const next = at + 1 < steps.length ? `${url}?sign=${of.id}&at=${at + 1}` : undefined
  const sign = (
    <div className={of.level === 'red' ? 'pick warm' : 'pick'}>
      <SignName of={of} />
    </div>
  )
  return (
    <>
      <Call className={step?.rings999 ? 'btn alarm large' : 'btn alarm'} phone="999" name="999" />
      {!step?.rings999 && sign}
      {step && <OneStep of={step} number={steps.indexOf(step) + 1} all={steps.length} onCall={onCall} />}
      <NotTranslated plan={plan} of={of} brief={{ ring: onCall.open }} />
      {next && (
        <a className="btn quiet" href={next}>
          {t(nextFrom(step))}
        </a>
      )}
      {step?.rings999 && sign}
      <p className="go mt-4">
        <a href={url}>{t('back')}</a>
      </p>
      <details>
        <summary>{t('all')}</summary>
        <WarningSign of={of} onCall={onCall} />
      </details>
    </>
  )
}

/** Nobody answered only where somebody could be rung. */
function nextFrom(step: SeenStep | undefined): 'next' | 'nextStep' | 'noAnswer' {
  if (!step || typeof step.who === 'string' || step.who.you) return 'next'
  return canRing(step) ? 'noAnswer' : 'nextStep'
}

const canRing = ({ phone, backupPhone }: SeenStep) => !!(phone || backupPhone)

type OneProps = { of: SeenStep; number: number; all: number; onCall: OnCall }

function OneStep({ of, number, all, onCall }: OneProps) {
  const { who, words, backup, phone, backupPhone, named = [], byText, ringsDuty, rings999 } = of
  const { t } = useWords('now')
  const common = useWords('common').t
  const person = typeof who === 'string' ? undefined : who
  const name = person?.name ?? common(who === 'anyone' ? 'anyone' : who === 'duty' ? 'theDutyTeam' : 'emergency')
  const without = [
    ...(person && !person.you && !canRing(of) ? [name] : []),
    ...named.flatMap(({ who, phone }) => (phone ? [] : [who.name])),
  ]
  return (
    <section className="step-now">
      <p className="soft">{t('stepOf', { number, all })}</p>
      <h1>{rings999 ? <Words of={words} /> : person?.you ? t('you') : name}</h1>
      {who === '999' && <p className="soft">{t('silent')}</p>}
      {!rings999 && (
        <p className="large">
          <Words of={words} />
        </p>
      )}
      {phone && !person?.you && <RingOrText phone={phone} name={name} />}
      {named.map(
        ({ who, phone }) => phone && <RingOrText key={who.id} phone={phone} name={who.name} byText={byText} />,
      )}
      {without.map((name) => (
        <p key={name}>{t('noNumber', { name })}</p>
      ))}
      {(ringsDuty || without.length > 0) && <CallDuty className="btn" onCall={onCall} />}
      {backup && (
        <>
          <p className="soft mt-4">
            <IfNot who={name} you={person?.you} backup={backup} />
          </p>
          {backupPhone && !named.some(({ phone }) => phone === backupPhone) && (
            <RingOrText phone={backupPhone} name={backup.name} quiet />
          )}
        </>
      )}
    </section>
  )
}

/** A text to a landline is lost, or read out by a machine. */
const MOBILE = /^\+447/

type RingProps = { phone: string; name: string; quiet?: true; byText?: SeenStep['byText'] }

/** Of whoever only steps in, quietly: not the first thing to press. The text first and loud where the step is to text. */
function RingOrText({ phone, name, quiet, byText }: RingProps) {
  const isMobile = MOBILE.test(phone)
  const textFirst = isMobile && !!byText
  return (
    <>
      {textFirst && <Text className="btn" phone={phone} name={name} says={byText.says} />}
      <Call className={quiet || textFirst ? 'btn quiet' : 'btn'} phone={phone} name={name} />
      {isMobile && !textFirst && <Text phone={phone} name={name} />}
    </>
  )
}
