import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** One folder for all databases of a test run, gone after it. */
export default function runFolder(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-tests-'))
  project.provide('runFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    runFolder: string
  }
}
