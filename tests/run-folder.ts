import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { libsqlServer } from './libsql-server'
import { diskForTests } from './memory-disk.mjs'

/** One folder for all databases of a test run, gone after it; and the libSQL server, if it is to be one. */
export default async function runFolder(project: TestProject) {
  const folder = mkdtempSync(join(diskForTests(), 'portal-tests-'))
  project.provide('runFolder', folder)
  const server = process.env.TEST_DATABASE === 'libsql' ? await libsqlServer(folder, { databases: true }) : undefined
  const { port = 0, adminPort = 0 } = server ?? {}
  project.provide('libsql', server && { port, adminPort, authToken: await server.token() })
  return async () => {
    await server?.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    runFolder: string
    libsql: { port: number; adminPort: number; authToken: string } | undefined
  }
}
