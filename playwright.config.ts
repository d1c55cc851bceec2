import { defineConfig } from '@playwright/test'
import { chromiumPath } from './tests/chromium.mjs'
import { WITHOUT_SCRIPTS } from './tests/e2e/tags'

const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Every journey on a small phone without scripts; one of them, and every kind of page, with them as well. Each test has a portal of its own (tests/e2e/portal.ts). */
export default defineConfig({
  testDir: 'tests/e2e',
  // Beside the report of the unit tests, which stays.
  outputDir: 'test-results/browser',
  globalSetup: './tests/e2e/build.ts',
  fullyParallel: true,
  // One more than cores: they wait for each other's portal and browser as much as they work.
  workers: 3,
  // A whole journey on a slow machine: what hangs is still found, what is only slow is no fault.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 360, height: 740 },
    launchOptions: {
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
    },
  },
  projects: [
    { name: 'with scripts', use: { javaScriptEnabled: true }, grepInvert: new RegExp(WITHOUT_SCRIPTS) },
    {
      name: 'without scripts',
      use: { javaScriptEnabled: false },
      // What is measured is measured by script.
      testIgnore: ['pages.spec.ts', 'weight.spec.ts', 'desk-keys.spec.ts', 'editor.spec.ts'],
    },
  ],
})
