import type { PersonLine } from '#app/domain/desk/people-for-staff'
import { faceColour } from '../face'
import { useWords } from '../words'

const MIDDLE = 180
/** How far each circle reaches, and how far out its people stand. */
const RINGS = {
  inner: { edge: 88, people: 64 },
  middle: { edge: 134, people: 112 },
  outer: { edge: 176, people: 156 },
} as const

/**
 * Who knows what, as circles round the children. A picture of the lists beside it; who has not joined is drawn hollow,
 * who stands apart not at all.
 */
export function Circles({ people }: { people: PersonLine[] }) {
  const { t } = useWords('desk-people')
  const children = people.filter(({ kind }) => kind === 'child')
  return (
    <svg className="circles" width="360" height="360" viewBox="0 0 360 360" aria-hidden="true">
      {(['outer', 'middle', 'inner'] as const).map((ring) => (
        <g key={ring}>
          <circle className={`ring ${ring}`} cx={MIDDLE} cy={MIDDLE} r={RINGS[ring].edge} />
          <text className="name" x={MIDDLE} y={MIDDLE - RINGS[ring].edge + 19}>
            {t(`circles.${ring}`)}
          </text>
        </g>
      ))}
      {children.map((child, i) => (
        <Dot key={child.id} of={child} x={MIDDLE + (i - (children.length - 1) / 2) * 34} y={MIDDLE} joined />
      ))}
      {(['inner', 'middle', 'outer'] as const).map((ring) => {
        const here = people.filter(
          ({ circle, kind, apart }) => circle === ring && kind !== 'child' && apart.length === 0,
        )
        return here.map((one, i) => {
          // From the right side round by the foot to the left, so that the ring's own name at the top stays free.
          const angle = (-0.15 + (1.3 * (i + 0.5)) / here.length) * Math.PI
          const x = Math.round(MIDDLE + RINGS[ring].people * Math.cos(angle))
          const y = Math.round(MIDDLE + RINGS[ring].people * Math.sin(angle))
          return <Dot key={one.id} of={one} x={x} y={y} joined={one.status.state === 'joined'} />
        })
      })}
    </svg>
  )
}

function Dot({ of, x, y, joined }: { of: PersonLine; x: number; y: number; joined: boolean }) {
  return (
    <g className={joined ? faceColour(of.name) : `${faceColour(of.name)} waiting`}>
      <circle cx={x} cy={y} r={16} />
      <text x={x} y={y + 4}>
        {of.initials}
      </text>
    </g>
  )
}
