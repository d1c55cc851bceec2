/**
 * Every route, and who gets what there. Kelly is of the Marsh family, whose addresses are tried; Craig is of another
 * and sees his own items alone; Priya works with it, Tom with others, Nadia manages another team, Ada is the
 * administrator.
 */
export const PEOPLE = ['nobody', 'kelly', 'craig', 'priya', 'tom', 'nadia', 'ada'] as const
export type Who = (typeof PEOPLE)[number]
/**
 * `page`; `away`: led to where they can come in, or are already; `sign-in`: led to the desk's; `none`: the same 404 as
 * what never was.
 */
export type Gets = 'page' | 'away' | 'sign-in' | 'none'
type Row = Record<Who, Gets>

const all = (gets: Gets) => Object.fromEntries(PEOPLE.map((who) => [who, gets])) as Row
const staff = (gets: Gets) => ({ priya: gets, tom: gets, nadia: gets, ada: gets })

const OPEN = all('page')
/** Nobody here is on the way in: each is led to where they are. */
const ON_THE_WAY_IN = all('away')
const MEMBER: Row = { ...all('away'), kelly: 'page', craig: 'page' }
const PLAN: Row = { ...all('away'), kelly: 'page', craig: 'none' }
const DESK: Row = { ...all('sign-in'), ...staff('page') }
const FAMILY: Row = { ...all('sign-in'), ...staff('none'), priya: 'page' }
/** What is done about a draft: Marsh is published, so there is none, and who works with it is led to its plan. */
const DRAFT: Row = { ...FAMILY, priya: 'away' }
const ADMINISTRATOR: Row = { ...all('sign-in'), ...staff('none'), ada: 'page' }
const BRINGS_FAMILIES: Row = { ...DESK, ada: 'none' }
/** Only the provider of texts, by its signature, and only with POST. */
const PROVIDER = all('none')

const of = <Pattern extends string>(row: Row, ...patterns: Pattern[]) => patterns.map((pattern) => [pattern, row])

/** By the pattern of `app/routes.ts`. */
export const WHO_MAY: Record<string, Row> = Object.fromEntries([
  // Whoever is in is led to their home.
  ...of({ ...OPEN, kelly: 'away', craig: 'away' }, ''),
  ...of(OPEN, 'language', 'number', 'sent', 'code', 'card', 'l/:token', 'left', 'welcome/bye', 'word/closed', 'locked'),
  ...of(OPEN, 'help', 'privacy', 'accessibility', 'healthz', 'readyz', 'demo/phone', 'demo/phone.json'),
  ...of(OPEN, 'desk/sign-in'),
  ...of(ON_THE_WAY_IN, 'word', 'welcome', 'welcome/no', 'exit'),
  // With nothing kept for them, they are led on from both pages of it.
  ...of(ON_THE_WAY_IN, 'l/:token/again', 'me/kept', 'me/kept/mine', 'me/sign-out', 'desk/sign-out'),
  ...of(MEMBER, 'home', 'me', 'me/ring', 'me/leave', 'phone'),
  ...of(PLAN, 'p/:plan/changes'),
  ...of(PLAN, 'p/:plan', 'p/:plan/now', 'p/:plan/paper', 'p/:plan/people', 'p/:plan/story', 'p/:plan/dates/:item.ics'),
  ...of(PLAN, 'p/:plan/listen'),
  // The stories of the demo have no pictures, and nobody has read its plans out.
  ...of({ ...PLAN, kelly: 'none' }, 'p/:plan/listen/:text'),
  ...of({ ...PLAN, kelly: 'none' }, 'p/:plan/story/:picture'),
  ...of(
    PLAN,
    'p/:plan/log',
    'p/:plan/log/new',
    'p/:plan/log/ring',
    'p/:plan/log/:entry/saved',
    'p/:plan/log/:entry/cancel',
  ),
  ...of(PLAN, 'p/:plan/mine', 'p/:plan/mine/:item', 'p/:plan/mine/:item/saved', 'p/:plan/not-mine/:what'),
  ...of(PLAN, 'p/:plan/agree', 'p/:plan/agree/:item'),
  // She and Danny said yes to the story, with the file.
  ...of(PLAN, 'p/:plan/approve/:story', 'p/:plan/approve/:story/saved'),
  // She has said nothing of that sentence: there is no thank-you for it.
  ...of({ ...PLAN, kelly: 'none' }, 'p/:plan/agree/:item/saved'),
  ...of(PLAN, 'p/:plan/scale', 'p/:plan/scale/:worry', 'p/:plan/scale/:worry/saved'),
  // An administrator has no day: theirs are the settings.
  ...of({ ...DESK, ada: 'away' }, 'desk'),
  ...of(DESK, 'desk/texts', 'desk/families', 'desk/search', 'desk/news'),
  // What leads to the desk from there.
  ...of({ ...all('sign-in'), ...staff('away') }, 'desk/seen', 'desk/undo'),
  ...of(BRINGS_FAMILIES, 'desk/families/new', 'desk/families/write'),
  ...of(ADMINISTRATOR, 'desk/trail', 'desk/settings', 'desk/staff', 'desk/staff/:member'),
  ...of({ ...all('sign-in'), ...staff('none'), nadia: 'page' }, 'desk/team'),
  ...of(BRINGS_FAMILIES, 'desk/away', 'desk/glass'),
  // Its manager alone: Joan, in tests/staff-teams-families.test.ts.
  ...of({ ...FAMILY, priya: 'none' }, 'desk/families/:family/move', 'desk/families/:family/restrict'),
  ...of(FAMILY, 'desk/log/:entry/seen', 'desk/log/:entry/reply', 'desk/log/:entry/call'),
  ...of(FAMILY, 'desk/texts/:text/cancel', 'desk/texts/:text/seen', 'desk/texts/in/:reply/seen'),
  ...[
    'plan',
    'plan/voices',
    'findings',
    'words',
    'languages',
    'people',
    'handover',
    'answers',
    'log',
    'texts',
    'shut',
    'numbers',
    'as/:person',
    'phone/:person',
    'versions',
    'versions/:a/:b',
  ].flatMap((page) => of(FAMILY, `desk/families/:family/${page}`)),
  // For its manager alone.
  ...of({ ...FAMILY, priya: 'none' }, 'desk/families/:family/trail'),
  // Nothing unusual was done.
  ...of({ ...FAMILY, priya: 'none' }, 'desk/unusual/:unusual/seen'),
  // Everybody in the Marsh family reads English: there is no page of another language.
  ...['', '/back', '/file'].flatMap((page) =>
    of({ ...FAMILY, priya: 'none' }, `desk/families/:family/languages/:language${page}`),
  ),
  // Marsh has one version, and no two to be held side by side.
  ...of({ ...FAMILY, priya: 'none' }, 'desk/families/:family/versions/:a/:b'),
  // Marsh has one version, and the newest is not made the draft again.
  ...of(DRAFT, 'desk/families/:family/versions/:version/restore'),
  // Nobody writes in the plan of Marsh: its pages lead to where that is begun, and its script is told there is nothing.
  ...of(FAMILY, 'desk/families/:family/plan/edit'),
  ...['plan/edit/:part', 'plan/picture/:frame', 'plan/finish', 'plan/draft-as/:person'].flatMap((page) =>
    of(DRAFT, `desk/families/:family/${page}`),
  ),
  ...of({ ...FAMILY, priya: 'none' }, 'desk/families/:family/plan/save'),
  ...of({ ...FAMILY, priya: 'none' }, 'desk/families/:family/pictures/:file'),
  ...of(DRAFT, 'desk/families/:family/shut/undo'),
  ...of(DRAFT, 'desk/families/:family/findings/overrule', 'desk/families/:family/findings/take-back'),
  ...['ask', 'endorse', 'check', 'send-back', 'replace'].flatMap((act) => of(DRAFT, `desk/families/:family/${act}`)),
  ...['invite', 'resend', 'revoke', 'reach', 'card', 'test', 'checked', 'guesses', 'told'].flatMap((act) =>
    of(FAMILY, `desk/families/:family/people/:person/${act}`),
  ),
  ...of(PROVIDER, 'texts/status', 'texts/incoming'),
  // In live use alone: tests/staff-sign-in.test.ts.
  ...of(PROVIDER, 'desk/sign-in/go', 'desk/sign-in/back', 'desk/sign-in/ended'),
  ...of(all('sign-in'), 'desk/signed-out'),
  ...of(all('none'), '*'),
])

/**
 * Staff who come and go with the Marsh family: at the desk each gets what somebody of the table gets, who works with it
 * (Priya) or with none of it (Tom, and Nadia, who manages others).
 */
export const COMES_AND_GOES = {
  'who covers today': ['cora', 'priya'],
  'who covered until yesterday': ['carl', 'tom'],
  'who is to cover from tomorrow': ['cleo', 'tom'],
  'who broke the glass an hour ago': ['gita', 'priya'],
  'who broke it too long ago': ['glen', 'tom'],
} as const satisfies Record<string, [string, Who]>
/** And once it is open to Rana alone. */
export const RESTRICTED = {
  'a worker who is named': ['rana', 'priya'],
  'its worker, who is not': ['priya', 'tom'],
  'who covers, and is not': ['cora', 'tom'],
  'who broke the glass before': ['gita', 'tom'],
  'its manager, who is not': ['joan', 'nadia'],
} as const satisfies Record<string, [string, Who]>

/**
 * What answers a form that stood on no page: 405 where no form goes at all, 401 and 403 to whoever is not known there,
 * else the form comes back (409, 410, 422), or they are led away as by looking.
 */
export const ANSWERS: Record<Gets, (Gets | number)[]> = {
  page: ['away', 'sign-in', 405, 409, 410, 422],
  away: ['away', 401, 405, 409, 422],
  'sign-in': [401, 405],
  none: ['none', 403, 405],
}

/** What Craig gets of his own family, tried with a task and an entry that are not his; the worry is, as any that is scored. */
export const OWN_ITEMS: Record<string, Gets> = {
  'p/:plan': 'page',
  'p/:plan/now': 'page',
  'p/:plan/changes': 'page',
  'p/:plan/paper': 'page',
  'p/:plan/people': 'page',
  'p/:plan/listen': 'page',
  'p/:plan/listen/:text': 'none',
  'p/:plan/story': 'none',
  'p/:plan/story/:picture': 'none',
  'p/:plan/dates/:item.ics': 'none',
  'p/:plan/log': 'page',
  'p/:plan/log/new': 'page',
  'p/:plan/log/ring': 'page',
  'p/:plan/log/:entry/saved': 'none',
  'p/:plan/log/:entry/cancel': 'none',
  'p/:plan/mine': 'page',
  'p/:plan/mine/:item': 'none',
  'p/:plan/mine/:item/saved': 'none',
  'p/:plan/not-mine/:what': 'none',
  'p/:plan/agree': 'page',
  'p/:plan/agree/:item': 'none',
  'p/:plan/agree/:item/saved': 'none',
  'p/:plan/approve/:story': 'none',
  'p/:plan/approve/:story/saved': 'none',
  'p/:plan/scale': 'page',
  'p/:plan/scale/:worry': 'page',
  'p/:plan/scale/:worry/saved': 'page',
}
