/** A language is one of ours whatever place or writing its tag names, and what we have no words in is said. */
import { expect, test } from 'vitest'
import { planFor } from '#app/domain/access/read-plan'
import { importFamily } from '#app/domain/record/import'
import { textBody } from '#app/domain/texts/wording'
import { families } from '#db/schema'
import { languageOf } from '#locales/languages'
import { deskOf } from './at-the-desk'
import { caseFile } from './situation'
import { wordsOn } from './visit'
import { testWorld } from './world'

test.each([
  ['pl', 'pl'],
  ['pl-PL', 'pl'],
  ['PL', 'pl'],
  ['ur-PK', 'ur'],
  ['ur-Arab-PK', 'ur'],
  ['en-GB', 'en'],
  // Who reads Urdu in Latin letters may not read ours.
  ['ur-Latn', undefined],
  ['so', undefined],
  ['polish', undefined],
  ['', undefined],
])('%s is %s', (tag, ours) => {
  expect(languageOf(tag)).toBe(ours)
})

/** The Wójcik family with these languages for Agnieszka and Tomasz. */
async function wojcikWith(agnieszka: string, tomasz: string) {
  const world = await testWorld({ families: true })
  const file = caseFile('wojcik')
  for (const person of file.people) {
    if (person.id === 'agnieszka') person.language = agnieszka
    if (person.id === 'tomasz') person.language = tomasz
  }
  const publish = { endorsedBy: 'amina', secondCheckBy: 'joan' }
  const taken = await importFamily(world, { ...file, reference: 'CS-99999' }, { by: 'olu', publish })
  if ('faults' in taken) throw new Error(JSON.stringify(taken.faults))
  return { world, ...taken }
}

test('who is down as “pl-PL” reads the Polish plan and gets Polish texts', async () => {
  const { world, familyId } = await wojcikWith('pl-PL', 'pl')
  const seen = (language: string) => planFor(world, { familyId, personId: 'agnieszka', language })
  const texts = async (language: string) =>
    (await seen(language))?.rules.map(({ words }) => 'text' in words && words.text)
  expect(await texts('pl-PL')).toEqual(await texts('pl'))
  expect(await texts('pl')).not.toEqual(await texts('en'))
  const filling = { token: 'A'.repeat(22), code: '123456' }
  expect(await textBody(world, 'pl-PL', 'invitation', filling)).toBe(await textBody(world, 'pl', 'invitation', filling))
})

test('the desk says that we have no words in somebody’s language, and what they get instead', async () => {
  const { world, publicId } = await wojcikWith('pl', 'so')
  expect(await world.db.read.$count(families)).toBe(4)
  const { browser } = await deskOf(world, 'olu')
  const people = await browser.get(`/desk/families/${publicId}/people`)
  expect(wordsOn(people.html)).toMatch(/no words in this language: Somali/i)
  expect(people.html.match(/no words in/gi)).toHaveLength(1)
})
