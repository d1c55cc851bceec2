import { personCalled } from '#app/domain/plan/called'
import type { Id } from '#app/domain/plan/case-file'
import { initialsOf } from '#app/domain/plan/initials'
import { type Callable, callable } from '#app/domain/plan/names'
import { type Called, toldApart } from '#app/domain/plan/told-apart'
import type { Situation } from './situation'

/**
 * What one view calls the people in it. Two of one first name are told apart, but only from people the view itself
 * names: that there is another Kelly would tell whoever may not know of her. So names are filled in once all of the
 * view is there.
 */
export type Naming = {
  /** Notes that the view names this person there; until `settle` it calls them by the shortest way. */
  note: (id: Id, call: (called: Called) => void) => void
  /**
   * Calls everyone named so far so that no two are called alike. To be called when the view is complete; whoever a page
   * of the log names beyond it is told apart as they come.
   */
  settle: () => void
}

/** `mayRead`: whether a way to call somebody is for this viewer's eyes. Staff read every name there is. */
export function namingIn(
  { file, staff }: Pick<Situation, 'file' | 'staff'>,
  { isStaff, viewer, mayRead }: { isStaff: boolean; viewer: Id; mayRead: (words: string) => boolean },
): Naming {
  const calledOf = (id: Id) => {
    const one = callable(file, staff, id)
    return isStaff || id === viewer ? one : readable(one, mayRead)
  }
  const people = new Map<Id, Callable>()
  const noted: { id: Id; call: (called: Called) => void }[] = []
  let called: Map<Id, Called> | undefined
  const settle = () => {
    called = isStaff ? new Map() : toldApart([...people], mayRead)
    for (const one of noted) one.call(nameOf(one.id))
  }
  const nameOf = (id: Id) => called?.get(id) ?? personCalled(file, staff, id)
  return {
    note: (id, call) => {
      const known = people.get(id) ?? calledOf(id)
      const isNew = !people.has(id)
      people.set(id, known)
      noted.push({ id, call })
      if (!called) call(shortest(known))
      else if (isNew) settle()
      else call(nameOf(id))
    },
    settle,
  }
}

/**
 * Without what would tell of somebody kept from the reader: "Zoe's nan" is "nan" once Zoe is shut to them, and
 * nothing at all is "–".
 */
function readable(one: Callable, mayRead: (words: string) => boolean): Callable {
  const { fullName, addressAs, ways } = one
  if (mayRead([fullName, addressAs, ways[0]].filter(Boolean).join(' · '))) return one
  const as = addressAs && mayRead(addressAs) ? { addressAs } : {}
  const [first, ...longer] = ways.filter(mayRead)
  const kept = fullName.split(' ').filter(mayRead).join(' ')
  const name = first ?? (kept || as.addressAs || '–')
  return { fullName: mayRead(fullName) ? fullName : name, ...as, ways: [name, ...longer] }
}

const shortest = ({ ways: [name], fullName, addressAs }: Callable): Called => ({
  ...{ name, fullName, initials: initialsOf(name)[0] ?? '' },
  ...(addressAs && { addressAs }),
})
