/** The look before publishing: all that is found in a document as the family stands, by one function for page and command. */
import type { FamilyFile } from '#app/domain/plan/case-file'
import type { Finding } from '#app/domain/plan/checks/finding'
import { newSince } from '#app/domain/plan/checks/new-since'
import { nobodyOnIt } from '#app/domain/plan/checks/nobody-on-it'
import { ordersOver } from '#app/domain/plan/checks/orders-over'
import { pastDates } from '#app/domain/plan/checks/past-dates'
import { eachReader, type Standing } from './each-reader'
import { leaksIn } from './leaks-for-readers'
import { moreThanTold } from './more-than-told'
import { notToBeToldNamed } from './not-to-be-told'
import { signsAboutReaders } from './signs-about-readers'
import { signsWithoutHelp } from './signs-without-help'
import { unseenDuties } from './unseen-duties'

/** The gravest kind first. `before` is what the second person looked at last. The document has no faults. */
export function findingsIn(standing: Standing, before?: FamilyFile): Finding[] {
  const { file, today } = standing
  const readers = eachReader(standing)
  return [
    ...leaksIn(standing, readers),
    ...notToBeToldNamed(file),
    ...unseenDuties(file, readers),
    ...moreThanTold(file, readers),
    ...signsWithoutHelp(file, readers),
    ...signsAboutReaders(file, readers),
    ...nobodyOnIt(file),
    ...ordersOver(file, today),
    ...pastDates(file, today),
    ...newSince(file, before),
  ]
}
