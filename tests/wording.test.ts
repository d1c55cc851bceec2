import { describe, expect, test } from 'vitest'
import { tellsInText } from '#app/domain/council/telling'
import { kinds } from '#app/domain/texts/kinds'
import { saysNotMe, segmentsOf, textBody, textsFit, textToShow } from '#app/domain/texts/wording'
import { languages } from '#locales/languages'
import { CASES, caseFile } from './situation'
import { testWorld } from './world'

const filling = { token: 'x'.repeat(22), code: '123456' }
const each = Object.keys(languages).flatMap((language) =>
  (Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => [language, kind] as const),
)

/** As long as either may be. */
async function world() {
  const made = await testWorld()
  Object.assign(made.settings, { publicUrl: 'https://our-week.city.gov.uk', serviceName: 'Our page 12' })
  return made
}

describe('a text', () => {
  test.each(
    each,
  )('in %s, %s, says who it is from and nothing of what it is about, and fits', async (language, kind) => {
    const body = await textBody(await world(), language, kind, filling)
    const words = body.replace(/https:\S+/, '')
    expect(body.startsWith('Our page 12')).toBe(true)
    expect(tellsInText(words, 'Demo City Council')).toBe(false)
    const people = CASES.flatMap((name) => {
      const { children, people } = caseFile(name)
      return [...children.map(({ firstName }) => firstName), ...people.flatMap(({ name }) => name.split(' '))]
    })
    expect(people.filter((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(words))).toEqual([])
    expect(segmentsOf(body)).toBeLessThanOrEqual(language === 'ur' ? 2 : 1)
    expect(body.match(/https?:/g) ?? []).toHaveLength(kind === 'test' ? 0 : 1)
    if (kind === 'sign-in') expect(body).toContain('123456')
  })

  test.each(each)('in %s, %s, says how to ignore it and how to get no more', async (language, kind) => {
    const body = await textBody(await world(), language, kind, filling)
    expect(body).toMatch(/Ignore|Zignoruj|چھوڑ/)
    expect(body).toMatch(/No more|Dosc SMS-ow|اور نہیں|اور پیغام نہیں/)
  })

  test('is what the worker was shown, with dots for the link and its price; English where we have no words', async () => {
    const one = await testWorld()
    const shown = await textToShow(one, 'ur', 'invitation')
    expect(shown).toMatchObject({ segments: 2, pence: 8 })
    expect(shown.body).toContain('https://portal.example/l/••••••••••••••••••••••')
    const said = (language: string) => textBody(one, language, 'invitation', filling)
    expect(await said('ur')).toBe(shown.body.replace(/•+/, filling.token))
    expect(await said('ro')).toBe(await said('en'))
  })

  test('does not fit behind an address that is too long', () => {
    expect(textsFit({ publicUrl: 'https://our-week.city.gov.uk' }, 'Our page 12')).toBe(true)
    expect(textsFit({ publicUrl: 'https://our-week.the-longest-city-of-all.gov.uk' }, 'Our page 12')).toBe(false)
  })
})

test.each([
  'Not me',
  ' NOT ME. ',
  'wrong number!',
  'To nie ja',
  'pomylka',
  'Pomyłka.',
  'غلط نمبر',
  'میں نہیں',
])('“%s” is understood as: not for me', (reply) => expect(saysNotMe(reply)).toBe(true))

test.each(['Not me this week, Bev can', 'STOP', 'Yes', '', 'Me'])('“%s” is not', (reply) => {
  expect(saysNotMe(reply)).toBe(false)
})
