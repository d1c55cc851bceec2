// `npm run test:long`: what `npm test` runs shortened, whole, and what is timed. One after another, so that nothing
// disturbs a figure. About half an hour. The figures it prints are those of docs/evidence.md.
import { spawnSync } from 'node:child_process'

const files = [
  'tests/reports.test.ts',
  'tests/provider-failures.test.ts',
  'tests/crash.test.ts',
  'tests/beside-a-portal.test.ts',
  'tests/leaks-planted.test.ts',
  'tests/load/throughput.figures.ts',
  'tests/load/sign-in.figures.ts',
  'tests/load/growth.figures.ts',
  'tests/load/check.figures.ts',
]
const args = ['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', ...files]
const env = { ...process.env, LONG: '1' }
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1)
