/**
 * A council's own sign-in, real: oidc-provider in a process of its own, told by messages who sits at the browser, what it
 * says of them, and how it fares. Its clock may be another than ours.
 */
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'

const told = JSON.parse(process.argv[2])
const realNow = Date.now.bind(Date)
Date.now = () => realNow() + (told.aheadMs ?? 0)
const { default: Provider } = await import('oidc-provider')

/** Who is at the browser, and every account by its `sub`. */
let sits = ''
let accounts = {}
let [hangs, codeTtl] = [false, 60]
let serial = 0
/** So often it was asked what it says of itself. */
let looks = 0
let keys

const newKeys = async () => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { keys: [{ ...(await exportJWK(privateKey)), kid: `key-${++serial}`, use: 'sig', alg: 'RS256' }] }
}

const CLAIMS = [
  'name',
  'preferred_username',
  'email',
  'email_verified',
  'roles',
  'groups',
  'oid',
  'tid',
  'upn',
  '_claim_names',
  'realm_access',
]

async function providerAt(issuer) {
  keys = await newKeys()
  const provider = new Provider(issuer, {
    clients: told.clients,
    jwks: keys,
    cookies: { keys: ['only-for-tests'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', ...CLAIMS], profile: [], email: [] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...accounts[sub], sub }) }),
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    ttl: {
      AuthorizationCode: () => codeTtl,
      AccessToken: 600,
      IdToken: 600,
      Session: 3600,
      Grant: 3600,
      Interaction: 600,
    },
    // Its own dispatcher calls nobody on this machine, and here all of it is.
    fetch: (url, how) => fetch(url, { ...how, dispatcher: undefined }),
    async loadExistingGrant(ctx) {
      const { accountId } = ctx.oidc.session
      const before = ctx.oidc.session.grantIdFor(ctx.oidc.client.clientId)
      if (before) return ctx.oidc.provider.Grant.find(before)
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  provider.on('server_error', (_ctx, error) => process.stderr.write(`${error.stack}\n`))
  return provider
}

/** A word as it could send it, whatever it says. */
const sign = async (claims) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: keys.keys[0].kid, typ: 'logout+jwt' })
    .sign(await importJWK(keys.keys[0], 'RS256'))

let provider
const server = createServer(async (request, response) => {
  if (request.url.startsWith('/.well-known/')) looks++
  if (hangs) return
  if (request.url.startsWith('/interaction/')) {
    if (!sits) return provider.interactionFinished(request, response, { error: 'access_denied' })
    return provider.interactionFinished(request, response, { login: { accountId: sits } })
  }
  return provider.callback()(request, response)
})

server.listen(told.port ?? 0, '127.0.0.1', async () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  provider = await providerAt(issuer)
  process.on('message', async (message) => {
    if ('sits' in message) sits = message.sits
    if ('accounts' in message) accounts = message.accounts
    if ('hangs' in message) hangs = message.hangs
    if ('aheadMs' in message) told.aheadMs = message.aheadMs
    if ('codeTtl' in message) codeTtl = message.codeTtl
    if (message.here) told.clients[0].backchannel_logout_uri = `${message.here}/desk/sign-in/ended`
    if (message.newKeys || message.here) provider = await providerAt(issuer)
    const signed = message.sign && (await sign(message.sign))
    process.send({ done: true, signed, looks })
  })
  process.send({ issuer })
})
process.on('disconnect', () => process.exit())
