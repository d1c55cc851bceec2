import { faceColour } from './face'

type Named = { name: string; initials: string }

/** The children in the middle, their people round them, those who work for them further out. A picture of the lists beneath it. */
export function PeopleCircle({ middle, near, around }: { middle: Named[]; near: Named[]; around: Named[] }) {
  return (
    <svg className="scale circle" width="320" height="320" viewBox="0 0 320 320" aria-hidden="true">
      <circle className="far" cx="160" cy="160" r="140" />
      <circle className="near" cx="160" cy="160" r="92" />
      {middle.map((one, i) => (
        <Dot key={one.name} of={one} x={160 + (i - (middle.length - 1) / 2) * 40} y={160} size={24} />
      ))}
      {placed(near, 92).map(({ one, x, y }) => (
        <Dot key={one.name} of={one} x={x} y={y} size={20} />
      ))}
      {placed(around, 140, 0.5).map(({ one, x, y }) => (
        <Dot key={one.name} of={one} x={x} y={y} size={17} />
      ))}
    </svg>
  )
}

/** Evenly round a circle from the top; `turn` shifts everyone by that part of a place. */
function placed(people: Named[], radius: number, turn = 0): { one: Named; x: number; y: number }[] {
  return people.map((one, i) => {
    const angle = ((i + turn) / people.length) * 2 * Math.PI - Math.PI / 2
    return { one, x: Math.round(160 + radius * Math.cos(angle)), y: Math.round(160 + radius * Math.sin(angle)) }
  })
}

function Dot({ of, x, y, size }: { of: Named; x: number; y: number; size: number }) {
  return (
    <g className={faceColour(of.name)}>
      <circle cx={x} cy={y} r={size} />
      <text x={x} y={y + 4}>
        {of.initials}
      </text>
    </g>
  )
}
