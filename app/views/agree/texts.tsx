import type { Wording } from '#app/domain/access/plan-as-seen'
import { Words } from '../wording'

/** The plan's sentences that are spoken about, as they stand. */
export function Texts({ of }: { of: Wording[] }) {
  return of.map((wording) => (
    <p key={'text' in wording ? wording.text : wording.byVoice}>
      <Words of={wording} />
    </p>
  ))
}
