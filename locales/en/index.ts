// Every file of words by its name: this is where the type checker learns which keys exist. Add yours here.
import accessibility from './accessibility.json'
import agree from './agree.json'
import approve from './approve.json'
import card from './card.json'
import changes from './changes.json'
import checkIn from './check-in.json'
import code from './code.json'
import common from './common.json'
import demo from './demo.json'
import desk from './desk.json'
import deskCheck from './desk-check.json'
import deskEdit from './desk-edit.json'
import deskFamilies from './desk-families.json'
import deskLanguages from './desk-languages.json'
import deskPeople from './desk-people.json'
import deskPicture from './desk-picture.json'
import deskPublish from './desk-publish.json'
import deskSettings from './desk-settings.json'
import deskShut from './desk-shut.json'
import deskSignIn from './desk-sign-in.json'
import deskStaff from './desk-staff.json'
import deskTell from './desk-tell.json'
import deskTexts from './desk-texts.json'
import deskTrail from './desk-trail.json'
import deskVersions from './desk-versions.json'
import deskVoices from './desk-voices.json'
import deskWords from './desk-words.json'
import errors from './errors.json'
import form from './form.json'
import frame from './frame.json'
import help from './help.json'
import home from './home.json'
import language from './language.json'
import link from './link.json'
import listen from './listen.json'
import locked from './locked.json'
import log from './log.json'
import me from './me.json'
import mine from './mine.json'
import now from './now.json'
import paper from './paper.json'
import people from './people.json'
import phone from './phone.json'
import plan from './plan.json'
import privacy from './privacy.json'
import scale from './scale.json'
import start from './start.json'
import story from './story.json'
import texts from './texts.json'
import titles from './titles.json'
import welcome from './welcome.json'
import word from './word.json'

export default {
  accessibility,
  agree,
  approve,
  card,
  changes,
  'check-in': checkIn,
  code,
  common,
  demo,
  desk,
  'desk-check': deskCheck,
  'desk-edit': deskEdit,
  'desk-families': deskFamilies,
  'desk-languages': deskLanguages,
  'desk-people': deskPeople,
  'desk-picture': deskPicture,
  'desk-publish': deskPublish,
  'desk-settings': deskSettings,
  'desk-shut': deskShut,
  'desk-sign-in': deskSignIn,
  'desk-staff': deskStaff,
  'desk-tell': deskTell,
  'desk-texts': deskTexts,
  'desk-trail': deskTrail,
  'desk-versions': deskVersions,
  'desk-voices': deskVoices,
  'desk-words': deskWords,
  errors,
  form,
  frame,
  help,
  home,
  language,
  link,
  listen,
  locked,
  log,
  me,
  mine,
  now,
  paper,
  people,
  phone,
  plan,
  privacy,
  scale,
  start,
  story,
  texts,
  titles,
  welcome,
  word,
}
