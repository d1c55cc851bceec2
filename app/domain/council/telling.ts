/**
 * Words that tell what a text is about, or whose it is: somebody's partner may read it over their shoulder. By their
 * beginnings, in the languages we ship, with Polish letters and without.
 */
const TELLING =
  /council|counsil|social|worker|famil|child|kid|safe|worr|danger|abuse|police|court|gmina|urz[ąa]d|rodzin|dzieck|dzieci|bezpiecz|pracowni|sąd|sadow|policj|کونسل|خاندان|بچ|حفاظت|محفوظ|پولیس|عدالت|فکر/i
/** Pages may be called "Our plan": whoever reads a history has the phone in hand. A text lights up by itself. */
const TELLING_IN_A_TEXT = /plan|پلان|منصوب/i

/** Whether words tell, or name the council. */
export function tells(words: string, councilName = ''): boolean {
  const names = councilName.split(/\s+/).filter((part) => part.length > 3)
  return TELLING.test(words) || names.some((name) => words.toLowerCase().includes(name.toLowerCase()))
}

/** Whether words tell too much for a text. */
export const tellsInText = (words: string, councilName = ''): boolean =>
  tells(words, councilName) || TELLING_IN_A_TEXT.test(words)
