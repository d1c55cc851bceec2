/**
 * What Polish makes of a name in a sentence: Marek → Marka, Markowi, Markiem, Marku; Zofia → Zofii, Zofię, Zofią;
 * Kowalski → Kowalska, Kowalskiego. The endings are those of the grammar (masculine and feminine proper nouns,
 * adjectival surnames; source: Słownik gramatyczny języka polskiego), given to any name of Latin letters, since
 * English names take them too. Some are words of their own ("Vera" → "very"): those are not `sure`.
 */
/**
 * `own`: as it was given, with no ending made: it stands for itself, whatever else the word may mean. `everyday`: a name
 * only where it reads as one.
 */
export type NameForm = { form: string; sure: boolean; own?: true; everyday?: true }

const sure = (...forms: string[]): NameForm[] => forms.map((form) => ({ form, sure: true }))
const unsure = (...forms: string[]): NameForm[] => forms.map((form) => ({ form, sure: false }))

/** The other forms of a folded name. Empty for names shorter than three letters or of other scripts. */
export function polishForms(name: string): NameForm[] {
  if (!/^[a-z]{3,}$/.test(name)) return []
  const all = formsOf(name)
  const words = new Set<string>()
  return all.filter(({ form }) => form !== name && !words.has(form) && words.add(form))
}

function formsOf(name: string): NameForm[] {
  if (/(?:sk|ck|dzk)[ia]$/.test(name)) return adjectival(name.slice(0, -1))
  const stem = name.slice(0, -1)
  switch (name.at(-1)) {
    case 'a':
      return feminine(stem)
    case 'i':
      return sure(`${stem}iego`, `${stem}iemu`, `${stem}im`)
    case 'y':
      return sure(`${stem}ego`, `${stem}emu`, `${stem}ym`)
    case 'o':
      return [
        ...sure(`${stem}owi`, `${stem}em`, `${stem}iem`, `${stem}onem`, `${stem}onowi`, `${stem}ona`),
        ...unsure(`${stem}a`, `${stem}u`, `${stem}y`, `${stem}i`, `${stem}e`),
      ]
    case 'e':
    case 'u':
      return []
    default:
      return masculine(name)
  }
}

/** The two surnames of a couple differ in one letter: Kowalski, Kowalska. */
function adjectival(stem: string): NameForm[] {
  return sure(
    ...['i', 'a', 'iego', 'iemu', 'im', 'iej', 'ich', 'imi'].map((ending) => stem + ending),
    `${stem.slice(0, -1)}cy`,
  )
}

function feminine(stem: string): NameForm[] {
  const last = stem.at(-1) ?? ''
  if (last === 'i') {
    return [...sure(`${stem}i`, `${stem}u`), ...unsure(stem, `${stem}e`, `${stem}o`)]
  }
  const genitive = last === 'j' ? [`${stem.slice(0, -1)}i`] : 'kgl'.includes(last) ? [`${stem}i`] : [`${stem}y`]
  return unsure(
    ...genitive,
    `${stem}e`,
    `${stem}o`,
    ...(last === 'l' ? [`${stem}u`, `${stem}y`] : []),
    ...softened(stem),
  )
}

function masculine(name: string): NameForm[] {
  const stem = withoutFleetingE(name)
  const last = stem.at(-1) ?? ''
  return [
    ...sure(`${stem}owi`, `${stem}owie`, 'kg'.includes(last) ? `${stem}iem` : `${stem}em`, `${stem}a`, `${stem}u`),
    // His wife may be Nowakowa.
    ...(stem.length > 3 ? sure(`${stem}owa`, `${stem}owej`) : []),
    ...('snczbpw'.includes(last) ? sure(`${stem}ia`, `${stem}iowi`, `${stem}iem`, `${stem}iu`) : []),
    ...(stem.length > 3 ? sure(`${stem}ow`, `${stem}om`, `${stem}ami`, `${stem}ach`) : []),
    ...('kgjc'.includes(last) ? [] : unsure(...softened(stem))),
  ]
}

/** Marek → Mark-, Kupiec → Kupc-, Paweł → Pawł-. */
function withoutFleetingE(name: string): string {
  if (name.length < 5) return /^[aeiouy]\wek$/.test(name) ? name.replace(/ek$/, 'k') : name
  if (/iec$/.test(name)) return name.replace(/iec$/, 'c')
  return /(?:ek|ec|[^ih]el|der)$/.test(name) ? name.slice(0, -2) + name.slice(-1) : name
}

const SOFT: [RegExp, string][] = [
  [/ch$/, 'sze'],
  [/k$/, 'ce'],
  [/g$/, 'dze'],
  [/st$/, 'scie'],
  [/t$/, 'cie'],
  [/d$/, 'dzie'],
  [/r$/, 'rze'],
  [/l$/, 'le'],
  [/$/, 'ie'],
]

/** Before -e the consonant changes: Magda → Magdzie, Agnieszka → Agnieszce, Piotr → Piotrze. */
function softened(stem: string): string[] {
  const rule = SOFT.find(([ending]) => ending.test(stem))
  return rule ? [stem.replace(rule[0], rule[1])] : []
}

/** Words of English and Polish that an ending would make out of somebody's name. */
export const WORDS = new Set(
  `able ace age ale ali any ape are area baby bane bare bathe belly bone bony bore brie cage cake candy care
  case came cane cave chase clay code come cone cookie copy core cory cove cute dame danie dare date dice dine dire dole
  dome done dote dove duke dune else eve face fade fake fame fare fate file fine fire five fore game gate gave genie
  goose gore hala hale hanky hare hate have hawk here hide hire holly home hone hope horse hose jolly kata kite kita
  lady lake lame lane late lice like lily lime line live lore lose love luke lure made make male mama mane many mare
  mary mate maze mere mile mine mire more move name nana nice nine none nose note once one only ore over pace page pale
  panda pane panie party pasta pile pine pipe pole poly pony pore posy prune pure race rage randy rare rate rice ride
  rite robie role rome rose rosy rude rule rune safe sage sake sale sama same samem samu sandy save side silo site size
  sofa some sore take tale tame tape tate taty tide tile time tiny tire toe tome tomie tone tony tore tune twine used
  vane very vile vine vote wage wake wane ware wave were wide wife wine wire wise wore yoke zone willow billow bellow meadow shadow window marrow harrow barrow fallow
  custom bottom totem harem villa data soda menu guru mania spinach`.split(/\s+/),
)

/**
 * Whether a form stands for the name where it was written so: the name itself always, Mary and Rose too; a plain form
 * always; the others with a capital, as Polish writes names, and a form that is also another word only in Polish.
 */
export function standsForName({ form, sure, own }: NameForm, written: string, inPolish: () => boolean): boolean {
  if (own) return true
  if (WORDS.has(form)) return isCapital(written) && inPolish()
  return sure || isCapital(written) || /[ęą]$/iu.test(written.normalize('NFC'))
}

const isCapital = (written: string) => /^\p{Lu}/u.test(written)

/** Whether text has a letter that only Polish has. */
export const looksPolish = (text: string): boolean => /[ąęłńśźżć]/iu.test(text.normalize('NFC'))
