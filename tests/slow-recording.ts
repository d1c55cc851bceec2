/** A recording that lies: a small MPEG-4 file of so many sounds that last no time at all. */
const u32 = (...all: number[]) => {
  const bytes = Buffer.alloc(4 * all.length)
  all.forEach((one, at) => void bytes.writeUInt32BE(one, at * 4))
  return bytes
}
const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body])
}
const MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]
const ESDS = '031900000004114015000000000000000000000005021210060102'

export function slowRecording(samples: number): Buffer {
  const head = box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom', 'latin1'))
  const mp4a = box(
    'mp4a',
    ...[Buffer.from('0000000000000001', 'hex'), u32(0, 0), Buffer.from('0002001000000000', 'hex'), u32(44100 * 65536)],
    box('esds', u32(0), Buffer.from(ESDS, 'hex')),
  )
  const moov = (offset: number) => {
    const tables = [
      box('stsd', u32(0, 1), mp4a),
      box('stts', u32(0, 1, samples, 0)),
      box('stsc', u32(0, 1, 1, samples, 1)),
      box('stsz', u32(0, 0, samples, ...Array<number>(samples).fill(1))),
      box('stco', u32(0, 1, offset)),
    ]
    const data = box('dinf', box('dref', u32(0, 1), box('url ', u32(1))))
    const minf = box('minf', box('smhd', u32(0, 0)), data, box('stbl', ...tables))
    const sound = box('hdlr', u32(0, 0), Buffer.from('soun'), u32(0, 0, 0), Buffer.from('x\0'))
    const mdhd = box('mdhd', u32(0, 0, 0, 1000, 1000), Buffer.from('55c40000', 'hex'))
    const tkhd = box('tkhd', u32(7, 0, 0, 1, 0, 1000, 0, 0, 0, 0x1000000, ...MATRIX, 0, 0))
    const mvhd = box('mvhd', u32(0, 0, 0, 1000, 1000, 0x10000, 0x1000000, 0, 0, ...MATRIX, 0, 0, 0, 0, 0, 0, 2))
    return box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, sound, minf)))
  }
  const before = head.length + moov(0).length + 8
  return Buffer.concat([head, moov(before), box('mdat', Buffer.alloc(samples))])
}
