// Every file of words by its name: this is where the type checker learns which keys exist. Add yours here.
import accessibility from './accessibility.json'
import common from './common.json'
import desk from './desk.json'
import deskFamilies from './desk-families.json'
import deskPeople from './desk-people.json'
import errors from './errors.json'
import frame from './frame.json'
import help from './help.json'
import home from './home.json'
import language from './language.json'
import log from './log.json'
import now from './now.json'
import paper from './paper.json'
import people from './people.json'
import phone from './phone.json'
import plan from './plan.json'
import privacy from './privacy.json'
import story from './story.json'
import texts from './texts.json'
import checkIn from './check-in.json'
import form from './form.json'
import me from './me.json'
import mine from './mine.json'
import scale from './scale.json'
import titles from './titles.json'

export default { accessibility, common,
  desk,
  'check-in': checkIn,
  'desk-families': deskFamilies,
  'desk-people': deskPeople,
  errors, form, frame, help, home, language, log, me, mine, now, paper, people, phone, plan, privacy, scale, story, texts, titles }
