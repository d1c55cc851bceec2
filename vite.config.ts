/// <reference types="vitest/config" />
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { localeFaults } from './locales/check'
import remixConfig from './remix.config.js'

/** `#app/…`, `#db/…`, `#locales/…` from anywhere; tsconfig.json says the same to the type checker. */
const alias = [{ find: /^#(app|db|locales)\//, replacement: `${import.meta.dirname}/$1/` }]

/** Beside Remix's own server build, the two programs an operator starts: they share its chunks, so each module exists once. */
const programs: Plugin = {
  name: 'programs',
  enforce: 'post',
  config(_, { isSsrBuild }) {
    if (!isSsrBuild) return
    const input = { index: 'virtual:remix/server-build', serve: 'app/cli/serve.ts', portal: 'app/cli/portal.ts' }
    return { build: { rollupOptions: { input, output: { entryFileNames: '[name].js' } } } }
  },
}

/** Words missing in a language fail the build, not the reader. */
const words: Plugin = {
  name: 'words',
  buildStart() {
    const faults = localeFaults(`${import.meta.dirname}/locales`)
    if (faults.length > 0) this.error(`The words are not whole:\n${faults.join('\n')}`)
  },
}

// Vitest (mode "test") reads this file for the paths alone.
export default defineConfig(({ mode }) => ({
  plugins: mode === 'test' ? [] : [tailwindcss(), words, remix(remixConfig), programs],
  resolve: { alias },
  build: { assetsInlineLimit: 0 },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/run-folder.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}))
