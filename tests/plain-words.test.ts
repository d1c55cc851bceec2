/** Ideas for plainer words: what is found in a plan's English, and what the council's own list changes. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { plainWordsNow, setPlainWords, wordsAsTyped } from '#app/domain/council/plain-words'
import { plainWords, wordsInPlan } from '#app/domain/plan/plain-words/findings'
import { JARGON } from '#app/domain/plan/plain-words/jargon'
import { readingAge } from '#app/domain/plan/plain-words/reading-age'
import { audit } from '#db/schema'
import { deskOf, familyUrl } from './at-the-desk'
import { changed } from './broken-files'
import * as cast from './cast'
import { caseFile } from './situation'
import { wordsOn } from './visit'
import { testWorld } from './world'

const look = plainWords()
const kinds = (text: string, isDanger = false) => look(text, { isDanger }).map(({ kind }) => kind)

describe('how old somebody has to be to read it', () => {
  test('short words in short sentences are for a child, words of the trade for a student', () => {
    expect(readingAge(['Nan comes every day at four. She stays until Mum is home.'])).toBeLessThanOrEqual(8)
    const heavy = 'The core group will monitor compliance with the safeguarding arrangements and facilitate engagement.'
    expect(readingAge([heavy])).toBeGreaterThan(16)
    expect(kinds(heavy)).toContain('hard')
    expect(readingAge([''])).toBeUndefined()
  })

  test('the demo’s plans read younger than twelve, and little is said of them', () => {
    for (const name of ['marsh', 'harker', 'wojcik'] as const) {
      const { age, findings } = wordsInPlan(caseFile(name))
      expect(age).toBeLessThan(12)
      expect(findings.length).toBeLessThan(8)
    }
  })
})

test('a sentence of more than twenty words is long, two of twelve are not', () => {
  const twelve = 'Nan comes on Monday and she stays with us until Mum is back.'
  expect(kinds(`${twelve} ${twelve}`)).toEqual([])
  expect(kinds(`${twelve.slice(0, -1)} and ${twelve}`)).toEqual(['long'])
})

test('a word of the trade is found in capitals, in the plural and as part of a longer one, and the plain word offered', () => {
  expect(look('Supervised  Contact is on Friday.')).toEqual([
    { kind: 'jargon', words: 'Supervised  Contact', offer: 'seeing each other while someone is there' },
  ])
  expect(look('Two Referrals. Multi agency.').map(({ words }) => words)).toEqual(['Referrals', 'Multi agency'])
  expect(kinds('The contactless card.')).toEqual([])
  expect(JARGON.length).toBeGreaterThan(60)
})

test('a danger that judges is asked what happened; the same word elsewhere, and words for what somebody does, are not', () => {
  for (const label of ['neglectful', 'abusive', 'alcoholic', 'Non compliant'])
    expect(look(`Kelly is ${label}.`, { isDanger: true })).toContainEqual({ kind: 'label', words: label })
  expect(kinds('Kelly is neglectful.')).toEqual([])
  expect(kinds('Kelly drinks and falls asleep.', true)).toEqual([])
  const file = changed('marsh', { 'plan.worries.0.danger.0.text': 'Kelly is neglectful.' })
  expect(wordsInPlan(file as never).findings).toContainEqual({
    itemId: caseFile('marsh').plan.worries[0]?.danger[0]?.id,
    path: '$.plan.worries[0].danger[0].text',
    kind: 'label',
    words: 'neglectful',
  })
})

test('a fourth worry is asked after, a third is not', () => {
  const { plan } = caseFile('marsh')
  const [worry] = plan.worries
  const with_ = (count: number) => ({ ...caseFile('marsh'), plan: { ...plan, worries: Array(count).fill(worry) } })
  expect(wordsInPlan(with_(3)).findings.map(({ kind }) => kind)).not.toContain('worries')
  expect(wordsInPlan(with_(4)).findings).toContainEqual(expect.objectContaining({ kind: 'worries', count: 4 }))
})

test('of what is not English nothing is said but that', () => {
  expect(kinds('امی ہر روز چار بجے آتی ہیں اور نگرانی کرتی ہیں۔')).toEqual(['not-english'])
  expect(kinds('Każdego dnia ktoś dorosły będzie trzeźwy, żeby się zająć dziećmi.')).toEqual(['not-english'])
  expect(kinds('Mrs Wójcik comes with Łukasz and stays for tea until Mum is home.')).toEqual([])
})

test('an administrator’s list is the one that counts; a line that is none changes nothing; none at all is the first again', async () => {
  const world = await testWorld({ families: true })
  const ada = { staffId: 'ada' }
  expect(await plainWordsNow(world)).toEqual(JARGON)
  expect(await setPlainWords(world, ada, 'contact\nfoo = bar')).toEqual({
    refused: { why: 'words-line', line: 'contact' },
  })
  expect(await plainWordsNow(world)).toEqual(JARGON)
  await setPlainWords(world, ada, ' key safe = box for the key \n\n')
  expect(wordsAsTyped(await plainWordsNow(world))).toBe('key safe = box for the key')
  const mine = plainWords(await plainWordsNow(world))
  expect(mine('The key-safe. Safeguarding.').map(({ words, offer }) => [words, offer])).toEqual([
    ['key-safe', 'box for the key'],
  ])
  await setPlainWords(world, ada, '')
  expect(await plainWordsNow(world)).toEqual(JARGON)
  expect(await world.db.read.$count(audit, eq(audit.did, 'plain-words.set'))).toBe(2)
})

test('at the desk each idea stands with its words and the way to them; at the settings the list comes back when a line is none', async () => {
  const world = await testWorld({ families: true })
  const { browser, site } = await deskOf(world, 'olu')
  const url = await familyUrl(world, cast.wojcik)
  const words = await browser.get(`${url}/words`)
  expect(wordsOn(words.html)).toContain('young carers You could say: en a child who looks after someone')
  expect(wordsOn(words.html)).toContain('A sentence of 36 words. Make it two.')
  const plan = await browser.get(`${url}/plan`)
  const leads = words.links.filter((href) => href.includes('/plan#'))
  expect(leads.length).toBeGreaterThan(1)
  for (const href of leads) expect(plan.html.split(`id="${href.split('#')[1]}"`).length).toBe(2)

  const { browser: ada } = await deskOf(world, 'ada', site)
  const settings = await ada.get('/desk/settings')
  const back = await ada.send(settings, 'value="words"', { words: 'young carer' })
  expect(back.status).toBe(422)
  expect(wordsOn(back.html)).toContain('“young carer” has no word on both sides of a =.')
  expect(back.forms.find(({ html }) => html.includes('value="words"'))?.fields.words).toBe('young carer')
  await ada.send(back, 'value="words"', { words: 'crisps = snacks' })
  const after = wordsOn((await browser.get(`${url}/words`)).html)
  expect(after).toContain('crisps You could say: en snacks')
  expect(after).not.toContain('young carers')
})
