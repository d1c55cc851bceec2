import { defineConfig } from '@playwright/test'
import everyTest from '../../playwright.config'

/** `npm run pictures`: the demo as one long visit, and a picture of everything on the way. */
export default defineConfig({
  ...everyTest,
  testDir: '.',
  globalSetup: '../e2e/build.ts',
  projects: [{ name: 'pictures' }],
  timeout: 900_000,
  outputDir: '../../test-results/pictures',
})
