// `npm test`: everything that has to hold, one step after another, on a fresh clone too. Ends with the sum.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installIfNeeded } from '../app/cli/start.mjs'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const results = { unit: 'test-results/unit.json', browser: 'test-results/browser.json' }
const began = Date.now()
const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
let passed = 0
let failed = 0

function run(command, args, env = {}) {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

/** One of the installed tools, run by this Node. */
const tool = (path, ...args) => [process.execPath, [`node_modules/${path}`, ...args]]

function step(name, [command, args], env) {
  console.log(`\n— ${name} (${seconds()})`)
  const good = run(command, args, env)
  if (!good) console.log(`— ${name}: failed`)
  return good
}

/** A step that holds or not. */
function check(name, command) {
  if (!step(name, command)) failed += 1
}

/** A step of many tests. One that breaks before it has counted any still counts as one failure. */
function tests(name, command, report, sum, env) {
  const good = step(name, command, env)
  const counted = existsSync(report) ? sum(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  passed += counted.passed
  failed += good ? counted.failed : Math.max(1, counted.failed)
}

function browserIfNeeded() {
  if (existsSync(chromium)) return
  const canInstall = !process.env.CHROMIUM_PATH && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstall) {
    console.error(`There is no browser at ${chromium}: install Chromium, or say where it is in CHROMIUM_PATH.`)
    process.exit(1)
  }
  console.log('Installing Chromium and fonts (once, a minute or two) …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['chromium', 'fonts-noto-core']
  if (run('apt-get', ['-qq', 'update'], env) && run('apt-get', ['-qq', '-y', 'install', ...packages], env)) return
  console.error('Installing Chromium did not work; apt-get says why above.')
  process.exit(1)
}

try {
  installIfNeeded()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
browserIfNeeded()
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })

check('format and lint', tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'))
check('types', tool('typescript/bin/tsc', '--noEmit'))
check('build', [process.execPath, ['app/cli/start.mjs', 'build']])
tests(
  'unit and integration tests',
  tool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results.unit}`),
  results.unit,
  (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
)
tests(
  'browser tests',
  tool('@playwright/test/cli.js', 'test', '--reporter=list,json'),
  results.browser,
  ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  { PLAYWRIGHT_JSON_OUTPUT_NAME: results.browser, CHROMIUM_PATH: chromium },
)
console.log(`\nAll of it took ${seconds()}.\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
