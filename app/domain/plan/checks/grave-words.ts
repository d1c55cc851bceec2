import { folded } from './folding'

/**
 * What tells of a worry rather than of a task, each row one matter in the forms it takes: who has been told of one form
 * has been told of it. "Bev would read “drunk”, and nothing says that she was told of drinking."
 */
const MATTERS = [
  'drink drinks drinking drinker drank drunk alcohol alcoholic beer wine vodka cider sober booze hangover',
  'drug drugs cannabis weed heroin cocaine ketamine methadone overdose overdosed needle needles dealer dealers',
  'hit hits hitting punch punches punched kick kicks kicked slap slaps slapped strangle strangled choke choked beaten bruise bruises bruised violent violence assault assaulted weapon knife',
  'abuse abused abuses abusive abuser controlling coercive threatens threatened threats threat stalk stalks stalking',
  'injunction bail prison jail probation arrested arrest offence convicted',
  'depressed depression psychosis psychotic bipolar schizophrenia sectioned suicide suicidal self-harm selfharm',
  'sexual sexually rape raped grooming groomed porn indecent',
  'neglect neglected neglects starving filthy unwashed',
  'refuge hostel evicted homeless debt debts bailiffs',
  'pregnant miscarriage hiv cancer',
].map((row) => new Set(row.split(' ')))

const WORD = /[\p{L}'-]+/gu

/** The words of a text that tell of a matter none of the other texts speaks of, as they are written. */
export function graveWordsBeyond(text: string, told: string[]): string[] {
  const known = new Set(told.flatMap((one) => wordsOf(one)).flatMap((word) => matterOf(word) ?? []))
  return [...text.matchAll(WORD)]
    .map(([word]) => word)
    .filter((word) => {
      const matter = matterOf(folded(word).text)
      return !!matter && !known.has(matter)
    })
}

const wordsOf = (text: string) => [...folded(text).text.matchAll(WORD)].map(([word]) => word)
const matterOf = (word: string) => MATTERS.find((matter) => matter.has(word))
