/** A family's pictures beside its file: out into a folder and in from one, and nothing of a phone's on the way. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { broughtIn } from '#app/domain/record/pictures/in-files'

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Ruth Hale' } })
    .toBuffer()
const fileWith = (...files: string[]) => ({ plan: { story: { frames: files.map((file) => ({ image: { file } })) } } })

test('a picture comes in drawn anew and named by what it is', async () => {
  const first = fileWith('at Ruth’s.jpg', 'symbol-house.svg')
  const sent = await photo()
  const { pictures, refused } = await broughtIn(first, async () => sent)
  expect(refused).toEqual([])
  expect(pictures).toHaveLength(1)
  expect(pictures[0]?.bytes.includes('Ruth')).toBe(false)
  expect(first).toEqual(fileWith(`${pictures[0]?.hash}.jpg`, 'symbol-house.svg'))
})

test('a name alone makes no file ours: a photo named by its own hash is drawn anew too; what is missing is named', async () => {
  const sent = await photo()
  const bare = await sharp(sent).jpeg({ progressive: true }).toBuffer()
  // What a phone says of a picture may stand between two passes of it, too.
  const second = bare.lastIndexOf(Buffer.from([0xff, 0xda]))
  const exif = Buffer.from('\xff\xe1\x00\x0eExif  at Ruth', 'latin1')
  const between = Buffer.concat([bare.subarray(0, second), exif, bare.subarray(second)])
  for (const bytes of [sent, Buffer.concat([bare, Buffer.from('<script>')]), between]) {
    const name = `${createHash('sha256').update(bytes).digest('hex')}.jpg`
    const file = fileWith(name)
    const { pictures } = await broughtIn(file, async () => bytes)
    expect(pictures[0]?.bytes.toString('latin1')).not.toMatch(/Ruth|<script>/)
    expect(file).not.toEqual(fileWith(name))
  }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const { refused } = await broughtIn(fileWith('a.jpg', 'b.svg'), async (name) => (name === 'a.jpg' ? undefined : svg))
  expect(refused).toEqual([
    { file: 'a.jpg', why: 'not-there' },
    { file: 'b.svg', why: 'not-a-picture' },
  ])
})
