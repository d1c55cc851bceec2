import type { FamilyFile } from '#app/domain/plan/case-file'
import { itemIdsIn } from '#app/domain/plan/version'
import type { TestWorld } from './world'

/** Puts something into a family's published plan by hand: `{ safety: … }`. Its parts get public ids, as a version's do. */
export async function edited(world: TestWorld, reference: string, plan: Partial<FamilyFile['plan']>): Promise<void> {
  const hands = world.hands()
  await hands.execute('drop trigger if exists published_never_changes')
  const ofFamily = 'family_id = (select id from families where reference = ?)'
  for (const [key, value] of Object.entries(plan))
    await hands.execute({
      sql: `update versions set document = json_set(document, ?, json(?)) where ${ofFamily}`,
      args: [`$.plan.${key}`, JSON.stringify(value), reference],
    })
  const { rows } = await hands.execute({
    sql: `select family_id, document from versions where ${ofFamily}`,
    args: [reference],
  })
  for (const { family_id: familyId, document } of rows)
    for (const id of itemIdsIn(JSON.parse(String(document)) as FamilyFile))
      await hands.execute({
        sql: 'insert or ignore into public_ids (family_id, item_id, public_id) values (?, ?, ?)',
        args: [familyId ?? '', id, Buffer.from(`${id}-made-by-hand--------`).toString('base64url').slice(0, 22)],
      })
  hands.close()
}
