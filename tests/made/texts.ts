/** What plans say, as their workers write it: nothing here tells of anybody. */
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

/** `{a}` and `{b}` are people whom every reader knows, `{c}` a child. */
export const ENGLISH = lines(`
  When {a} is worn out, {c} has gone to school without breakfast and cried all morning.
  {a} shouted so loudly in November that {c} hid under the bed and would not come out.
  There is food in the house every day, and {c} eats at the table.
  Nobody smokes in the room where {c} sleeps.
  {a} rings {b} before it gets too much, not after.
  If {a} does not answer by 10:30, {b} goes round and knocks.
  {b} takes {c} to school on Mondays and Tuesdays, 08:20 at the gate.
  School days 08:20
  Every second Friday, 16:00 to 18:00
  Tue 15:30-18:00
  by 2026-12-18
  from 28.11.2026 to 11.12.2026
  daily 07:45; Sat 10.30
  The health visitor comes on 3/12/26 at 10.15.
  Children's centre, room 2, 1st floor
  Primary school, the small hall
  Town library, upstairs by the window
  {c} is 7 and has asthma: two puffs, 4 hours apart, not more than 10 a day.
  The money for the gas is put aside: £25 a week, £12.50 on the card.
  {a} and {b} talk on Sundays about how the week was.
  {a} has been to 6 of 8 sessions of the course.
  We want {c} to wake up in a dry bed and have clean clothes on.
  In May and June it was quieter; by April 2027 we hope for the same.
  It will be a good day if {c} laughs at breakfast.
  I hope that mark on the wall is gone by the summer.
  The rose in the garden is {c}'s own.
  Grown-ups sort out grown-up things when {c} is not there.
  If you are scared you may ring any of us, at any time.
  Score 4 in September, 6 now; half a point up is enough for the next three weeks.
  Rules 1 to 5 hold from today until 2027-02-28.
  {b}: "I will stay until somebody comes, even if it is late."
  Danger now: ring 999. If you cannot talk, press 55.
  If nobody answers and you are worried, ring the duty team.
  Childline is free: 0800 1111, also at night.
  NHS 111, then press 2 for mental health.
  Page 3 of 12, plan 2026/27, case 20417.
  M6 and A34 are closed this week, so {b} comes by train.
  Class 4B has swimming, wing 3 has art.
  {a} takes 20 mg in the morning and 10 mg at night.
  From 2019 to 2024 {a} worked at the bakery, then was ill.
  {c} was born in 2018-03 and goes to year 4.
  A text with a heart means: please come now, do not ring first.
  Mum's sister, mum of two, lives near the park
  neighbour at number 14
  next door on the left
  friend since school
  after six, not on Fridays
  evenings and weekends
  {a} says sorry to {c} the same day, in words {c} understands.
  The first frame shows a house, a sun and a dog with a long tail.
  four stick people and a cat
  {b} makes tea, {a} washes up, and then it is story time.
  Nothing happened for 14 nights in a row.
  It's a shame, but the bus is often late, so leave at 7.40.
  We'd like the doctor's letter by the 5th; she's away till the 12th.
  No one asks {c} to keep a secret from a grown-up who helps.
  {a} keeps the phone charged and the sound on from 9pm to 7am.
  What people are worried could happen is written in plain words.
  The key to the medicine box is with {b}.
  When voices get loud, one of us takes {c} out for a walk.
  {a} marks the calendar with a green dot for each good day.
  Will you come on Wednesday? If so, bring {c}'s coat.
  Read with {c} for ten minutes: the black cat book, then sleep.
  Please do not come to the door without a text first.
  I.e. call, wait 5 min., call again, then go.
`)

export const POLISH_LINES = lines(`
  Kiedy mama jest bardzo zmęczona, nikt nie robi śniadania.
  W domu codziennie jest jedzenie i ciepła woda.
  W poniedziałki i wtorki ktoś dorosły idzie z dziećmi do szkoły.
  Jeśli nikt nie odbiera do 10:30, trzeba iść i zapukać.
  Dzieci mogą zadzwonić do każdego z nas o każdej porze.
  Od 28.11.2026 do 11.12.2026, co drugi piątek o 16.00.
  Lekarz przychodzi w środę, potem jest spacer.
  Dorośli załatwiają swoje sprawy, kiedy dzieci śpią.
  Jeżeli ktoś jest w niebezpieczeństwie, dzwoń na 999.
  Chcemy, żeby wieczorem było spokojnie i żeby nikt nie krzyczał.
  Klucz do szafki z lekami leży wysoko.
  Nocą telefon jest włączony, a ładowarka stoi w kuchni.
`)

export const URDU_LINES = lines(`
  جب امی بہت تھک جاتی ہیں تو بچوں کو ناشتہ نہیں ملتا۔
  گھر میں روز کھانا ہوتا ہے۔
  پیر اور منگل کو کوئی بڑا بچوں کو اسکول لے جاتا ہے۔
  اگر کوئی جواب نہ دے تو دروازے پر دستک دیں۔
  خطرہ ہو تو 999 پر فون کریں۔
  دوائی کی چابی اونچی جگہ پر ہے۔
`)
