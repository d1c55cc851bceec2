/** A recording somebody chose, put together anew: the sound in it as it was, and nothing else the file held. */
import {
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  type InputFormat,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import type { voices } from '#db/schema'

type Type = typeof voices.$inferSelect.type
export type Recording = { type: Type; bytes: Buffer }
export type NoRecording = 'not-a-voice' | 'too-long'

/** A sentence or two, read slowly. */
const LONGEST_SECONDS = 180

const FORMATS: [InputFormat, Type, () => OutputFormat][] = [
  [MP3, 'audio/mpeg', () => new Mp3OutputFormat()],
  [MP4, 'audio/mp4', () => new Mp4OutputFormat()],
  [OGG, 'audio/ogg', () => new OggOutputFormat()],
  [WEBM, 'audio/webm', () => new WebMOutputFormat()],
]

/**
 * By its own bytes, whatever it is called: MP3, MPEG-4, Ogg or WebM. Its sound is copied into a new file of the same
 * kind, without names, places, pictures and days. What holds no sound is refused.
 */
export async function recorded(sent: Uint8Array): Promise<Recording | { refused: NoRecording }> {
  try {
    const input = new Input({ source: new BufferSource(sent), formats: FORMATS.map(([format]) => format) })
    const format = await input.getFormat()
    const [, type, made] = FORMATS.find(([one]) => one === format) ?? []
    if (!type || !made) return { refused: 'not-a-voice' }
    if ((await input.computeDuration()) > LONGEST_SECONDS) return { refused: 'too-long' }
    const target = new BufferTarget()
    const output = new Output({ format: made(), target })
    const conversion = await Conversion.init({ input, output, video: { discard: true }, tags: {}, showWarnings: false })
    if (!conversion.isValid) return { refused: 'not-a-voice' }
    await conversion.execute()
    return target.buffer ? { type, bytes: Buffer.from(target.buffer) } : { refused: 'not-a-voice' }
  } catch {
    return { refused: 'not-a-voice' }
  }
}
