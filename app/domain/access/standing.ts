/**
 * What stands now of a family: the published document with the dated rows over it. The one loader of it; what people
 * said is `spoken.ts`.
 */
import { sql } from 'drizzle-orm'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { type ContactFacts, withContactFacts } from '#app/domain/plan/contact-facts'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { families } from '#db/schema'
import { type Document, documentsOf } from './documents'
import type { Situation } from './situation'

type Version = { id: string; publishedAt: string }
type Facts = ContactFacts & { personId: Id; hasWord: boolean }

export type Standing = Pick<Situation, 'file' | 'narrowings' | 'joined' | 'worker' | 'staff' | 'away'> & {
  familyId: string
  /** The family's public id. */
  publicId: string
  /** As it was published; `file` is the same with people's contact facts of today. */
  document: FamilyFile
  /** Published versions, newest first; while there is none, for staff, the newest draft. */
  versions: [Version, ...Version[]]
  contactFacts: Facts[]
  publicIds: Map<Id, string>
  /** An assignment begins or ends then (ISO, UTC): from that moment on somebody else may be the worker. */
  until?: string
}

/** `orDraft`: the newest draft while nothing is published; `draftFirst`: it, if there is one, before what is published. */
type WhichVersion = { orDraft?: boolean; draftFirst?: boolean }

/** What stands of one family; null when nothing is published, but for staff with `orDraft` or `draftFirst`. */
export async function standingOf(world: World, familyId: string, asked: WhichVersion = {}): Promise<Standing | null> {
  return (await standingsOf(world, [familyId], asked)).get(familyId) ?? null
}

/** The same of several families, by id, in one statement: those with nothing published are left out. */
export async function standingsOf(
  world: World,
  familyIds: string[],
  { orDraft = false, draftFirst = false }: WhichVersion = {},
): Promise<Map<string, Standing>> {
  if (familyIds.length === 0) return new Map()
  const rows = (await query(world.db).all({ ids: JSON.stringify(familyIds) })).flatMap((row) => {
    const published = JSON.parse(row.versions) as Version[]
    const last = row.draft ? [JSON.parse(row.draft) as Version] : []
    // The last version of all is a draft, or the newest published one.
    const draft = last.filter(({ id }) => id !== published[0]?.id)
    const before = draftFirst || (orDraft && published.length === 0) ? draft : []
    const [newest, ...older] = [...before, ...published]
    return newest ? [{ row, versions: [newest, ...older] as [Version, ...Version[]] }] : []
  })
  const documents = await documentsOf(
    world,
    rows.map(({ versions }) => versions[0].id),
  )
  const now = world.now().toISOString()
  return new Map(
    rows.flatMap(({ row, versions }) => {
      const document = documents.get(versions[0].id)
      return document ? [[row.id, standing(row, versions, document, now)]] : []
    }),
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['all']>>[number]
/** As SQLite writes yes and no. */
type Written = Omit<Facts, 'landline' | 'noTexts' | 'hasWord'> &
  Record<'landline' | 'noTexts' | 'hasWord', number | null>
type Assigned = {
  id: Id
  name: string
  phone: string | null
  as: string
  from: string
  until: string | null
  left: string | null
  restricted: number
}
type Absence = { id: Id; from: string; until: string }

function standing(row: Row, versions: [Version, ...Version[]], { file, publicIds }: Document, now: string): Standing {
  const assigned = JSON.parse(row.assigned) as Assigned[]
  const contactFacts = (JSON.parse(row.people) as Written[]).map((facts) => ({
    ...facts,
    landline: facts.landline === null ? null : !!facts.landline,
    noTexts: facts.noTexts === null ? null : !!facts.noTexts,
    hasWord: !!facts.hasWord,
  }))
  const absences = JSON.parse(row.absences) as Absence[]
  const [until] = [...assigned, ...absences]
    .flatMap(({ from, until }) => [from, until])
    .filter((at) => at !== null && at > now)
    .toSorted()
  const inForce = assigned.filter(({ from, until }) => from <= now && (!until || until > now))
  const current = inForce.findLast(({ as }) => as === 'worker')
  return {
    familyId: row.id,
    publicId: row.publicId,
    document: file,
    file: withContactFacts(file, contactFacts),
    versions,
    narrowings: JSON.parse(row.narrowings),
    joined: JSON.parse(row.joined),
    worker: current?.id ?? file.worker,
    staff: Object.fromEntries(assigned.map(({ id, name, phone }) => [id, { name, phone: phone ?? undefined }])),
    contactFacts,
    publicIds,
    ...awayIn(inForce, current, absences, now),
    ...(until && { until }),
  }
}

/** That the worker is away or has left, and who answers meanwhile: who covers, else the manager. */
function awayIn(inForce: Assigned[], worker: Assigned | undefined, absences: Absence[], now: string) {
  const absence = absences.findLast(({ id, from, until }) => id === worker?.id && from <= now && until > now)
  if (worker && !worker.left && !absence) return {}
  const here = inForce.filter(({ id, left, restricted }) => id !== worker?.id && !left && !restricted)
  const answers = here.findLast(({ as }) => as === 'covering') ?? here.findLast(({ as }) => as === 'manager')
  if (!worker && !answers) return {}
  return {
    away: { ...(absence && !worker?.left && { until: absence.until }), ...(answers && { answers: answers.id }) },
  }
}

/** One statement: asking several times and taking rows apart costs more than SQLite putting them together. */
const query = prepared((read) => {
  const list = (what: string, from: string) =>
    sql<string>`(select json_group_array(json_object(${sql.raw(what)})) from (${sql.raw(from)}))`
  return read
    .select({
      id: families.id,
      publicId: families.publicId,
      versions: list(
        `'id', id, 'publishedAt', published_at`,
        'select id, published_at from versions where family_id = families.id and published_at is not null order by number desc',
      ),
      draft: sql<string | null>`(select json_object('id', id, 'publishedAt', made_at) from versions
        where family_id = families.id order by number desc limit 1)`,
      narrowings: list(
        `'itemId', item_id, 'shutTo', shut_to`,
        'select item_id, shut_to from narrowings where family_id = families.id order by id',
      ),
      joined: list(
        `'personId', person_id, 'notToRing', json(not_to_ring), 'mayRing', json(may_ring), 'joinedAt', joined_at`,
        'select person_id, not_to_ring, may_ring, joined_at from memberships where family_id = families.id and ended_at is null',
      ),
      people: list(
        `'personId', person_id, 'phone', phone, 'landline', landline, 'unsafePhones', json(unsafe_phones),
         'language', language, 'noTexts', no_texts, 'safeToText', json(safe_to_text), 'hasWord', word_hash is not null`,
        'select * from people where family_id = families.id',
      ),
      assigned: list(
        `'id', id, 'name', name, 'phone', phone, 'as', "as", 'from', "from", 'until', until, 'left', left_at, 'restricted', shut`,
        `select s.id, s.name, s.phone, s.left_at, a."as", a."from", a.until,
          exists (select 1 from restricted_to where family_id = families.id and until is null) and not exists (
            select 1 from restricted_to where family_id = families.id and until is null and staff_id = a.staff_id) as shut
          from assignments a join staff s on s.id = a.staff_id
          where a.family_id = families.id order by a.id`,
      ),
      absences: list(
        `'id', staff_id, 'from', "from", 'until', until`,
        `select staff_id, "from", until from absences where staff_id in (
          select staff_id from assignments where family_id = families.id and "as" = 'worker') order by "from"`,
      ),
    })
    .from(families)
    .where(sql`${families.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare()
})
