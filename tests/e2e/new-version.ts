import type { Page } from '@playwright/test'
import { openFamily } from './way-in'
import { wordsIn } from './words'

const say = wordsIn('en')

/** The plan that is shown is made a draft again, changed by its file, asked for, and endorsed. No domestic abuse in it. */
export async function showNewVersion(worker: Page, manager: Page, family: string, file: unknown) {
  const [t, publish] = [say('desk-versions'), say('desk-publish')]
  await openFamily(worker, family, 'plan')
  await worker.getByRole('link', { name: t('link') }).click()
  await worker.getByRole('link', { name: t('restoreOf', { number: 1 }) }).click()
  await worker.getByRole('button', { name: t('restoring.send') }).click()
  await worker.getByRole('link', { name: publish('replace.link') }).click()
  await worker.getByLabel(say('desk-families')('new.paste')).fill(JSON.stringify(file))
  await worker.getByRole('button', { name: publish('replace.send') }).click()
  await worker.getByRole('link', { name: publish('act.ask') }).click()
  await worker.getByRole('button', { name: publish('asking.send') }).click()
  await manager.goto('/desk')
  await manager.getByRole('link', { name: publish('desk.readWhat', { family }) }).click()
  await manager.getByRole('link', { name: publish('act.endorse') }).click()
  await manager.getByRole('button', { name: publish('endorsing.send') }).click()
  await manager.getByRole('link', { name: t('link') }).waitFor()
}
