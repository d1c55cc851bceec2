/** What comes back from a translator's program. Read by sax, which knows no entity but XML's own five and no document type. */
import sax from 'sax'
import { type Part, returnedOf } from './parts'
import type { Returned } from './sheet'
import { isSameLanguage } from './translations'
import { NAMESPACE } from './xliff'

/** No file of ours is deeper: xliff, file, group …, unit, segment, target, pc, mrk. */
const DEEPEST = 24
/** No tag of ours has ten. With namespaces sax looks through a tag's attributes again at each: thousands would hold up everybody. */
const MOST_ATTRIBUTES = 50

class NotXliff extends Error {}

/** The units of a file; or why it is none that can be taken, in plain English. */
export function readXliff(text: string, language: string): { returned: Returned[] } | { fault: string } {
  const returned: Returned[] = []
  try {
    mustBeWithinBounds(text)
    parse(text, language, (unit) => returned.push(unit))
  } catch (error) {
    if (error instanceof NotXliff) return { fault: error.message }
    return { fault: 'This is no XLIFF file, or it is damaged. Ask for it to be saved as XLIFF 2 again.' }
  }
  return { returned }
}

/** Looked at without namespaces first, which takes sax no longer than the file is. */
function mustBeWithinBounds(text: string) {
  const parser = sax.parser(true)
  let attributes = 0
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentagstart = () => {
    attributes = 0
  }
  parser.onattribute = () => {
    if (++attributes > MOST_ATTRIBUTES) throw notBuiltLikeOne()
  }
  parser.write(text.replace(/^\ufeff/, '')).close()
}

const notBuiltLikeOne = () => new NotXliff('This file is not built like a translation. It is not read.')

type Unit = { id: string; parts: Part[] }

function parse(text: string, language: string, add: (unit: Returned) => void) {
  const parser = sax.parser(true, { xmlns: true })
  /** XLIFF's own tags that are open; of other vocabularies nothing. */
  const open: string[] = []
  let unit: Unit | undefined
  /** Where words are collected: a source or target of a part of the unit, and not of what a memory suggests beside it. */
  let into: 'source' | 'target' | undefined

  parser.onerror = (error) => {
    throw error
  }
  parser.ondoctype = () => {
    throw new NotXliff(
      'This file declares a document type of its own, which a translation never needs. It is not read.',
    )
  }
  parser.onopentag = (tag) => {
    // With `xmlns` every tag says which vocabulary it is of.
    const { local, uri, attributes } = tag as sax.QualifiedTag
    const value = (name: string) => attributes[name]?.value ?? ''
    const [around, above] = [open.at(-1), open.at(-2)]
    open.push(uri === NAMESPACE ? local : '')
    if (open.length > DEEPEST) throw notBuiltLikeOne()
    if (open.length === 1) mustBeXliff({ local, uri }, value, language)
    if (uri !== NAMESPACE) return
    const part = unit?.parts.at(-1)
    const isPart = above === 'unit' && (around === 'segment' || around === 'ignorable')
    if (local === 'unit') unit = { id: value('id'), parts: [] }
    else if (around === 'unit' && (local === 'segment' || local === 'ignorable'))
      unit?.parts.push({ is: local, source: '', target: '', isUntouched: value('state') === 'initial' })
    else if (part && isPart && (local === 'source' || local === 'target')) {
      into = local
      if (local === 'target' && value('order')) part.order = Number(value('order'))
    } else if (part && into && local === 'ph') part[into] += placeholderOf(value('id'), value('disp'))
    else if (into && local === 'cp')
      throw new NotXliff('This file holds signs that nobody sees. Ask for it without them.')
  }
  const words = (some: string) => {
    const part = unit?.parts.at(-1)
    if (part && into) part[into] += some
  }
  parser.ontext = words
  parser.oncdata = words
  parser.onclosetag = () => {
    const local = open.pop()
    if (local === 'source' || local === 'target') into = undefined
    if (local !== 'unit' || !unit) return
    add(returnedOf(unit))
    unit = undefined
  }
  parser.write(text.replace(/^\ufeff/, '')).close()
  if (open.length !== 0) throw new NotXliff('The file ends too early. Ask for it again.')
}

function mustBeXliff(root: { local: string; uri: string }, value: (name: string) => string, language: string) {
  if (root.local !== 'xliff' || root.uri !== NAMESPACE)
    throw new NotXliff('This is no XLIFF 2 file. Ask for it to be saved as XLIFF 2.')
  const into = value('trgLang')
  if (into && !isSameLanguage(into, language))
    throw new NotXliff(
      `This file is a translation into “${into.slice(0, 40)}”, and this is the page of another language.`,
    )
}

/** By its id, which programs keep; else by what it showed. */
function placeholderOf(id: string, shown: string): string {
  const name = /^(person|number)-(\d+[a-z]?)(?:\.\d+)?$/.exec(id)
  return name ? `{${name[1]} ${name[2]}}` : shown
}
