import type { Fault } from './paths'

/** Faults as somebody can read them: the first of them, and how many more there are. */
export type Listed = { faults: Fault[]; more?: number }

/** Whoever mends a file mends these first; a file of junk has a hundred thousand. */
export const MOST_LISTED = 50
/** A key or an id may be as long as the file. */
const LONGEST = 400

/** Takes faults one by one, and makes sentences only of those that are listed. */
export function faultList() {
  const faults: Fault[] = []
  let more = 0
  return {
    add: (fault: () => Fault) => {
      if (faults.length === MOST_LISTED) more++
      else faults.push(clipped(fault()))
    },
    listed: (): Listed => ({ faults, ...(more > 0 && { more }) }),
  }
}

function clipped({ path, message }: Fault): Fault {
  return { path: short(path), message: short(message) }
}

const short = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST)} … .` : words)
