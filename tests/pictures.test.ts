/** That the pictures in docs/pictures show every page there is. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { patterns } from './patterns'
import { NO_PICTURE } from './pictures/no-picture'

const listed = readFileSync('docs/pictures/README.md', 'utf8')

test('every page stands in the list of pictures, or among those that need none; `npm run pictures` makes both', () => {
  const without = patterns.filter((pattern) => !NO_PICTURE[pattern] && !listed.includes(`| \`/${pattern}\` | [`))
  expect(without).toEqual([])
})

test('a reason to have no picture is one of a page there is', () => {
  expect(Object.keys(NO_PICTURE).filter((pattern) => !patterns.includes(pattern))).toEqual([])
})
