import type { served } from './served'

type Site = Awaited<ReturnType<typeof served>>

/** A page as a browser without script has it: what it says, where it is, its links and its forms. */
export type Page = {
  path: string
  status: number
  headers: Record<string, string | string[] | undefined>
  html: string
  links: string[]
  forms: Form[]
}
export type Form = { action: string; method: string; fields: Record<string, string>; html: string }

/** A browser without script: it keeps cookies, follows redirects, and presses only what is on the page. */
export function visitor(site: Site, { language = 'en' } = {}) {
  const cookies = new Map<string, string>()

  async function ask(
    path: string,
    method: string,
    fields?: Record<string, string> | [string, string][],
  ): Promise<Page> {
    const headers: Record<string, string> = { Host: site.host, 'Accept-Language': language }
    if (cookies.size > 0) headers.Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (fields) {
      headers['Content-Type'] = 'application/x-www-form-urlencoded'
      headers['Sec-Fetch-Site'] = 'same-origin'
    }
    const body = fields && new URLSearchParams(fields).toString()
    const answer = await site.ask(path, { method, headers, body })
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) keep(set)
    const location = answer.headers.location
    if (answer.status >= 300 && answer.status < 400 && location?.startsWith('/')) return ask(location, 'GET')
    return page(path, answer)
  }

  function keep(set: string) {
    const [pair = '', ...attributes] = set.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()))) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    cookies,
    get: (path: string) => ask(path, 'GET'),
    ask,
    /** Sends the form whose markup holds `holding`, with what it already carries and what is typed in. */
    send(from: Page, holding: string | RegExp, typed: Record<string, string> = {}) {
      const form = from.forms.find(({ html }) =>
        typeof holding === 'string' ? html.includes(holding) : holding.test(html),
      )
      if (!form) throw new Error(`No form with ${holding} on ${from.path} (${from.status}).`)
      return ask(form.action || from.path, 'POST', { ...form.fields, ...typed })
    },
  }
}

export type Visitor = ReturnType<typeof visitor>

function page(path: string, answer: Awaited<ReturnType<Site['ask']>>): Page {
  const html = answer.body
  const links = [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].map(([, href = '']) => plainly(href))
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => ({
    action: plainly(attribute(form, 'action')),
    method: attribute(form, 'method'),
    fields: fieldsOf(form),
    html: form,
  }))
  return { path, status: answer.status, headers: answer.headers, html, links, forms }
}

/** The same where a name stands several times, with what is typed in the place of what stood there. */
export function pairsOf({ html }: Form, typed: Record<string, string> = {}): [string, string][] {
  const found: [string, string][] = []
  for (const [tag, text = ''] of html.matchAll(
    /<input\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[\s\S]*?<\/select>/g,
  )) {
    const name = attribute(tag, 'name')
    if (!name || (/type="(checkbox|radio)"/.test(tag) && !/\schecked\b/.test(tag))) continue
    const chosen = tag.match(/<option\b[^>]*\bselected\b[^>]*>/)?.[0] ?? tag.match(/<option\b[^>]*>/)?.[0]
    const value = tag.startsWith('<textarea') ? text : attribute(chosen ?? tag, 'value')
    if (!(name in typed)) found.push([name, plainly(value)])
  }
  return [...found, ...Object.entries(typed)]
}

/** What a browser would send if nobody touched the form. */
function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, 'name')
    const pressable = /type="(checkbox|radio)"/.test(input)
    if (name && (!pressable || /\schecked=/.test(input))) fields[name] = plainly(attribute(input, 'value'))
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    fields[attribute(tag, 'name')] = plainly(text)
  }
  for (const [select] of form.matchAll(/<select\b[\s\S]*?<\/select>/g)) {
    const chosen = select.match(/<option\b[^>]*\bselected\b[^>]*>/)?.[0] ?? select.match(/<option\b[^>]*>/)?.[0] ?? ''
    fields[attribute(select, 'name')] = plainly(attribute(chosen, 'value'))
  }
  return fields
}

function attribute(tag: string, name: string): string {
  return tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? ''
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' }

/** Text as it reads, from text as it is written in markup. */
export function plainly(html: string): string {
  return html.replace(/&(?:amp|quot|lt|gt|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
}

/** All that a page says: text and attributes, one space between words. */
export function wordsOn(html: string): string {
  const bare = html
    .replace(/<style[^>]*>.*?<\/style>/gs, ' ')
    .replace(/<[^>]+>/g, (tag) => ` ${[...tag.matchAll(/="([^"]*)"/g)].map(([, value]) => value).join(' ')} `)
  return plainly(bare)
    .replace(/<!--.*?-->/g, '')
    .replace(/\s+/g, ' ')
}
