/** The process answers. Whether it can serve anyone is `/readyz`. */
export function loader() {
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
