import type { Someone } from '#app/domain/access/plan-as-seen'

/** A person as a soft circle with initials. Beside a name, so it says nothing to a screen reader. Nobody: a dashed one. */
export function Face({ of }: { of?: Pick<Someone, 'name' | 'initials'> }) {
  return (
    <span className={of ? `face ${faceColour(of.name)}` : 'face none'} aria-hidden="true">
      {of ? of.initials : '?'}
    </span>
  )
}

/** The same person always has the same one of six colours, whoever looks. */
export function faceColour(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 38 + (letter.codePointAt(0) ?? 0)) % 9973
  return `f${sum % 6}`
}
