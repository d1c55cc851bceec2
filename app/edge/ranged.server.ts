/**
 * Bytes that are played: a whole of them, or the part that was asked for. iPhones play no sound they cannot ask for in
 * parts (RFC 9110, 14).
 */
export function ranged(request: Request, bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' }
  const [, first = '', last = ''] = request.headers.get('Range')?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (first === '' && last === '') return new Response(bytes, { headers })
  const { length } = bytes
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (from > to) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${length}` } })
  const part = { ...headers, 'Content-Range': `bytes ${from}-${to}/${length}` }
  return new Response(bytes.slice(from, to + 1), { status: 206, headers: part })
}
