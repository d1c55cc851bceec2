import { faceColour } from './face'
import { initials } from './initials'

type Named = { name: string }

/** The children in the middle, their people round them, those who work for them further out. A picture of the lists beneath it. */
export function PeopleCircle({ middle, near, around }: { middle: string[]; near: Named[]; around: Named[] }) {
  return (
    <svg className="scale circle" width="320" height="320" viewBox="0 0 320 320" aria-hidden="true">
      <circle className="far" cx="160" cy="160" r="140" />
      <circle className="near" cx="160" cy="160" r="92" />
      {middle.map((name, i) => (
        <Dot key={name} name={name} x={160 + (i - (middle.length - 1) / 2) * 40} y={160} size={24} />
      ))}
      {placed(near, 92).map(({ name, x, y }) => (
        <Dot key={name} name={name} x={x} y={y} size={20} />
      ))}
      {placed(around, 140, 0.5).map(({ name, x, y }) => (
        <Dot key={name} name={name} x={x} y={y} size={17} />
      ))}
    </svg>
  )
}

/** Evenly round a circle from the top; `turn` shifts everyone by that part of a place. */
function placed(people: Named[], radius: number, turn = 0): (Named & { x: number; y: number })[] {
  return people.map(({ name }, i) => {
    const angle = ((i + turn) / people.length) * 2 * Math.PI - Math.PI / 2
    return { name, x: Math.round(160 + radius * Math.cos(angle)), y: Math.round(160 + radius * Math.sin(angle)) }
  })
}

function Dot({ name, x, y, size }: Named & { x: number; y: number; size: number }) {
  return (
    <g className={faceColour(name)}>
      <circle cx={x} cy={y} r={size} />
      <text x={x} y={y + 4}>
        {initials(name)}
      </text>
    </g>
  )
}
