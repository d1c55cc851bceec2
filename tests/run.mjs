// `npm test`: everything that has to hold, on a fresh clone too. Ends with the sum.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installIfNeeded } from '../app/cli/start.mjs'
import { installedChromium } from './chromium.mjs'

const results = { unit: 'test-results/unit.json', browser: 'test-results/browser.json' }
const began = Date.now()
const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
let passed = 0
let failed = 0

/** One of the installed tools, run by this Node. */
const tool = (path, ...args) => [`node_modules/${path}`, ...args]

/** Runs a step to its end. What it says comes at once or, from steps that run beside each other, when it has ended. */
async function step(name, args, { env = {}, quietly = false } = {}) {
  if (!quietly) console.log(`\n— ${name} (${seconds()})`)
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: quietly ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => said.push(words))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (quietly) console.log(`\n— ${name} (done at ${seconds()})\n${Buffer.concat(said)}`.trimEnd())
  if (code !== 0) console.log(`— ${name}: failed`)
  return code === 0
}

/** Steps that hold or not, beside each other: each keeps one core busy at the most. */
async function checks(steps) {
  const held = await Promise.all(Object.entries(steps).map(([name, args]) => step(name, args, { quietly: true })))
  failed += held.filter((good) => !good).length
}

/** A step of many tests. One that breaks before it has counted any still counts as one failure. */
async function tests(name, args, report, sum, env) {
  const good = await step(name, args, { env })
  const counted = existsSync(report) ? sum(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  passed += counted.passed
  failed += good ? counted.failed : Math.max(1, counted.failed)
}

try {
  installIfNeeded()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const chromium = installedChromium()
if (!chromium) {
  console.error('There is no Chromium: install it, or say where it is in CHROMIUM_PATH.')
  process.exit(1)
}
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })

await checks({
  'format and lint': tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'),
  types: tool('typescript/bin/tsc', '--noEmit'),
  build: ['app/cli/start.mjs', 'build'],
})
await tests(
  'unit and integration tests',
  tool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results.unit}`),
  results.unit,
  (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
)
await tests(
  'browser tests',
  tool('@playwright/test/cli.js', 'test', '--reporter=list,json'),
  results.browser,
  ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  { PLAYWRIGHT_JSON_OUTPUT_NAME: results.browser, CHROMIUM_PATH: chromium },
)
console.log(`\nAll of it took ${seconds()}.\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
