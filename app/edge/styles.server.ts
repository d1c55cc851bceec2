import { createHash } from 'node:crypto'
import type { Styles } from '#app/views/frame'
import page from '../app.css?inline'
import desk from '../desk.css?inline'
import story from '../story.css?inline'

/** What stands in the head of every page. Taken in by the server alone: in a view it would be in a browser's files too. */
export const styles: Styles = { page, story: page + story, desk: page + story + desk }

/** What a Content-Security-Policy calls them (CSP 3, 2.3.1). */
export const styleHashes = Object.values(styles).map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
)
