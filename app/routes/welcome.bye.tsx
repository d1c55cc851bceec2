import { ByePage } from '#app/views/come-in/no-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'welcome' }

export default ByePage
