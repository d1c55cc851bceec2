/** A family that is added and goes its way to being published, as the desk's people walk it. */
import type { Page } from '@playwright/test'
import type { Language } from '#locales/languages'
import { expect } from './browsers'
import { type Look, speak } from './every-page'
import { signInAtDesk } from './way-in'
import { type Say, wordsIn } from './words'

const NAME = 'Hill family'

/** A family like the Harkers, with domestic abuse, added by its worker; `telling`: with a name in it that Craig must not read. */
export async function addHill(desk: Page, say: Say, telling = false) {
  const t = say('desk-families')
  const { default: harker } = await import('../../db/seed/harker.json', { with: { type: 'json' } })
  const rules = harker.plan.rules.map((rule) => (telling && rule.id === 'B-R4' ? { ...rule, text: 'Ask Ruth.' } : rule))
  const file = { ...harker, reference: 'CS-40001', familyName: NAME, plan: { ...harker.plan, rules } }
  await desk.getByLabel(t('new.paste')).fill(JSON.stringify(file))
  await desk.locator('form[enctype] button').click()
}

/** From the desk of today to the plan or the second check that waits there. */
export async function readFromDesk(desk: Page, say: Say) {
  await desk.goto('/desk')
  await desk.getByRole('link', { name: say('desk-publish')('desk.readWhat', { family: NAME }) }).click()
}

/** Asked for, with somebody named for the second check. */
export async function askFor(desk: Page, checker: string, say: Say) {
  const t = say('desk-publish')
  await desk.getByRole('link', { name: t('act.ask') }).click()
  await desk.getByRole('radio', { name: checker }).check()
  await desk.getByRole('button', { name: t('asking.send') }).click()
  await expect(desk.getByText(t('toCheck', { name: checker }))).toBeVisible()
}

/** Every page there is on the way. */
export async function draftPages(browserOf: () => Promise<Page>, language: Language, look: Look) {
  const say = wordsIn(language)
  const t = say('desk-publish')
  const desk = async (name: string) => {
    const page = await browserOf()
    await page.goto('/desk/sign-in')
    await speak(page, language)
    await signInAtDesk(page, name, say)
    return page
  }
  const tom = await desk('Tom Beckett')
  await tom.goto('/desk/families/new')
  await addHill(tom, say, true)
  await look(tom, 'desk-draft')
  await tom.getByRole('link', { name: t('act.ask') }).click()
  await look(tom, 'desk-draft-ask-found')
  const check = say('desk-check')
  await tom.getByRole('link', { name: check('link') }).click()
  await expect(tom.locator('mark')).toHaveText('Ruth')
  await look(tom, 'desk-draft-findings')
  const joan = await desk('Joan Petrie')
  await joan.goto(tom.url())
  await joan.getByRole('link', { name: check('act.overrule') }).click()
  await look(joan, 'desk-draft-overrule')
  await tom.goBack()
  await tom.getByRole('link', { name: t('replace.link') }).click()
  await look(tom, 'desk-draft-replace')
  await addHill(tom, say)
  await tom.getByRole('link', { name: t('act.ask') }).click()
  await look(tom, 'desk-draft-ask')
  await tom.goBack()
  await askFor(tom, 'Olu Adebayo', say)
  await look(tom, 'desk-draft-asked')
  const olu = await desk('Olu Adebayo')
  await readFromDesk(olu, say)
  await look(olu, 'desk-draft-check')
  await readFromDesk(joan, say)
  await joan.getByRole('link', { name: t('act.endorse') }).click()
  await look(joan, 'desk-draft-endorse')
  await joan.getByRole('link', { name: t('act.sendBack') }).click()
  await look(joan, 'desk-draft-send-back')
  await joan.getByLabel(t('sending.words')).fill('Rule 2 is not what we agreed.')
  await joan.getByRole('button', { name: t('sending.send') }).click()
  await tom.goto('/desk')
  await look(tom, 'desk-draft-today')
  await readFromDesk(tom, say)
  await look(tom, 'desk-draft-sent-back')
}
