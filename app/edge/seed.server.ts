import { and, eq, isNull } from 'drizzle-orm'
import { importFamily } from '#app/domain/record/import'
import type { World } from '#app/domain/world'
import { council, families, staff, teams } from '#db/schema'
import { demoCouncil, demoFamilies, demoLead, demoStaff, demoTeam } from '#db/seed/demo'

/** The demo's council, staff and three families, published. Adds what is missing, so it may run at every start. */
export async function seedDemo(world: World): Promise<void> {
  const addedAt = world.now().toISOString()
  await world.db.write((db) => [
    db.insert(teams).values(demoTeam).onConflictDoNothing(),
    db
      .insert(staff)
      .values(demoStaff.map((member) => ({ ...member, teamId: demoTeam.id, addedAt })))
      .onConflictDoNothing(),
    db
      .update(teams)
      .set({ leadId: demoLead })
      .where(and(eq(teams.id, demoTeam.id), isNull(teams.leadId))),
    db.insert(council).values(demoCouncil).onConflictDoNothing(),
  ])
  for (const family of demoFamilies) {
    if (await world.db.read.$count(families, eq(families.reference, family.reference))) continue
    const imported = await importFamily(world, family, {
      worker: family.worker,
      by: family.worker,
      publish: { endorsedBy: 'joan', ...('domesticAbuse' in family && { secondCheckBy: 'amina' }) },
    })
    if ('faults' in imported) {
      throw new Error(`${family.reference} cannot be imported: ${JSON.stringify(imported.faults)}`)
    }
  }
}
