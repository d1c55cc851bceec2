import type { RequestHandler } from 'express'
import helmet from 'helmet'

const nothing = ["'none'"]
const self = ["'self'"]

/** A recorded voice is played on one page; the desk listens for what is new, and frames one person's phone; that page alone may be framed, and by us alone. */
const isDesk = (url: string) => /^\/desk(?=[/?]|$)/i.test(url)
const isListen = (url: string) => /^\/p\/[^/?]+\/listen/i.test(url)
const isPhone = (url: string) => /^\/desk\/families\/[^/?]+\/phone\//i.test(url)

/**
 * What every answer carries. Nothing is loaded from anywhere else, nothing is kept, nobody may frame us. The styles in
 * a page are let in by their hashes, quoted as the policy wants them, and no others.
 */
export function safeHeaders(publicUrl: string, styleHashes: string[]): RequestHandler[] {
  const secure = publicUrl.startsWith('https:')
  const headers = (
    more: { mediaSrc?: string[]; connectSrc?: string[]; frameSrc?: string[]; frameAncestors?: string[] } = {},
  ) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: nothing,
          styleSrc: styleHashes,
          scriptSrc: self,
          imgSrc: self,
          connectSrc: nothing,
          formAction: self,
          baseUri: nothing,
          frameAncestors: nothing,
          ...more,
        },
      },
      strictTransportSecurity: secure && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true },
      // "no-referrer" would make browsers post our own forms with `Origin: null`, which the cross-site check refuses.
      referrerPolicy: { policy: 'same-origin' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      xFrameOptions: { action: more.frameAncestors ? 'sameorigin' : 'deny' },
      xXssProtection: false,
      xDownloadOptions: false,
    })
  const [page, listen, desk, phone] = [
    headers(),
    headers({ mediaSrc: self }),
    headers({ connectSrc: self, frameSrc: self }),
    headers({ frameAncestors: self }),
  ]
  const known: RequestHandler = (request, response, next) => {
    const { url } = request
    const ofPlace = isPhone(url) ? phone : isDesk(url) ? desk : isListen(url) ? listen : page
    ofPlace(request, response, next)
  }
  const ours: RequestHandler = (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Robots-Tag', 'noindex, nofollow')
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()')
    next()
  }
  return [known, ours]
}
