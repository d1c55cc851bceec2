import type { SeenScore, SeenWorry } from '#app/domain/access/plan-as-seen'
import { faceColour } from './face'
import { Words } from './wording'
import { useWords } from './words'

const WIDTH = 300
const START = 18
const STEP = (WIDTH - 2 * START) / 10
const ROOM = 26

/**
 * The line from 0 to 10 with a named dot for everyone who has said where they think things are, and what 0 and 10
 * mean. The drawing is for the eye; whoever uses it puts the same in words beneath (`Scores`).
 */
export function Scale({ of }: { of: Pick<SeenWorry, 'mine' | 'others' | 'zero' | 'ten'> }) {
  const { t, dir } = useWords('common')
  const along = (value: number) => (dir === 'rtl' ? WIDTH - START - value * STEP : START + value * STEP)
  const dots = stacked(of.mine ? [of.mine, ...of.others] : of.others)
  const line = 16 + (ROOM + 1) * Math.max(0, ...dots.map(({ level }) => level))
  const height = line + 36
  return (
    <>
      <svg className="scale" width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        <path d={`M${START} ${line}H${WIDTH - START}`} />
        <path d={`M${START} ${line}H${WIDTH - START + 1}`} strokeDasharray={`0 ${STEP}`} />
        {dots.map(({ score, level }) => (
          <g key={score.by.id} className={score === of.mine ? 'me' : faceColour(score.by.name)}>
            <circle cx={along(score.value)} cy={line - level * (ROOM + 1)} r="13" />
            <text x={along(score.value)} y={line - level * (ROOM + 1) + 4}>
              {score.by.initials}
            </text>
          </g>
        ))}
        {[0, 10].map((end) => (
          <text key={end} className="end" x={along(end)} y={line + 30}>
            {end}
          </text>
        ))}
        {of.mine && (
          <text className="end" x={along(of.mine.value)} y={line + 30}>
            {t('you')}
          </text>
        )}
      </svg>
      <dl className="ends">
        {of.zero && (
          <>
            <dt>0</dt>
            <dd>
              <Words of={of.zero} />
            </dd>
          </>
        )}
        {of.ten && (
          <>
            <dt>10</dt>
            <dd>
              <Words of={of.ten} />
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

/** Dots that would touch stand on one another; the first given, the reader's own, is always on the line. */
function stacked(scores: SeenScore[]): { score: SeenScore; level: number }[] {
  const placed: { score: SeenScore; level: number }[] = []
  for (const score of scores) {
    const near = placed.filter((dot) => Math.abs(dot.score.value - score.value) * STEP < ROOM)
    let level = 0
    while (near.some((dot) => dot.level === level)) level++
    placed.push({ score, level })
  }
  return placed
}
