import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import autoprefixer from 'autoprefixer'
import { defineConfig, type Plugin } from 'vite'
import { localeFaults } from './locales/check'
import remixConfig from './remix.config.js'

/** The two programs an operator starts, what one of them serves with, and its threads. */
const PROGRAMS = ['serve', 'portal', 'serving', 'texting', 'recording']

/** Beside Remix's own server build, and of the same chunks, so that each module exists once. */
const programs: Plugin = {
  name: 'programs',
  enforce: 'post',
  config(_, { isSsrBuild }) {
    if (!isSsrBuild) return
    const ours = Object.fromEntries(PROGRAMS.map((name) => [name, `app/cli/${name}.ts`]))
    const input = { index: 'virtual:remix/server-build', ...ours }
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

/** The oldest browsers a family may open this with: the last before each of these had years behind it (DECISIONS 39). */
const OLDEST = ['chrome 61', 'ios 12', 'safari 12', 'firefox 60']

export default defineConfig({
  // Tailwind's own last step writes for the browsers of 2023.
  plugins: [tailwindcss({ optimize: false }), words, remix(remixConfig), programs],
  css: { postcss: { plugins: [autoprefixer({ overrideBrowserslist: OLDEST, grid: false })] } },
  build: { assetsInlineLimit: 0, cssMinify: 'esbuild', cssTarget: OLDEST.map((name) => name.replace(' ', '')) },
})
