import { defineConfig } from 'vitest/config'

// Apart from vite.config.ts: the rules are tested as they are, without Remix's plugin.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx', ...(process.env.LONG ? ['tests/load/*.figures.ts'] : [])],
    exclude: ['tests/e2e/**'],
    globalSetup: 'tests/run-folder.ts',
    pool: 'forks',
    // One a core: left to itself it keeps a core free, and most files here have a core's worth of work each.
    maxWorkers: '100%',
    // Some start the whole portal, or build it first.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
