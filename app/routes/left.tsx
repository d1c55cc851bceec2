import { LeftPage } from '#app/views/me/leave-page'
import type { PageHandle } from '#app/views/page-handle'

/** Nobody is signed in here any more. */
export const handle: PageHandle = { title: 'saved' }

export default LeftPage
