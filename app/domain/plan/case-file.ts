/**
 * The plan document, `safety-network-case/1`: one file holds one family. This schema serves the import, the
 * export, every version in the database and, later, the editor; its parts are in `document/`, a file a noun. It says
 * what a part looks like; what must hold between the parts (ids, references, who is kept from whom) is in `faults.ts`.
 */
import { z } from 'zod'
import { id, language, type textItem, words } from './document/ground'
import type { meeting } from './document/meetings'
import {
  child,
  type circle,
  courtOrder,
  giveaway,
  person,
  type safeToText,
  type safeWindow,
  side,
} from './document/people'
import { plan } from './document/plan'
import {
  type agreement,
  type answer,
  type approval,
  type checkIn,
  type choice,
  type position,
  type reply,
  type result,
  saidSchema,
  type score,
  type shared,
} from './document/said'
import type { frame } from './document/story'
import type { childContact, commitment, rule, safetyObject } from './document/tasks'
import type { step, trigger } from './document/warning-signs'
import type { nextStep, worry } from './document/worries'

const family = {
  format: z.literal('safety-network-case/1'),
  reference: z.string().regex(/^\S(.{0,78}\S)?$/, 'must be 1 to 80 characters, with no space at either end'),
  familyName: words,
  status: z.enum(['EH', 'CIN', 'CP', 'CLA']),
  language,
  domesticAbuse: z.literal(true).optional(),
  courtOrders: z.array(courtOrder).optional(),
  sides: z.array(side).optional(),
  giveaways: z.array(giveaway).optional(),
  worker: id,
  children: z.array(child).min(1),
  people: z.array(person),
  plan,
}

export const familyFileSchema = z.strictObject(family)
export const caseFileSchema = z.strictObject({ ...family, said: saidSchema.optional() })

export type Id = string
export type Circle = z.infer<typeof circle>
export type SafeWindow = z.infer<typeof safeWindow>
export type SafeToText = z.infer<typeof safeToText>
export type Child = z.infer<typeof child>
export type Person = z.infer<typeof person>
export type Plan = z.infer<typeof plan>
export type Worry = z.infer<typeof worry>
export type NextStep = z.infer<typeof nextStep>
export type Rule = z.infer<typeof rule>
export type Trigger = z.infer<typeof trigger>
export type Step = z.infer<typeof step>
export type Commitment = z.infer<typeof commitment>
export type SafetyObject = z.infer<typeof safetyObject>
export type ChildContact = z.infer<typeof childContact>
export type Meeting = z.infer<typeof meeting>
export type Frame = z.infer<typeof frame>
export type TextItem = z.infer<typeof textItem>
export type CourtOrder = z.infer<typeof courtOrder>
/** One family: everything but what people said. This is what a version in the database holds. */
export type FamilyFile = z.infer<typeof familyFileSchema>
export type CaseFile = z.infer<typeof caseFileSchema>
export type Said = z.infer<typeof saidSchema>
export type SaidKind = keyof Said
export type Answer = z.infer<typeof answer>
export type Position = z.infer<typeof position>
export type Score = z.infer<typeof score>
export type Approval = z.infer<typeof approval>
export type Agreement = z.infer<typeof agreement>
export type CheckIn = z.infer<typeof checkIn>
export type Reply = z.infer<typeof reply>
export type SaidEntry = Answer | Position | Score | Approval | Agreement | CheckIn | Reply
export type Choice = z.infer<typeof choice>
export type Result = z.infer<typeof result>
export type SharedWith = z.infer<typeof shared>

declare module '#db/kept' {
  interface Kept {
    familyFile: FamilyFile
    saidEntry: SaidEntry
    safeToText: SafeToText
  }
}
