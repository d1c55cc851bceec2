/**
 * What the database keeps as JSON and knows nothing of. The domain says what each is, beside its schema
 * (`declare module '#db/kept'`): so the types come without an import that goes back.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the domain adds to it, which only an interface allows.
export interface Kept {}

/** The type of what is kept by this name. */
export type KeptAs<Name extends string> = Name extends keyof Kept ? Kept[Name] : unknown
