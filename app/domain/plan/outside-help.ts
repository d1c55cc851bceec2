import type { Step } from './case-file'

/** Steps that somebody does name the team in words alone, and always in English. */
const DUTY_TEAM = /\bduty team\b/i
const RING_999 = /\brings? 999\b/i

type Words = Pick<Step, 'text'>

/** Whether a step's words tell its reader to ring the council's duty team. */
export const saysDuty = ({ text }: Words): boolean => DUTY_TEAM.test(text)
/** Whether they tell them to ring 999. */
export const says999 = ({ text }: Words): boolean => RING_999.test(text)

/** A step that leads to help which answers whoever is at home: the duty team or 999. */
export const leadsOut = ({ who, text }: Pick<Step, 'who' | 'text'>): boolean =>
  who === 'duty' || who === '999' || saysDuty({ text }) || says999({ text })
