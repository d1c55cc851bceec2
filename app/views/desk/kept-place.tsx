import { createContext, useContext } from 'react'

/** What is asked of the desk in its address: one kind, one family, whose phone stands beside the list. */
export const PlaceContext = createContext<string>('')

/** In a form of the desk: whoever presses it comes back to the same list. */
export function KeptPlace() {
  const place = useContext(PlaceContext)
  return place ? <input type="hidden" name="place" value={place} /> : null
}
