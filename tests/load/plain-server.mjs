/**
 * What the bench holds the portal against: a plain `node:http` server that asks the database the same questions,
 * writes the same audit row and last-seen, and sends the same page from a template string. No framework, no query
 * builder, no rule: what is left when everything that makes the portal the portal is taken away.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createClient } from '@libsql/client'

const [, , url, pageFile, startedAt] = process.argv
// Every other part is words, as they stand in the database: a template escapes them anew for each page.
const parts = readFileSync(pageFile, 'utf8').split(/(?<=>)([^<>]+)(?=<)/)
const unescaped = (html) => html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity])
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }
const words = parts.map((part, at) => (at % 2 === 1 ? unescaped(part) : part))
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign])
const ESCAPES = Object.fromEntries(Object.entries(ENTITIES).map(([entity, sign]) => [sign, entity]))
const page = () => words.reduce((html, part, at) => `${html}${at % 2 === 1 ? escaped(part) : part}`, '')
const reader = createClient({ url, timeout: 0, concurrency: 1 })
const writer = createClient({ url, timeout: 0, concurrency: 1 })
const began = Date.now()
const now = () => new Date(Number(startedAt) + Date.now() - began)
const sha256 = (text) => createHash('sha256').update(text).digest('base64url')

const SESSION = `select s.*, f.public_id, m.ended_at, i.voided_at, i.declined_at, p.language from sessions s
  left join families f on f.id = s.family_id left join memberships m on m.id = s.membership_id
  left join invitations i on i.id = s.invitation_id
  left join people p on p.family_id = s.family_id and p.person_id = s.person_id where s.id_hash = ?`
const FAMILY = [
  'select id, published_at from versions where family_id = ? and published_at is not null order by number desc',
  'select public_id from families where id = ?',
  `select s.kind, s.entry, s.ring_me, s.text_read, s.shared_with from newest_said n join said s on s.seq = n.seq
    where n.family_id = ?`,
  'select item_id, shut_to from narrowings where family_id = ?',
  'select person_id, not_to_ring from memberships where family_id = ? and ended_at is null',
  'select person_id, phone, landline, unsafe_phones, language, safe_to_text from people where family_id = ?',
  'select item_id, public_id from public_ids where family_id = ?',
  `select staff.id, name, phone, "as", "from", until from assignments join staff on staff.id = staff_id
    where family_id = ? order by assignments.id`,
]

let turn = Promise.resolve()
const inTurn = (work) => {
  const mine = turn.then(work)
  turn = mine.catch(() => undefined)
  return mine
}

async function noteView(session) {
  const at = now().toISOString()
  const last = (
    await writer.execute({ sql: 'select seq, hash from audit_heads where chain = ?', args: [session.family_id] })
  ).rows[0]
  const seq = Number(last?.seq ?? 0) + 1
  const prev = String(last?.hash ?? '')
  const row = [seq, prev, at, `person:${session.person_id}`, session.family_id, 'plan.viewed', null]
  await writer.batch(
    [
      {
        sql: 'update sessions set seen_at = ? where id_hash = ? and ended_at is null and seen_at < ?',
        args: [at, session.id_hash, at],
      },
      {
        sql: 'insert into audit (chain, seq, prev, hash, at, who, family_id, did, about) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        args: [session.family_id, seq, prev, sha256(JSON.stringify(row)), ...row.slice(2)],
      },
    ],
    'write',
  )
}

const server = createServer(async (request, response) => {
  const cookie = /__Host-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const [session] = (await reader.execute({ sql: SESSION, args: [sha256(cookie)] })).rows
  if (!session) return response.writeHead(404).end()
  const answers = []
  for (const sql of FAMILY) answers.push((await reader.execute({ sql, args: [session.family_id] })).rows)
  const council = (await reader.execute('select * from council')).rows
  const said = answers[2].map((row) => JSON.parse(row.entry))
  await inTurn(() => noteView(session))
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${page()}<!-- ${said.length > 0 && council.length > 0 ? 'whole' : 'empty'} -->`)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
