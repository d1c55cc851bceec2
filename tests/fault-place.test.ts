import { expect, test } from 'vitest'
import { placeOf } from '#app/domain/plan/fault-place'

test.each([
  ['$.plan.rules[0].makesSure[1]', 'Rule 1, who makes sure'],
  ['$.plan.worries[2].danger[0].text', 'Worry 3, danger 1, words'],
  ['$.plan.triggers[1].steps[0].backup', 'Warning sign 2, step 1, who does it if they can’t'],
  ['$.people[4].phone', 'Person 5, phone number'],
  ['$.people[4].formerNames[1].until', 'Person 5, former name 2, until when'],
  ['$.said.replies[0].to', 'Reply 1, what it answers'],
  ['$.plan.worries[0].nextSteps[1].by', 'Worry 1, next step 2, by when'],
  ['$.plan.worries[0].familyGoal.text', 'Worry 1, the family’s own goal, words'],
  ['$.said.answers[0].by', 'Answer 1, who said it'],
  ['$.plan.rules[0].children[0]', 'Rule 1, which child'],
  ['$.children[0].born', 'Child 1, month of birth'],
  ['$.plan.commitments[2].except[1]', 'Commitment 3, days without it'],
  ['$.plan.triggers[0].forYou[1].who', 'Warning sign 1, words for one person 2, who'],
  ['$.plan.scale.zero.text', 'Scale for the whole, what 0 means, words'],
  ['$.familyName', 'Name of the family'],
  ['$.plan.endsWhen[1].text', 'What ends the plan 2, words'],
  ['$.plan.meetings[0].decisions[1].by', 'Meeting 1, decision 2, by when'],
  ['$.plan.meetings[1].ends', 'Meeting 2, until when'],
  ['$.plan.safety.codeWord[0].text', 'Code word 1, words'],
  ['$.plan.safety.mayCollect[1].child', 'Who may collect 2, child'],
  ['$.said.agreements[1].view', 'Agreement 2, view'],
  ['$.people[0].otherPhones[1].number', 'Person 1, other phone 2, number'],
  ['$.plan.contingency[0].about[0]', 'If the plan does not hold 1, what it is about'],
  ['$.plan.reviewBy', 'Day to look at the plan again'],
])('%s is %s for who does not read paths', (path, place) => {
  expect(placeOf(path)).toBe(place)
})

test('what concerns the whole file, or stands under a key nobody knows, has no place', () => {
  expect(placeOf('$')).toBeUndefined()
  expect(placeOf('$.colour')).toBeUndefined()
  expect(placeOf('$["a.rules[0]"]')).toBeUndefined()
  expect(placeOf('$.constructor')).toBeUndefined()
})
