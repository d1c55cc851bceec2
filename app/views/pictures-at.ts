import { createContext } from 'react'

/** At the desk: where a family's pictures are. A participant's page has an address of its own for each. */
export const PicturesAt = createContext<string | undefined>(undefined)
