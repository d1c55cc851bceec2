import { fork } from 'node:child_process'
import { once } from 'node:events'
import { atTheEnd } from '../at-the-end'

export const CLIENT = { id: 'portal', secret: 'a secret that only the tests know' }

type Told = {
  /** Whoever sits at the browser, by their `sub`; "": somebody the provider does not let in. */
  sits?: string
  accounts?: Record<string, Record<string, unknown>>
  hangs?: boolean
  codeTtl?: number
  /** Its clock from now on. */
  aheadMs?: number
  newKeys?: true
  /** Where it reaches us itself. */
  here?: string
  /** Has it sign these claims. */
  sign?: Record<string, unknown>
}

/** A council's own sign-in, running: see `council-process.mjs`. `portal`: the address people come back to. */
export async function councilProvider({ portal, aheadMs = 0 }: { portal: string; aheadMs?: number }) {
  const client = {
    ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, token_endpoint_auth_method: 'client_secret_post' },
    ...{ redirect_uris: [`${portal}/desk/sign-in/back`], post_logout_redirect_uris: [`${portal}/desk/sign-in`] },
    ...{ backchannel_logout_uri: `${portal}/desk/sign-in/ended`, backchannel_logout_session_required: true },
  }
  const other = { ...client, client_id: 'another', redirect_uris: ['https://another.example/back'] }
  const child = fork('tests/stand-ins/council-process.mjs', [JSON.stringify({ clients: [client, other], aheadMs })], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  atTheEnd(() => void child.kill('SIGKILL'))
  const [{ issuer }] = (await once(child, 'message')) as [{ issuer: string }]
  const told = async (what: Told) => {
    const done = once(child, 'message')
    child.send(what)
    const [answer] = (await done) as [{ signed?: string; looks: number }]
    return answer
  }
  return {
    issuer,
    tell: async (what: Told) => (await told(what)).signed ?? '',
    /** How often it was asked what it says of itself. */
    looks: async () => (await told({})).looks,
    stop: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

export type CouncilProvider = Awaited<ReturnType<typeof councilProvider>>
