import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { OnCall } from '../../call'
import { PicturesAt } from '../../pictures-at'
import { PlanPage } from '../../plan/plan-page'
import { StoryPage } from '../../story-page'
import { useWords } from '../../words'
import { FamilyHead, type FamilyHeadProps } from '../family-head'

type Props = FamilyHeadProps & {
  name: string
  isWhole: boolean
  plan: PlanAsSeenBy | null
  outside: boolean
  onCall: OnCall
}

/** The draft as one person would read it. Nothing in it can be pressed. */
export function DraftAsPage({ family, name, isWhole, plan, outside, onCall }: Props) {
  const { t } = useWords('desk-edit')
  const families = useWords('desk-families').t
  const url = `/desk/families/${family.id}/plan`
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <div className="told" role="note">
        <p>
          <b>
            {plan
              ? outside
                ? families('preview.outside', { name })
                : t('as.title', { name })
              : isWhole
                ? families('preview.nothing', { name })
                : t('as.unfinished', { name })}
          </b>
        </p>
        <p className="notes">
          {!isWhole && (
            <a className="press" href={`${url}/finish`}>
              {t('as.what')}
            </a>
          )}
          <a className="press" href={`${url}/edit/family`}>
            {t('as.back')}
          </a>
        </p>
      </div>
      {plan && (
        <div className="preview">
          {plan.viewer.sight === 'young' ? null : <PlanPage plan={plan} onCall={onCall} />}
          {plan.story.length > 0 && (
            <section>
              <PicturesAt.Provider value={`/desk/families/${family.id}/pictures`}>
                <StoryPage plan={plan} />
              </PicturesAt.Provider>
            </section>
          )}
        </div>
      )}
    </>
  )
}
