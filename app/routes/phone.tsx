import type { PageHandle } from '#app/views/page-handle'
import { SaferPhonePage } from '#app/views/safer-phone-page'

export const handle: PageHandle = { title: 'phone' }

export default SaferPhonePage
