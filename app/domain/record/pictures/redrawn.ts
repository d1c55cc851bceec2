/** A picture somebody chose, drawn anew: what goes on is what was to be seen in it, and nothing else the file held. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'

/** The bytes are a JPEG of ours; `hash` is their SHA-256, in hex. */
export type Picture = { hash: string; bytes: Buffer; width: number; height: number }
export type NoPicture = 'not-a-picture' | 'moves' | 'too-many-pixels'

/** As many as phones of "50" and "64 MP" take (9248 × 6936); one that says it has more is never unpacked. */
const MOST_PIXELS = 65_000_000
/** Sides of the longest phone or page it is seen on. */
const LONGEST = 1280
const SECONDS = 20

// Of all that libvips can read, drawings and documents that can hold code among it, only this.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
// One picture takes one core, and pages go on being served by the other.
sharp.concurrency(1)
sharp.cache(false)

/**
 * A photo (JPEG, PNG, WebP) turned the right way up, made small and written as a new JPEG without what the phone had
 * put into it: place, time, name, thumbnail. What is no whole still picture is refused.
 */
export function redrawn(sent: Uint8Array): Promise<Picture | { refused: NoPicture }> {
  const mine = turn.then(() => drawn(sent))
  turn = mine.catch(() => undefined)
  return mine
}

/** One after the other: pages are compressed by the same few threads of Node's. */
let turn: Promise<unknown> = Promise.resolve()

async function drawn(sent: Uint8Array): Promise<Picture | { refused: NoPicture }> {
  try {
    const read = sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { width, height, pages = 1 } = await read.metadata()
    if (width * height > MOST_PIXELS) return { refused: 'too-many-pixels' }
    if (pages > 1) return { refused: 'moves' }
    const { data, info } = await read
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: 78, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    const hash = createHash('sha256').update(data).digest('hex')
    return { hash, bytes: data, width: info.width, height: info.height }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { refused: error.message.includes('pixel limit') ? 'too-many-pixels' : 'not-a-picture' }
  }
}
