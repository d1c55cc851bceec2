import { defineConfig } from 'vitest/config'

/** What is about a database file, or about no database: of no use to a run on a libSQL server (tests/places.ts). */
const NOT_ON_SERVER = [
  ...['beside-a-portal', 'crash', 'editor-killed', 'live', 'lost-database', 'many-machines', 'nothing-written'],
  ...['portal', 'start', 'walls', 'write-door', 'link-pages', 'owed-tries', 'migrations', '*property'],
]
const onServer = process.env.TEST_DATABASE === 'libsql'

// Apart from vite.config.ts: the rules are tested as they are, without Remix's plugin.
export default defineConfig({
  esbuild: { jsxDev: false },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx', ...(process.env.LONG ? ['tests/load/*.figures.ts'] : [])],
    exclude: ['tests/e2e/**', ...(onServer ? [`tests/{${NOT_ON_SERVER.join(',')}}.test.ts`] : [])],
    globalSetup: 'tests/run-folder.ts',
    // What a council runs: React in its other form asks a tenth more of every page.
    env: { NODE_ENV: 'production' },
    setupFiles: 'tests/setup.ts',
    pool: 'forks',
    // What our modules keep is a cache by database or language, so that a process may load each once: a fifth of the time.
    isolate: false,
    // One a core: left to itself it keeps a core free, and most files here have a core's worth of work each.
    maxWorkers: '100%',
    // Some start the whole portal, or build it first.
    testTimeout: onServer ? 120_000 : 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: onServer ? 10_000 : 1000 } },
  },
})
