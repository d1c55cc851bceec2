import { auditHeads, auditVerify } from './audit'
import { backup, restore } from './backup'
import { check } from './check'
import type { Command } from './command'
import { councilSet } from './council'
import { familyCheck, familyExport, familyImport } from './family'
import { invitePerson, revokePerson } from './person'
import { retentionRun } from './retention'
import { staffAdd, staffLeave } from './staff'
import { textsFromNobody, textsList, textsRetry } from './texts'

/** Every command the operator has. Each is tried beside a portal that serves: `tests/beside-a-portal.test.ts`. */
export const commands: readonly Command[] = [
  familyImport,
  familyExport,
  familyCheck,
  invitePerson,
  revokePerson,
  councilSet,
  staffAdd,
  staffLeave,
  textsList,
  textsFromNobody,
  textsRetry,
  auditVerify,
  auditHeads,
  backup,
  restore,
  retentionRun,
  check,
]
