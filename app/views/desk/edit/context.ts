import { createContext } from 'react'
import type { EditorNames, EditorPart } from '#app/domain/record/writing/page'

/** What every field of the page may need: who can be named, what came back with the form, the way to somebody’s reach. */
export type Writing = {
  names: EditorNames
  viewers: EditorPart['viewers']
  typed: Partial<Record<string, string>>
  family: string
  open?: string
}
export const WritingContext = createContext<Writing>({
  names: { people: [], children: [], sides: [], rules: [] },
  viewers: [],
  typed: {},
  family: '',
})
