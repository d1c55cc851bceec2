import type { RequestHandler } from 'express'
import helmet from 'helmet'

const nothing = ["'none'"]
const self = ["'self'"]

/**
 * What every answer carries. Nothing is loaded from anywhere else, nothing is kept, nobody may frame us. The styles in
 * a page are let in by their hashes, quoted as the policy wants them, and no others.
 */
export function safeHeaders(publicUrl: string, styleHashes: string[]): RequestHandler[] {
  const secure = publicUrl.startsWith('https:')
  const known = helmet({
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
      },
    },
    strictTransportSecurity: secure && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    // "no-referrer" would make browsers post our own forms with `Origin: null`, which the cross-site check refuses.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    xXssProtection: false,
    xDownloadOptions: false,
  })
  const ours: RequestHandler = (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Robots-Tag', 'noindex, nofollow')
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()')
    next()
  }
  return [known, ours]
}
