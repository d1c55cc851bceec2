/** Names as families in England have them; every one is made up. */
const words = (list: string) => list.trim().split(/\s*,\s*/)

export const FIRST =
  words(`Amelia, Aoife, Asha, Ayesha, Beatrice, Bilal, Bogdan, Callum, Chidi, Chloe, Dafydd, Daisy, Darren,
  Dele, Eilidh, Esther, Farah, Fergus, Gemma, Gwen, Hamza, Harriet, Imran, Ingrid, Jasmine, Jolene, Kadiatou, Keiran, Kerry,
  Lamar, Leroy, Lorraine, Maisie, Marlon, Nadia, Niamh, Noor, Olivia, Osman, Patrick, Priti, Quentin, Rahul, Renée, Rhys,
  Roisin, Saoirse, Samina, Sandeep, Shanice, Siobhán, Soraya, Tamsin, Terrence, Uchenna, Vikram, Wendy, Xavier, Yasmin, Zoë`)

/** First names that are everyday words besides. */
export const EVERYDAY = words(
  'Hope, Grace, Will, May, Rob, Mark, Joy, Dawn, Faith, Frank, June, Summer, Rose, Jack, Bill',
)

export const LAST =
  words(`Adeyemi, Ahmed, Barrowclough, Bhatt, Brânză, Cartwright, Chowdhury, Delacroix, Dhillon, Edwards,
  Fitzgerald, Fernández, Gallagher, Gunn, Haddad, Hollingsworth, Ibrahim, Jankovic, Kaur, Khatun, Lindqvist, MacDonald,
  McAllister, Mensah, Müller, N'Dour, O'Connor, O'Sullivan, Okafor, Ostrowe, Petrov, Quigley, Ranganathan, Rowbotham,
  Schofield, Stubbs, Tshabalala, Underhill, Vasquez, Wetherby, Whitlock, Yilmaz`)

/** Polish names, with the forms a sentence gives them: written out, since the check has rules of its own for them. */
export const POLISH: Record<string, string[]> = {
  Agnieszka: words('Agnieszki, Agnieszce, Agnieszkę, Agnieszką'),
  Małgorzata: words('Małgorzaty, Małgorzacie, Małgorzatę, Małgorzatą'),
  Magda: words('Magdy, Magdzie, Magdę, Magdą'),
  Ewelina: words('Eweliny, Ewelinie, Ewelinę, Eweliną'),
  Zofia: words('Zofii, Zofię, Zofią'),
  Katarzyna: words('Katarzyny, Katarzynie, Katarzynę, Katarzyną'),
  Marek: words('Marka, Markowi, Markiem'),
  Tomasz: words('Tomasza, Tomaszowi, Tomaszem, Tomaszu'),
  Paweł: words('Pawła, Pawłowi, Pawłem'),
  Piotr: words('Piotra, Piotrowi, Piotrem, Piotrze'),
  Grzegorz: words('Grzegorza, Grzegorzowi, Grzegorzem'),
  Stanisław: words('Stanisława, Stanisławowi, Stanisławem'),
  Wójcik: words('Wójcika, Wójcikowi, Wójcikiem'),
  Nowak: words('Nowaka, Nowakowi, Nowakiem'),
  Kowalska: words('Kowalskiej, Kowalską'),
  Lewandowski: words('Lewandowskiego, Lewandowskiemu, Lewandowskim'),
}
export const POLISH_FIRST = Object.keys(POLISH).slice(0, 12)
export const POLISH_LAST = Object.keys(POLISH).slice(12)

/** Names noted in Urdu, as an interpreter would. */
export const URDU = words('صفیہ, نسرین, عائشہ, بلال, حمزہ, فرح')

/** Words that would tell where somebody is, or who helps. */
export const GIVEAWAYS =
  words(`blue door mat, PANDA, grey van, family hub, St Mary's church, Elm Court, flat above the bakery,
  night bus, Hill Road nursery, red gate, Women's Aid, Thursday choir`)
