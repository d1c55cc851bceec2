/** Finds words of a list in texts: whole words, in capitals or not, one too many "s" allowed. */
export type Standing<One> = { one: One; words: string }

/** Looks through any number of texts for the words of these; what is part of a longer find is none of its own. */
export function finderOf<One>(list: One[], wordOf: (one: One) => string): (text: string) => Standing<One>[] {
  const known = new Map(list.map((one) => [plain(wordOf(one)), one]))
  const longestFirst = [...known.keys()].filter(Boolean).sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return () => []
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.map(pattern).join('|')})s?(?![\\p{L}\\p{N}])`, 'giu')
  return (text) =>
    [...text.matchAll(any)].flatMap(([words, found = '']) => {
      const one = known.get(plain(found))
      return one === undefined ? [] : [{ one, words }]
    })
}

const plain = (word: string) =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s-]+/g, ' ')
    .trim()

/** "multi-agency" is "multi agency" too. */
const pattern = (word: string) => word.split(' ').map(escaped).join('[\\s-]+').replaceAll("'", "['’]")

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
