import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { diskForTests } from './memory-disk.mjs'

/** One folder for all databases of a test run, gone after it. */
export default function runFolder(project: TestProject) {
  const folder = mkdtempSync(join(diskForTests(), 'portal-tests-'))
  project.provide('runFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    runFolder: string
  }
}
