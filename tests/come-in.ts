import type { CastMember } from './cast'
import { invited, lastText } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { served } from './served'
import { type Page, type Visitor, visitor } from './visit'
import { type TestWorld, testWorld } from './world'

export type Site = Awaited<ReturnType<typeof served>>
/** The council's duty team, to be rung with one press. */
export const DUTY = 'href="tel:+441632960900"'

type How = {
  /** Of the browser, and noted by the worker. */
  language?: string
  /** "Only I use this phone", or "Others use it too". */
  phone?: 'mine' | 'others'
}

/** Somebody of the cast comes in on a browser of their own, all the way from the worker's invitation to their home page. */
export async function comeIn(world: TestWorld, site: Site, who: CastMember, how: How = {}): Promise<Visitor> {
  const { browser, page } = await giveWord(world, site, who, how)
  await goOn(browser, page, how)
  return browser
}

/** As far as the page that says who asked for them. */
export async function giveWord(world: TestWorld, site: Site, who: CastMember, { language = 'en' }: How = {}) {
  const { browser, page } = await pressLink(world, site, who, { language })
  return { browser, page: at('/welcome', await browser.send(page, 'name="word"', { word: who.word })) }
}

/** As far as the word. */
export async function pressLink(world: TestWorld, site: Site, who: CastMember, { language = 'en' }: How = {}) {
  const asked = await invited(world, who, { sendNow: true, language })
  if ('refused' in asked) throw new Error(`${who.name} is not invited: ${asked.refused.join(', ')}.`)
  await dispatchDue(world)
  const browser = visitor(site, { language })
  return { browser, page: at('/word', await press(browser, lastText(world, who.phone).token)) }
}

/** Opens the link of a text and presses the one button there is. */
export const press = async (browser: Visitor, token: string): Promise<Page> =>
  browser.send(await browser.get(`/l/${token}`), /^<form method="post"><button/)

/** From the welcome into the plan, everyone allowed to ring. */
export async function goOn(browser: Visitor, welcome: Page, { phone = 'others' }: How = {}): Promise<Page> {
  const everyone = Object.fromEntries(ringersOn(welcome).map((id) => [id, 'yes']))
  const page = await browser.send(welcome, 'name="phone"', { phone, ...everyone })
  if (page.status !== 200 || !/^(\/home|\/p\/[\w-]+\/mine)$/.test(page.path))
    throw new Error(`Got to ${page.path} (${page.status}).`)
  return page
}

/** The public ids of whom a page asks about: may they ring? */
export const ringersOn = ({ html }: Page): string[] =>
  [...html.matchAll(/type="checkbox" name="([^"]+)"/g)].map(([, id = '']) => id)

function at(path: string, page: Page): Page {
  if (page.path !== path || page.status !== 200)
    throw new Error(`Got to ${page.path} (${page.status}) and not to ${path}.`)
  return page
}

/** A world of the three families, and its pages over HTTP. */
export async function start(how: Parameters<typeof testWorld>[0] = {}): Promise<{ world: TestWorld; site: Site }> {
  const world = await testWorld({ families: true, ...how })
  return { world, site: await served(world) }
}

/** Invites, lets the text go out, and gives its token. */
export async function sentTo(world: TestWorld, who: CastMember): Promise<string> {
  await invited(world, who, { sendNow: true })
  await dispatchDue(world)
  return lastText(world, who.phone).token
}
