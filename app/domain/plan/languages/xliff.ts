/** The same as XLIFF 2, for translators' own programs (https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html). */
import { placeholdersIn } from './placeholders'
import type { Line } from './sheet'

export const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0'

/** One unit a text. A name or number is a `ph`, which a translator's program shows as "{person 1}" and keeps whole. */
export function xliffOf(lines: Line[], language: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="en" trgLang="${inXml(language)}">`,
    '  <file id="plan">',
    ...lines.map(unit),
    '  </file>',
    '</xliff>',
    '',
  ].join('\n')
}

const STATES = { missing: 'initial', stale: 'initial', draft: 'translated', checked: 'reviewed' } as const

function unit({ id, where, source, target, state }: Line): string {
  const note = state === 'stale' ? `${where}. The English has changed since it was translated.` : where
  return [
    `    <unit id="${inXml(id)}">`,
    `      <notes><note>${inXml(note)}</note></notes>`,
    `      <segment state="${target ? STATES[state] : 'initial'}">`,
    `        <source xml:space="preserve">${inline(source)}</source>`,
    `        <target xml:space="preserve">${inline(target)}</target>`,
    '      </segment>',
    '    </unit>',
  ].join('\n')
}

/** The id of a `ph` is the placeholder, "person-1b": it comes back whatever a program does to the rest. */
function inline(text: string): string {
  const known = placeholdersIn(text)
  const times = new Map<string, number>()
  return text
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      const name = part.slice(1, -1)
      if (!part.startsWith('{') || !known.has(name)) return inXml(part)
      const time = (times.get(name) ?? 0) + 1
      times.set(name, time)
      const id = `${name.replace(' ', '-')}${time > 1 ? `.${time}` : ''}`
      return `<ph id="${id}" disp="${inXml(part)}" equiv="${inXml(part)}"/>`
    })
    .join('')
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** XML has no way to write a control sign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const inXml = (text: string) => text.replace(NO_XML, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
