// The one plain file: it runs before anything is installed, on whatever Node is there, so it uses nothing but
// what every Node since 12 understands, and says in one sentence when that Node is too old for the rest.
import { spawnSync } from 'child_process'
import { createHash } from 'crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'fs'
import { dirname, join, resolve } from 'path'
import { fileURLToPath, pathToFileURL } from 'url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const builtFrom = join(root, 'build/built-from')
const sources = [
  'app',
  'db',
  'locales',
  'public',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]

/** Why this Node cannot run the portal, as one sentence, or nothing. Keep in step with "engines" in package.json. */
export function nodeFault(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 20)) return undefined
  return `This needs Node 20.20 or newer, and this is Node ${version}: install a newer one from nodejs.org and start again.`
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .reduce((files, name) => files.concat(filesUnder(join(path, name))), [])
}

/** The same for the same sources, wherever they lie and whenever they were written. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesUnder(join(root, source))) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Runs a step to its end, its own words on stderr when `quiet`, so that stdout stays the program's. */
function run(doing, command, args, env, quiet) {
  process.stderr.write(`${doing}\n`)
  const shell = process.platform === 'win32'
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    shell,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
  })
  if (done.status === 0) return
  if (quiet) process.stderr.write(`${done.stdout}${done.stderr}`)
  throw new Error(`That did not work: ${command} ${args.join(' ')}. Its own words are above.`)
}

/** Installs when that was never done, or before the list of what is needed changed. */
export function installIfNeeded(quiet) {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return
  const env = Object.assign({}, process.env, { NODE_ENV: 'development' })
  run('Installing what the portal needs (once, under two minutes) …', 'npm', ['ci', '--include=dev'], env, quiet)
}

/** Builds when the sources are not the ones the build was made from. */
export function buildIfNeeded(quiet) {
  if (isBuiltFrom(sourcesHash())) return
  alone(() => {
    const hash = sourcesHash()
    if (isBuiltFrom(hash)) return
    const env = Object.assign({}, process.env, { NODE_ENV: 'production' })
    const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
    run('Building (once after a change, about ten seconds) …', process.execPath, [remix, 'vite:build'], env, quiet)
    writeFileSync(builtFrom, hash)
  })
}

const isBuiltFrom = (hash) => existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === hash

/** One build at a time, whoever started it: the note of a process that died in the middle counts for nothing. */
function alone(work) {
  const note = join(root, '.cache/building')
  mkdirSync(dirname(note), { recursive: true })
  while (!leaveNote(note)) {
    if (existsSync(note) && !isRunning(readFileSync(note, 'utf8'))) rmSync(note, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    work()
  } finally {
    rmSync(note)
  }
}

/** Written first and then put in place, so that nobody ever reads half a note. */
function leaveNote(note) {
  const mine = `${note}-${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, note)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(mine)
  }
}

function isRunning(pid) {
  try {
    return process.kill(Number(pid), 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function main([command = 'demo', ...rest]) {
  const fault = nodeFault(process.versions.node)
  if (fault) throw new Error(fault)
  const programs = { demo: 'serve.js', serve: 'serve.js', portal: 'portal.js', build: undefined }
  if (!(command in programs)) throw new Error(`There is no "${command}": npm start, npm run serve or npm run portal.`)
  if (!process.env.INIT_CWD) process.env.INIT_CWD = process.cwd()
  process.chdir(root)
  installIfNeeded(command === 'portal')
  buildIfNeeded(command === 'portal')
  if (command === 'build') return
  process.env.NODE_ENV = 'production'
  const program = join(root, 'build/server', programs[command])
  process.argv = [process.argv[0], program].concat(command === 'portal' ? rest : [command])
  await import(pathToFileURL(program).href)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
}
