import { defineConfig } from 'vitest/config'

// Apart from vite.config.ts: the rules are tested as they are, without Remix's plugin.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/load/**'],
    globalSetup: 'tests/run-folder.ts',
    pool: 'forks',
  },
})
