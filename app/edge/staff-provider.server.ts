/**
 * The council's own sign-in, by OpenID Connect: code flow with PKCE, state and nonce. What it says of itself and its keys
 * are asked anew for each sign-in, so that nothing here can be older than what it signs with.
 * https://openid.net/specs/openid-connect-core-1_0.html
 */
import { createRemoteJWKSet, decodeJwt, errors as jose, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import type { EndedThere } from '#app/domain/council/accounts'
import type { Role } from '#app/domain/council/staff-sessions'

export type StaffProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  /** By which claim somebody is found the first time. */
  staffClaim: string
  /** Where roles stand; unset: in `roles`, else in `groups`. */
  rolesClaim: string | undefined
  /** The council's words for our roles; the first that somebody has is theirs. */
  roles: [role: Role, word: string][]
}

/** What a sign-in that is under way has to bring back. */
export type UnderWay = {
  state: string
  nonce: string
  verifier: string
  /** Since this moment they must have said there who they are, in milliseconds. */
  anewSince: number
}
export type Claims = Record<string, unknown>

/** It did not answer, in time or at all, or not as itself. `code` says how, for the log. */
export class ProviderAway extends Error {
  override name = 'ProviderAway'
  constructor(readonly code: string) {
    super('The council’s sign-in does not answer.')
  }
}

/** What came is not what the council's sign-in gave out for this. */
export class NotVerified extends Error {
  override name = 'NotVerified'
  constructor(readonly code: string) {
    super('It does not come from the council’s sign-in.')
  }
}

export type StaffProvider = {
  settings: StaffProviderSettings
  /**
   * Where to send a browser to sign in: it asks who they are, though it knows. Whoever sits there may be another than
   * before, and nothing that the browser brings, or has lost, says otherwise. Rejects with `ProviderAway`.
   */
  begin(): Promise<UnderWay & { url: string }>
  /** What it says of whoever came back to this address. Rejects with `ProviderAway` or `NotVerified`. */
  finish(cameBack: URL, underWay: UnderWay): Promise<Claims>
  /** Where a browser is signed out there too; undefined when it has no such place, or does not answer. */
  signOutUrl(): Promise<string | undefined>
  /** What a word of its own, sent to us behind the browser's back, ends. Rejects as `finish` does. */
  endedBy(logoutToken: string): Promise<EndedThere>
  /** Why it does not take us for its client, as a sentence; undefined when it does. Rejects with `ProviderAway`. */
  whyNotKnown(): Promise<string | undefined>
  /** As itself, for `portal check`: the moment of its clock, when it says it. Rejects with `ProviderAway`. */
  look(): Promise<{ date: Date | undefined; signsOut: boolean; tells: boolean }>
}

/** Where it sends people back to, and where it sends its own words. */
export const BACK = '/desk/sign-in/back'
export const ENDED = '/desk/sign-in/ended'

const TIMEOUT_SECONDS = 5
const LATELY_MS = 1000
/** So far may its clock be from ours. */
const SKEW_SECONDS = 60
/** Older words of its are not taken, so that what was used needs to be known no longer. */
const WORD_AGE_SECONDS = 10 * 60
const ENDS = 'http://schemas.openid.net/event/backchannel-logout'

export function staffProvider(settings: StaffProviderSettings, publicUrl: () => string): StaffProvider {
  const { issuer, clientId, clientSecret } = settings
  const isIssuer = (said: string | undefined) => said?.replace(/\/$/, '') === issuer.replace(/\/$/, '')
  let keys: { of: string; get: ReturnType<typeof createRemoteJWKSet> } | undefined

  async function found(): Promise<oidc.Configuration> {
    const plain = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : []
    const client = { client_secret: clientSecret, [oidc.clockTolerance]: SKEW_SECONDS }
    const config = await oidc
      .discovery(new URL(issuer), clientId, client, undefined, {
        timeout: TIMEOUT_SECONDS,
        // Else a token that came straight from it would be taken without its signature.
        execute: [oidc.enableNonRepudiationChecks, ...plain],
      })
      .catch((error) => {
        throw new ProviderAway(codeOf(error))
      })
    if (!isIssuer(config.serverMetadata().issuer)) throw new ProviderAway('another-issuer')
    return config
  }

  /** For whoever only presses the button: however many do, it is asked once at a time, and no oftener than each second. */
  let asked: { at: number; config: Promise<oidc.Configuration> } | undefined
  const foundLately = () => {
    if (!asked || Date.now() - asked.at >= LATELY_MS) {
      const config = found()
      const mine = { at: Number.POSITIVE_INFINITY, config }
      const done = () => void Object.assign(mine, { at: Date.now() })
      config.then(done, done)
      asked = mine
    }
    return asked.config
  }

  return {
    settings,
    begin: async () => {
      const config = await foundLately()
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const url = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: publicUrl() + BACK, scope: 'openid profile email', state, nonce },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
        ...{ prompt: 'login', max_age: '0' },
      })
      return { state, nonce, verifier, anewSince: Date.now(), url: url.href }
    },
    finish: async (cameBack, { state, nonce, verifier, anewSince }) => {
      const config = await found()
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
      try {
        const tokens = await oidc.authorizationCodeGrant(config, cameBack, checks)
        const claims = tokens.claims()
        if (!claims) throw new NotVerified('no-id-token')
        // Whoever sits there may have changed the address on the way. Both moments are the provider's, whatever its clock says.
        const takes = (Date.now() - anewSince) / 1000 + SKEW_SECONDS
        if (!(claims.iat - (claims.auth_time ?? 0) <= takes)) throw new NotVerified('not-anew')
        const isWhole = [settings.staffClaim, settings.rolesClaim ?? 'roles'].every((one) => one in claims)
        if (isWhole || !config.serverMetadata().userinfo_endpoint) return claims
        // Some say more when they are asked than in what they hand over.
        return { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims }
      } catch (error) {
        if (error instanceof NotVerified) throw error
        throw isAway(error) ? new ProviderAway(codeOf(error)) : new NotVerified(codeOf(error))
      }
    },
    signOutUrl: async () => {
      const config = await found().catch(() => undefined)
      if (!config?.serverMetadata().end_session_endpoint) return undefined
      // Without the token it once gave us: that holds a name, and is not kept.
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${publicUrl()}/desk/sign-in` }).href
    },
    endedBy: async (token) => {
      // Whoever sends anything else costs us no question to the provider.
      if (!isIssuer(issuerIn(token))) throw new NotVerified('another-issuer')
      const of = keys?.of ?? (await found()).serverMetadata().jwks_uri ?? ''
      keys ??= { of, get: createRemoteJWKSet(new URL(of), { timeoutDuration: TIMEOUT_SECONDS * 1000 }) }
      try {
        const { payload } = await jwtVerify(token, keys.get, {
          ...{ issuer: issuerIn(token), audience: clientId, clockTolerance: SKEW_SECONDS },
          ...{ maxTokenAge: WORD_AGE_SECONDS, requiredClaims: ['iat', 'jti', 'events'] },
        })
        const { jti = '', sid, sub: subject, events, nonce } = payload
        const ends = typeof events === 'object' && events !== null && ENDS in events
        const isSid = typeof sid === 'string'
        if (!ends || nonce !== undefined || !(isSid || subject)) throw new NotVerified('no-logout-token')
        return { issuer: settings.issuer, jti, ...(isSid && { sid }), ...(subject && { subject }) }
      } catch (error) {
        if (error instanceof NotVerified) throw error
        const away = error instanceof jose.JWKSTimeout || isAway(error)
        throw away ? new ProviderAway(codeOf(error)) : new NotVerified(codeOf(error))
      }
    },
    whyNotKnown: async () => {
      const config = await found()
      // A code that never was: whoever knows the client says so of the code, and of the client otherwise.
      const never = new URL(`${publicUrl()}${BACK}?code=none&iss=${encodeURIComponent(config.serverMetadata().issuer)}`)
      const code = await oidc.authorizationCodeGrant(config, never, { pkceCodeVerifier: 'none' }).then(() => '', codeOf)
      if (['invalid_client', 'unauthorized_client'].includes(code))
        return 'The provider does not take OIDC_CLIENT_ID with OIDC_CLIENT_SECRET.'
      const { searchParams, href } = new URL(
        oidc.buildAuthorizationUrl(config, {
          ...{ redirect_uri: publicUrl() + BACK, scope: 'openid', state: 'none', nonce: 'none' },
          ...{ code_challenge: await oidc.calculatePKCECodeChallenge('none'), code_challenge_method: 'S256' },
        }),
      )
      const asked = await fetch(href, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) })
      if (asked.status < 400) return undefined
      return `The provider does not know the address people come back to: register ${searchParams.get('redirect_uri')} there.`
    },
    look: async () => {
      const metadata = (await found()).serverMetadata()
      const answer = await fetch(metadata.jwks_uri ?? issuer, {
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000),
      })
      const said = Date.parse(answer.headers.get('Date') ?? '')
      return {
        date: Number.isNaN(said) ? undefined : new Date(said),
        signsOut: metadata.end_session_endpoint !== undefined,
        tells: metadata.backchannel_logout_supported === true,
      }
    },
  }
}

function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

/** What an answer of a server in trouble comes to, beside no answer at all. */
const NO_ANSWER = ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_TIMEOUT', 'OAUTH_PARSE_ERROR']

const within = (error: unknown): Error[] => (error instanceof Error ? [error, ...within(error.cause)] : [])

function isAway(error: unknown): boolean {
  return within(error).some(
    (one) =>
      ['TimeoutError', 'AbortError'].includes(one.name) ||
      (one instanceof TypeError && one.message === 'fetch failed') ||
      ('code' in one && NO_ANSWER.includes(String(one.code))),
  )
}

/** The library's own name for it, or the network's: never what somebody sent. */
function codeOf(error: unknown): string {
  const [code] = within(error)
    .reverse()
    .flatMap((one) => ('code' in one && typeof one.code === 'string' ? [one.code] : []))
  const said = within(error).find(
    (one): one is Error & { error: string } => 'error' in one && typeof one.error === 'string',
  )
  return /^[\w-]{1,60}$/.test(said?.error ?? '') ? (said?.error ?? '') : (code ?? within(error)[0]?.name ?? 'unknown')
}
