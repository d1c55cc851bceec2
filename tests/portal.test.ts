import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import harkerFile from '#db/seed/harker.json'
import marshFile from '#db/seed/marsh.json'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { danny, kelly, marcus, marsh } from './cast'

beforeAll(() => buildIfNeeded(true))

/** The operator, at a demo of their own. */
function operator() {
  const folder = mkdtempSync(join(inject('runFolder'), 'portal-'))
  const env = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH,
    INIT_CWD: folder,
    DATABASE_URL: `file:${folder}/portal.db`,
  }
  return {
    file: (name: string, text: string) => writeFileSync(join(folder, name), text),
    portal(...args: string[]) {
      const typed = ['app/cli/start.mjs', 'portal', ...args]
      const { status, stdout, stderr } = spawnSync(process.execPath, typed, { env, encoding: 'utf8' })
      return { status, json: stdout && JSON.parse(stdout), err: stderr.trim() }
    },
  }
}

describe('npm run portal', () => {
  it('takes a family in from a file beside the operator, gives it back the same, and refuses it a second time', () => {
    const { portal, file } = operator()
    const family = { ...marshFile, reference: 'CS-99999' }
    file('family.json', JSON.stringify(family))
    const publish = ['--publish', '--endorsed-by', 'joan']
    const taken = portal('family', 'import', 'family.json', '--worker', marsh.worker, ...publish)
    expect(taken).toMatchObject({ status: 0, err: '', json: { reference: 'CS-99999' } })
    expect(portal('family', 'export', 'CS-99999')).toEqual({ status: 0, err: '', json: family })
    expect(portal('family', 'check', 'CS-99999').json).toMatchObject({
      ...{ reference: 'CS-99999', plan: 'published', faults: [], decided: [] },
      // The file has no words for Kelly of the two signs that are about her.
      findings: ['A-T1', 'A-T3'].map((item) => ({ kind: 'about-reader', item, for: ['kelly'], blocks: false })),
      counts: { faults: 0, blocks: 0, lookAt: 2, decided: 0 },
    })
    const again = portal('family', 'import', 'family.json')
    expect(again).toMatchObject({ status: 1, json: '' })
    expect(again.err).toMatch(/^\$\.reference: /)
  })

  it('publishes no plan that tells a reader what is kept from them: where, which words and whom', () => {
    const { portal, file } = operator()
    const [first, ...others] = harkerFile.plan.commitments
    const commitments = [
      { ...first, hiddenFrom: undefined, person: 'steve', backup: undefined, text: 'Ask Rúth.' },
      ...others,
    ]
    const family = { ...harkerFile, reference: 'CS-99999', plan: { ...harkerFile.plan, commitments } }
    file('family.json', JSON.stringify(family))
    const publish = ['--publish', '--endorsed-by', 'joan', '--second-check', 'amina']
    expect(portal('family', 'import', 'family.json', ...publish)).toEqual({
      status: 1,
      json: '',
      err: '$.plan.commitments[0].text: “Rúth” would tell Steve Dunn what is kept from them. Write this without it.',
    })
    expect(portal('family', 'export', 'CS-99999').status).toBe(1)
    // As a draft it comes in, and the check finds what publishing refused.
    expect(portal('family', 'import', 'family.json').status).toBe(0)
    const { json } = portal('family', 'check', 'CS-99999')
    expect(json).toMatchObject({ plan: 'draft', counts: { blocks: 1 } })
    expect(json.findings[0]).toMatchObject({ kind: 'leak', item: 'B-C1', found: 'Rúth', for: ['steve'], blocks: true })
  })

  it('names every fault of a broken file by its path, a line each', () => {
    const { portal, file } = operator()
    const [first, ...others] = marshFile.people
    file(
      'broken.json',
      JSON.stringify({ ...marshFile, reference: 'CS-1', born: 1, people: [{ ...first, phone: '0770' }, ...others] }),
    )
    const { status, err } = portal('family', 'import', 'broken.json')
    expect(status).toBe(1)
    expect(err.split('\n').map((line) => line.split(': ')[0])).toEqual(
      expect.arrayContaining(['$.born', '$.people[0].phone']),
    )
    file('no.json', '{ "a": ')
    expect(portal('family', 'import', 'no.json').err).toMatch(/^\$: This file is not JSON/)
    expect(portal('family', 'import', 'none.json').err).toBe('There is no file to read at none.json.')
  })

  it('invites a person with the word agreed, says why it does not, and takes access away', () => {
    const { portal } = operator()
    expect(portal('invite', kelly.family, kelly.id, '--word', kelly.word)).toMatchObject({ status: 0, err: '' })
    expect(portal('invite', danny.family, danny.id)).toMatchObject({
      status: 1,
      err: expect.stringContaining('word-missing'),
    })
    expect(portal('invite', marcus.family, marcus.id, '--word', marcus.word)).toMatchObject({ status: 1, json: '' })
    expect(portal('revoke', kelly.family, kelly.id)).toEqual({ status: 0, err: '', json: { revoked: 'kelly' } })
    expect(portal('revoke', kelly.family, 'nobody').err).toContain('There is no “nobody”')
  })

  it('lists texts by how they fare, and sends only what did not arrive again', () => {
    const { portal } = operator()
    portal('invite', kelly.family, kelly.id, '--word', kelly.word)
    const { json } = portal('texts', 'list', '--state', 'waiting')
    expect(json).toMatchObject([{ kind: 'invitation', is: 'waiting', numberEnd: '112', tries: 0 }])
    expect(portal('texts', 'retry', json[0].id).err).toBe('This text is waiting: there is nothing to send again.')
    expect(portal('texts', 'list', '--state', 'lost').err).toContain('never “lost”')
    expect(portal('texts', 'retry', 'nothing').err).toBe('There is no text “nothing”.')
  })

  it('adds a member of staff, once', () => {
    const { portal } = operator()
    const add = () =>
      portal('staff', 'add', 'nia', 'Nia Rees', '--role', 'worker', '--team', 'north', '--phone', '01632 960170')
    expect(add()).toEqual({ status: 0, err: '', json: { id: 'nia', role: 'worker' } })
    expect(add()).toMatchObject({ status: 1, err: 'There is a “nia” already.' })
    expect(portal('staff', 'add', 'x y', 'X', '--role', 'boss').err).toBe(
      'The id has 1 to 40 letters, digits, - or _. The role is worker, manager or administrator.',
    )
  })

  it('reads the whole trail', () => {
    expect(operator().portal('audit', 'verify')).toEqual({
      status: 0,
      err: '',
      json: { rows: expect.any(Number), whole: true },
    })
  })

  it('says how a command is typed', () => {
    const { portal } = operator()
    expect(portal('dance').err).toContain('npm run portal -- family import FILE')
    expect(portal('invite', kelly.family).err).toBe(
      'It is typed like this:\n  npm run portal -- invite REFERENCE PERSON --word WORD',
    )
    expect(portal('revoke', kelly.family, kelly.id, '--now')).toMatchObject({ status: 1, json: '' })
  })
})
