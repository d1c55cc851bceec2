// Which browser the tests drive, and how it gets here.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Chromium without its window takes half the processor time a page (measured: 50 against 110 ms) and draws the same. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell'
const WINDOWED = '/usr/bin/chromium'

/** Where Chromium is: as CHROMIUM_PATH says, else where Debian puts it; undefined when it is not there. */
export function chromiumPath() {
  const { CHROMIUM_PATH } = process.env
  return (CHROMIUM_PATH ? [CHROMIUM_PATH] : [WINDOWLESS, WINDOWED]).find((path) => existsSync(path))
}

/** As `chromiumPath`, and installs Chromium and fonts first where that can be done: as root, on Debian. */
export function installedChromium() {
  const canInstall = !process.env.CHROMIUM_PATH && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (canInstall && !existsSync(WINDOWLESS)) {
    console.log('Installing Chromium and fonts (once, a minute or two) …')
    if (!apt('update') || !apt('install', 'chromium-headless-shell', 'fonts-noto-core'))
      console.log('That did not work; apt-get says why above.')
  }
  return chromiumPath()
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-qq', '-y', ...args], { stdio: 'inherit', env }).status === 0
}
