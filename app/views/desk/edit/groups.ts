import type { ShownField, ShownItem, ShownList } from '#app/domain/plan/draft/shown'

/** What else there is to say of a person, by what it is for. Whatever nobody put in a group stands last. */
const OF_PERSON = {
  safety: ['hiddenFrom', 'planView', 'notToBeTold'],
  name: ['shownAs', 'alsoKnownAs', 'formerNames', 'parentalResponsibility', 'livesWithChildren'],
  reach: [
    ...['phone', 'language', 'safeToText', 'noTexts', 'landline', 'unsafePhones', 'otherPhones'],
    ...['email', 'availability', 'numberFor'],
  ],
  told: ['knows', 'askedBy', 'suggestedBy', 'told'],
} as const

export type GroupName = keyof typeof OF_PERSON
export type Group = { name: GroupName; fields: ShownField[]; lists: ShownList[] }

/** The details of a person that stand open, in groups; undefined for anything else. */
export function groupsOf({ kind, more, lists }: ShownItem): Group[] | undefined {
  if (kind !== 'person' || !more) return undefined
  const named = new Set<string>(Object.values(OF_PERSON).flat())
  return Object.entries(OF_PERSON).map(([name, keys]) => {
    const isHere = (key: string) => (keys as readonly string[]).includes(key) || (name === 'told' && !named.has(key))
    const order = (key: string) => (keys as readonly string[]).indexOf(key)
    const here = <T extends { key: string }>(all: T[]) =>
      all.filter(({ key }) => isHere(key)).toSorted((a, b) => order(a.key) - order(b.key))
    return { name: name as GroupName, fields: here(more), lists: here(lists) }
  })
}
