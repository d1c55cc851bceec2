import { eq } from 'drizzle-orm'
import { families } from '#db/schema'
import { served } from './served'
import { type Page, type Visitor, visitor } from './visit'
import type { TestWorld } from './world'

type Site = Awaited<ReturnType<typeof served>>

/** A desk in a browser without script. */
export async function deskOf(world: TestWorld, staffId: string, at?: Site) {
  const site = at ?? (await served(world))
  const browser = visitor(site)
  const today = await browser.send(await browser.get('/desk/sign-in'), `value="${staffId}"`, { staff: staffId })
  return { browser, today, site }
}

export async function familyUrl(world: TestWorld, { reference }: { reference: string }): Promise<string> {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, reference))
  return `/desk/families/${family?.publicId}`
}

/** The page a link on this one leads to, by what it says to a screen reader. */
export async function follow(browser: Visitor, page: Page, say: string): Promise<Page> {
  const link = page.html.match(new RegExp(`<a[^>]*href="([^"]*)"[^>]*aria-label="${say}"`))?.[1]
  if (!link) throw new Error(`No link "${say}" on ${page.path}`)
  return browser.get(link)
}

/** The form of the page itself, not of its surroundings. */
export const MAIN = 'name="ticket"'
