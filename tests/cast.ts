/** The people of the three families by name, as the case files have them, each with the word agreed face to face. */
export type CastMember = { family: string; id: string; name: string; phone: string; word: string }

export const marsh = { reference: 'CS-20417', worker: 'priya' }
export const harker = { reference: 'CS-20588', worker: 'tom' }
export const wojcik = { reference: 'CS-20631', worker: 'olu' }

const of = (family: { reference: string }, id: string, name: string, phone: string, word: string): CastMember => ({
  family: family.reference,
  id,
  name,
  phone,
  word,
})

export const kelly = of(marsh, 'kelly', 'Kelly Marsh', '+447700900112', 'bluebell')
export const danny = of(marsh, 'danny', 'Danny Frost', '+447700900134', 'anchor')
export const toni = of(marsh, 'toni', 'Toni Marsh', '+447700900156', 'teapot')
export const bev = of(marsh, 'bev', 'Bev Adeyemi', '+447700900178', 'marigold')
/** A landline: cannot be invited by text. */
export const sheila = of(marsh, 'sheila', 'Sheila Marsh', '+441632960121', 'lighthouse')
/** Outer circle: cannot be invited. The file has no number for him; this one is free. */
export const marcus = of(marsh, 'marcus', 'Marcus Hill', '+447700900190', 'pebble')

/** Safe to text only on weekdays, 09:30 to 14:30. */
export const leanne = of(harker, 'leanne', 'Leanne Harker', '+447700900201', 'bramble')
/** Under a non-molestation order: sees his own items only. */
export const craig = of(harker, 'craig', 'Craig Dunn', '+447700900234', 'gravel')
export const maureen = of(harker, 'maureen', 'Maureen Harker', '+447700900245', 'thimble')
export const ruth = of(harker, 'ruth', 'Ruth Osei', '+447700900256', 'harvest')
/** Craig's side. */
export const steve = of(harker, 'steve', 'Steve Dunn', '+447700900267', 'spanner')
/** Not to be told. The file has no number for her; this one is free. */
export const brenda = of(harker, 'brenda', 'Brenda Dunn', '+447700900278', 'ribbon')

export const agnieszka = of(wojcik, 'agnieszka', 'Agnieszka Wójcik', '+447700900312', 'jaskółka')
export const tomasz = of(wojcik, 'tomasz', 'Tomasz Wójcik', '+447700900323', 'kasztan')
/** The file has no number for her; this one is free. */
export const halina = of(wojcik, 'halina', 'Halina', '+447700900356', 'piernik')
export const magda = of(wojcik, 'magda', 'Magda Kowal', '+447700900334', 'malina')
/** Reads Urdu. */
export const nasreen = of(wojcik, 'nasreen', 'Nasreen Akhtar', '+447700900345', 'chambeli')
/** A young person with a sign-in of his own. */
export const kacper = of(wojcik, 'kacper', 'Kacper', '+447700900301', 'rakieta')
