import type { council, staff } from '#db/schema'
import harker from './harker.json' with { type: 'json' }
import marsh from './marsh.json' with { type: 'json' }
import wojcik from './wojcik.json' with { type: 'json' }

/** The demo's council, staff and three families: none of them exists. */
export const demoTeam = { id: 'north', name: 'Family Help North' }
export const demoLead = 'joan'

export const demoStaff: Pick<typeof staff.$inferInsert, 'id' | 'name' | 'role' | 'phone'>[] = [
  { id: 'priya', name: 'Priya Nair', role: 'worker', phone: '+441632960160' },
  { id: 'tom', name: 'Tom Beckett', role: 'worker', phone: '+441632960260' },
  { id: 'olu', name: 'Olu Adebayo', role: 'worker', phone: '+441632960360' },
  { id: 'joan', name: 'Joan Petrie', role: 'manager', phone: '+441632960170' },
  { id: 'amina', name: 'Amina Hussain', role: 'manager', phone: '+441632960270' },
  { id: 'ada', name: 'Ada Grant', role: 'administrator', phone: '+441632960370' },
]

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const

export const demoCouncil: typeof council.$inferInsert = {
  id: 1,
  name: 'Demo City Council',
  openingHours: weekdays.map((day) => ({ day, from: '09:00', to: '17:00' })),
  // England and Wales, https://www.gov.uk/bank-holidays
  bankHolidays: [
    ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  ],
  dutyPhone: '+441632960900',
  emergencyDutyPhone: '+441632960999',
  exitUrl: 'https://www.bbc.co.uk/weather',
  helplines: { abuse: '01632 960 301', children: '0800 1111', men: '01632 960 302', deaf: '01632 960 303' },
}

/** What a sign says to the one person it is about, so that it helps them act; the case files leave it out. */
const saidToThem: Record<string, { who: string; text: string }> = {
  'A-T1': { who: 'kelly', text: 'You do not pick up when Nan rings at 7, or your words come slow.' },
  'A-T3': { who: 'kelly', text: 'You have had a drink and the children are with you.' },
  'C-T2': { who: 'agnieszka', text: 'You do not want to live, or you cannot get up and the children are with you.' },
}

const withWordsForThem = <File extends { plan: { triggers: { id: string }[] } }>(file: File) => ({
  ...file,
  plan: {
    ...file.plan,
    triggers: file.plan.triggers.map((sign) => {
      const forThem = saidToThem[sign.id]
      return forThem ? { ...sign, forYou: [{ id: `${sign.id}-you`, ...forThem }] } : sign
    }),
  },
})

/** The three case files, with what the demo adds. */
export const demoFamilies = [marsh, harker, wojcik].map(withWordsForThem)
