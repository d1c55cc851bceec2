import { createContext, useContext } from 'react'
import { useWords } from '../words'
import { nearWhen, shortWhen } from './when'

/** Now, in UTC, on a page where what is near is written short. */
export const NowContext = createContext<string | undefined>(undefined)

/** When something was, as short as its page allows; the whole of it to whoever points at it. */
export function Moment({ at }: { at: string }) {
  const { lang } = useWords('desk')
  const now = useContext(NowContext)
  const whole = shortWhen(at, lang)
  if (!now) return <time>{whole}</time>
  return <time title={whole}>{nearWhen(at, lang, now)}</time>
}
