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

test('a picture comes in drawn anew and named by what it is; brought out and in again the file is the same', async () => {
  const first = fileWith('at Ruth’s.jpg', 'symbol-house.svg')
  const sent = await photo()
  const { pictures, refused } = await broughtIn(first, async () => sent)
  expect(refused).toEqual([])
  expect(pictures).toHaveLength(1)
  expect(pictures[0]?.bytes.includes('Ruth')).toBe(false)
  expect(first).toEqual(fileWith(`${pictures[0]?.hash}.jpg`, 'symbol-house.svg'))
  const again = structuredClone(first)
  const back = await broughtIn(again, async () => pictures[0]?.bytes)
  expect(again).toEqual(first)
  expect(back.pictures[0]?.hash).toBe(pictures[0]?.hash)
  expect(back.pictures[0]?.bytes.equals(pictures[0]?.bytes ?? Buffer.alloc(0))).toBe(true)
})

test('a name alone makes no file ours: a photo named by its own hash is drawn anew too; what is missing is named', async () => {
  const sent = await photo()
  for (const bytes of [sent, Buffer.concat([await sharp(sent).jpeg().toBuffer(), Buffer.from('<script>')])]) {
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
