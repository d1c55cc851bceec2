import ipaddr from 'ipaddr.js'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { whyNotName } from '#app/domain/council/sender'
import { Refusal } from '#app/domain/refusal'
import type { NotifySettings } from './notify.server'
import type { StaffProviderSettings } from './staff-provider.server'
import { isSafe, staffSettings } from './staff-settings.server'
import type { TwilioSettings } from './twilio.server'

export type Environment = {
  mode: 'demo' | 'live'
  host: string
  port: number
  /** Absent: wherever the server turns out to listen. */
  publicUrl: string | undefined
  serviceName: string
  /** Of one text. */
  pence: number
  /** The proxies of our own between the portal and the world: how many, or their addresses. */
  proxies: number | string[]
  /** Where figures are told; absent: nowhere. */
  metrics: { host: string; port: number } | undefined
  texts: { by: 'demo' } | ({ by: 'twilio' } & TwilioSettings) | ({ by: 'notify' } & NotifySettings)
  /** How staff sign in; absent in the demo. */
  staff: StaffProviderSettings | undefined
  sessionSecret: string
  database: { url: string; authToken: string | undefined; key: string | undefined }
  /** What copies of the database are encrypted with, where it is not the database's own key. */
  backupKey: string | undefined
  /** The moment the demo's clock starts at when set, instead of where it would by itself. */
  now: Date | undefined
}

/** The demo holds invented people and answers this machine alone, so its secret may be known; forms outlive a restart this way. */
const DEMO_SECRET = 'the demo holds invented people and needs no secret'

const port = z.coerce
  .number('a port number, such as 3000')
  .int('a port number, such as 3000')
  .min(0, 'from 0 to 65535')
  .max(65535, 'from 0 to 65535')
const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin) return url.origin
  context.addIssue('an address without a path, such as https://plan.example.org')
  return z.NEVER
})
const database = z
  .string()
  .regex(
    /^(file:.+|wss?:\/\/.+|https?:\/\/.+|libsql:\/\/.+)$/,
    'file:… for a file, or ws://… or wss://… for a libSQL server',
  )
const hops = z.string().transform((text, context) => {
  if (/^\d{1,2}$/.test(text.trim())) return Number(text)
  const named = text.split(',').map((one) => one.trim())
  if (named.every((one) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one))) return named
  context.addIssue('how many there are, or their addresses: 10.0.0.5, 10.1.0.0/16')
  return z.NEVER
})
const now = z.string().transform((text, context) => {
  const at = DateTime.fromISO(text, { zone: 'Europe/London' })
  if (at.isValid) return at.toJSDate()
  context.addIssue('a date and time, such as 2026-11-23T10:00')
  return z.NEVER
})

const settings = {
  PORT: port.default(3000),
  DATABASE_URL: database.default('file:.data/portal.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  DATABASE_KEY: z.string().optional(),
  BACKUP_KEY: z.string().min(32, 'at least 32 characters long').optional(),
  SERVICE_NAME: z
    .string()
    .refine((name) => !whyNotName(name, ''), 'at most 11 plain letters, digits and spaces that tell nothing')
    .default('Our page'),
  TEXT_PENCE: z.coerce.number('a price in pence, such as 2.4').min(0, 'a price in pence, such as 2.4').default(4),
  TRUSTED_PROXIES: hops.default(0),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
}

const said = z.string('set')
/** What each carrier of texts needs to be told. `_OLD`: what is still good while it is being changed. */
const carriers = {
  demo: z.object({}).transform(() => ({ by: 'demo' as const })),
  twilio: z
    .object({
      TWILIO_ACCOUNT_SID: said.regex(/^AC[0-9a-f]{32}$/i, 'an account’s SID, which begins with AC'),
      TWILIO_AUTH_TOKEN: said,
      TWILIO_AUTH_TOKEN_OLD: said.optional(),
      TWILIO_FROM: said.optional(),
      TWILIO_MESSAGING_SERVICE_SID: said.optional(),
      TWILIO_CONTENT_RETENTION: z.enum(['retain', 'discard'], '"retain" or "discard"').default('retain'),
      TWILIO_API_BASE: origin.optional(),
    })
    .transform((given, context): Environment['texts'] => {
      const { TWILIO_FROM: number, TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } = given
      const from = messagingServiceSid ? { messagingServiceSid } : number ? { number } : undefined
      if (!from) {
        context.addIssue({ code: 'custom', path: ['TWILIO_FROM'], message: 'set, or TWILIO_MESSAGING_SERVICE_SID' })
        return z.NEVER
      }
      return {
        ...{ by: 'twilio', from, accountSid: given.TWILIO_ACCOUNT_SID, base: given.TWILIO_API_BASE },
        authTokens: [given.TWILIO_AUTH_TOKEN, ...[given.TWILIO_AUTH_TOKEN_OLD ?? []].flat()],
        discards: given.TWILIO_CONTENT_RETENTION === 'discard',
      }
    }),
  notify: z
    .object({
      NOTIFY_API_KEY: said.regex(/-[0-9a-f-]{36}-[0-9a-f-]{36}$/i, 'an API key of GOV.UK Notify'),
      NOTIFY_TEMPLATE_ID: said,
      NOTIFY_CALLBACK_TOKEN: said.min(20, 'at least 20 characters'),
      NOTIFY_CALLBACK_TOKEN_OLD: said.optional(),
      NOTIFY_API_BASE: origin.optional(),
    })
    .transform((given): Environment['texts'] => ({
      ...{ by: 'notify', apiKey: given.NOTIFY_API_KEY, templateId: given.NOTIFY_TEMPLATE_ID },
      callbackTokens: [given.NOTIFY_CALLBACK_TOKEN, ...[given.NOTIFY_CALLBACK_TOKEN_OLD ?? []].flat()],
      base: given.NOTIFY_API_BASE,
    })),
}

const demo = z.object({
  ...settings,
  PUBLIC_URL: origin.optional(),
  SESSION_SECRET: z.string().default(DEMO_SECRET),
  TEXTS: z.enum(['demo', 'twilio', 'notify'], '"demo", "twilio" or "notify"').default('demo'),
  PORTAL_NOW: now.optional(),
})

/** In live use nothing has a default that a family would find: each of these is the council's own. */
const live = z.object({
  ...settings,
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.string('set').pipe(origin).refine(isSafe, 'an https address'),
  SESSION_SECRET: z.string('set').min(32, 'at least 32 characters long'),
  SERVICE_NAME: z.string('set').pipe(settings.SERVICE_NAME.unwrap()),
  TEXTS: z.enum(['twilio', 'notify'], 'set to "twilio" or "notify"'),
  DATABASE_KEY: z.string().min(32, 'at least 32 characters long').optional(),
})

/**
 * Reads every setting and checks all of them at once; `.env.example` says what each is for.
 * @throws {Refusal} naming everything that is missing or wrong, in one sentence.
 */
export function readEnvironment(mode: 'demo' | 'live', variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
  const isLive = mode === 'live'
  const read = (isLive ? live : demo).safeParse(given)
  const by = demo.shape.TEXTS.safeParse(given.TEXTS)
  const texts = carriers[by.success ? by.data : 'demo'].safeParse(given)
  const staff = isLive ? staffSettings.safeParse(given) : undefined
  const locked = isLive && !given[keyOf(given)] ? [`${keyOf(given)} must be set`] : []
  const needless = given.DATABASE_KEY && onServer(given) ? [NEEDLESS_KEY] : []
  const issues = [read, texts, staff].flatMap((one) => one?.error?.issues ?? [])
  const faults = [...issues.map(({ path, message }) => `${path.join('.')} must be ${message}`), ...locked, ...needless]
  if (!read.success || !texts.success || faults.length > 0)
    throw new Refusal(`The settings are not right: ${faults.join('; ')}.`)
  const env: Omit<z.infer<typeof demo>, 'TEXTS'> & { HOST?: string } = read.data
  return {
    mode,
    host: env.HOST ?? '127.0.0.1',
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    serviceName: env.SERVICE_NAME,
    pence: env.TEXT_PENCE,
    proxies: env.TRUSTED_PROXIES,
    metrics: env.METRICS_PORT === undefined ? undefined : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    texts: texts.data,
    staff: staff?.data,
    sessionSecret: env.SESSION_SECRET,
    database: { url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN, key: env.DATABASE_KEY },
    backupKey: env.BACKUP_KEY,
    now: env.PORTAL_NOW,
  }
}

/** What keeps a database from whoever comes by its disk, or its address. */
const keyOf = (given: Given) => (onServer(given) ? 'DATABASE_AUTH_TOKEN' : 'DATABASE_KEY')

type Given = Record<string, string | undefined>
const onServer = ({ DATABASE_URL: url }: Given) => url !== undefined && !url.startsWith('file:')

const NEEDLESS_KEY = 'DATABASE_KEY must be left out, since it is for a file: a server encrypts with a key of its own'

/** Whether the settings are a council's: whoever set its sign-in means live use. */
export const isLive = ({ OIDC_ISSUER: issuer }: NodeJS.ProcessEnv): boolean => !!issuer?.trim()
