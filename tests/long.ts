/** A shortened run in `npm test`; the whole of it under `npm run test:long`, whose figures stand in docs/evidence.md. */
export const times = (short: number, whole: number): number => (process.env.LONG ? whole : short)

/** A figure of a long run, for docs/evidence.md. */
export function figure(what: string, figures: Record<string, number | string>) {
  if (process.env.LONG) process.stdout.write(`FIGURE ${what}: ${JSON.stringify(figures)}\n`)
}
