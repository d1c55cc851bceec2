/** Pages that no picture shows, by their pattern in `app/routes.ts`, and why not. Every other one has a picture in docs/pictures. */
const LEADS_ON = 'no page: it does one thing and leads on'
const FOR_MACHINES = 'no page: programs ask for it'
const LIVE = 'in live use alone: the demo has no sign-in of a council’s'

export const NO_PICTURE: Record<string, string> = {
  'l/:token/again': LEADS_ON,
  exit: LEADS_ON,
  'me/sign-out': LEADS_ON,
  'me/kept/mine': LEADS_ON,
  'desk/sign-out': LEADS_ON,
  'desk/seen': LEADS_ON,
  'desk/undo': LEADS_ON,
  'desk/families/:family/shut/undo': LEADS_ON,
  'desk/families/:family/findings/take-back': LEADS_ON,
  'desk/news': FOR_MACHINES,
  'desk/families/:family/languages/:language/file': 'no page: a translator’s file',
  'desk/families/:family/plan/save': FOR_MACHINES,
  'p/:plan/listen/:text': 'no page: a recorded voice',
  'desk/families/:family/pictures/:file': 'no page: a picture on the pages of a story',
  'p/:plan/story/:picture': 'no page: a picture on the page of a story',
  'desk/families/:family/phone/:person': 'it stands in the desk’s frame, and in the pictures of that',
  'p/:plan/dates/:item.ics': 'no page: a calendar’s file',
  'desk/sign-in/go': LIVE,
  'desk/sign-in/back': LIVE,
  'desk/sign-in/ended': FOR_MACHINES,
  'desk/signed-out': LIVE,
  'texts/status': FOR_MACHINES,
  'texts/incoming': FOR_MACHINES,
  'demo/phone.json': FOR_MACHINES,
  healthz: FOR_MACHINES,
  readyz: FOR_MACHINES,
  'desk/unusual/:unusual/seen': 'nobody of the demo does anything unusual',
  'desk/families/:family/numbers': 'nobody in the demo has come in and kept their number from who needs it',
  'desk/texts/:text/seen': 'no text to the demo’s phone ever fails',
  'desk/texts/in/:reply/seen': 'nobody can answer from the demo’s phone',
}
