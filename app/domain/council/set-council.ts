/** What a council says of itself before anybody can be invited: its name, when it reads, whom to ring, where Exit leads. */
import { z } from 'zod'
import { phoneFrom } from '#app/domain/plan/phone'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { council as table } from '#db/schema'
import { type Council, councilIfSet } from './council'
import { historyOf } from './council-history'
import { hasHiddenSigns } from './hidden-signs'
import type { OpeningHours } from './opening-hours'

export const COUNCIL_FIELDS = ['name', 'open', 'holidays', 'duty', 'emergencyDuty', 'exit', 'many', 'night'] as const
/** These stand as they are until somebody says otherwise. */
const OPTIONAL = new Set<string>(['holidays', 'many', 'night'])
export type CouncilField = (typeof COUNCIL_FIELDS)[number]
export type CouncilTyped = Partial<Record<CouncilField, string>>
type Columns = Pick<
  Council,
  | ('name' | 'openingHours' | 'bankHolidays' | 'dutyPhone' | 'emergencyDutyPhone' | 'exitUrl')
  | ('unusualFamilies' | 'nightFrom' | 'nightUntil')
>

/** How each is read; null: it cannot be. Bank holidays may be none. */
const read: { [Field in CouncilField]: (typed: string) => Partial<Columns> | null } = {
  name: (typed) => (typed.length <= 80 && !hasHiddenSigns(typed) ? { name: typed } : null),
  open: (typed) => given('openingHours', hoursIn(typed)),
  holidays: (typed) => given('bankHolidays', daysIn(typed)),
  duty: (typed) => given('dutyPhone', phoneFrom(typed)),
  emergencyDuty: (typed) => given('emergencyDutyPhone', phoneFrom(typed)),
  exit: (typed) => (URL.canParse(typed) && new URL(typed).protocol === 'https:' ? { exitUrl: typed } : null),
  // How many families opened in an hour are unusual.
  many: (typed) => given('unusualFamilies', /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : null),
  night: (typed) => {
    const [, nightFrom, nightUntil] = typed.match(/^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/)
      ? (typed.match(/^(.{5})-(.{5})$/) ?? [])
      : []
    return nightFrom && nightUntil ? { nightFrom, nightUntil } : null
  },
}

/**
 * Sets what is given, and keeps what was. The first time all but the bank holidays are needed. Refuses by field: what is
 * `missing`, and what is `unclear`; then nothing has changed.
 */
export async function setCouncil(
  world: World,
  by: string | null,
  typed: CouncilTyped,
  write = plainly(world),
): Promise<{ refused: Partial<Record<CouncilField, 'missing' | 'unclear'>> } | { set: Columns }> {
  const now = await councilIfSet(world)
  const refused: Partial<Record<CouncilField, 'missing' | 'unclear'>> = {}
  let becomes: Partial<Columns> = now ? {} : { bankHolidays: [] }
  for (const field of COUNCIL_FIELDS) {
    const text = typed[field]?.trim()
    if (text) {
      const value = read[field](text)
      if (value) becomes = { ...becomes, ...value }
      else refused[field] = 'unclear'
    } else if (field === 'holidays' && text === '') becomes.bankHolidays = []
    else if (!OPTIONAL.has(field) && (!now || text === '')) refused[field] = 'missing'
  }
  if (Object.keys(refused).length > 0) return { refused }
  const whole = { ...now, ...becomes } as Columns
  const who = by === null ? ('system' as const) : (`staff:${by}` as const)
  await write({ who, did: 'council.set' }, async (db) => [
    now ? db.update(table).set(becomes) : db.insert(table).values({ id: 1, ...whole }),
    ...historyOf(world, db, by, now ?? {}, becomes),
  ])
  return { set: whole }
}

const given = <Key extends keyof Columns>(key: Key, value: Columns[Key] | null) =>
  value === null ? null : ({ [key]: value } as Pick<Columns, Key>)

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const STRETCH =
  /^(MO|TU|WE|TH|FR|SA|SU)(?:-(MO|TU|WE|TH|FR|SA|SU))? ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

/** Hours as they are typed: "MO-FR 09:00-17:00, SA 10:00-12:00". */
function hoursIn(typed: string): OpeningHours | null {
  const all: OpeningHours = []
  for (const part of typed
    .toUpperCase()
    .split(/[,;\n]+/)
    .map((one) =>
      one
        .trim()
        .replace(/\s*[-–]\s*/g, '-')
        .replace(/\s+/g, ' '),
    )) {
    const [, first, last = first, fromHour, fromMinute, toHour, toMinute] = STRETCH.exec(part) ?? []
    const days = WEEK.slice(WEEK.indexOf(first as 'MO'), WEEK.indexOf(last as 'MO') + 1)
    const [from, to] = [`${fromHour}:${fromMinute}`, `${toHour}:${toMinute}`]
    if (!first || days.length === 0 || from >= to) return null
    all.push(...days.map((day) => ({ day, from, to })))
  }
  return all
}

/** As https://www.gov.uk/bank-holidays.json has them. */
const govUk = z.object({ 'england-and-wales': z.object({ events: z.array(z.object({ date: z.iso.date() })) }) })

/** Days from a file: that of gov.uk for England and Wales, or dates by themselves. */
function daysIn(typed: string): string[] | null {
  if (typed.startsWith('{')) {
    const file = govUk.safeParse(jsonOf(typed)).data
    return file ? file['england-and-wales'].events.map(({ date }) => date).sort() : null
  }
  const days = z.array(z.iso.date()).safeParse(typed.split(/[\s,;]+/).filter(Boolean)).data
  return days ? [...new Set(days)].sort() : null
}

function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return undefined
  }
}
