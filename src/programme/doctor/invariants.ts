// Everything that must always be true of the data, as queries that return no rows. Run by `ocop doctor`, the doctor page and the tests.
import { activityInvariants } from './invariants.activity.ts'
import { afterInvariants } from './invariants.after.ts'
import { certificateInvariants } from './invariants.certificate.ts'
import { bodyInvariants } from './invariants.body.ts'
import { commendationInvariants } from './invariants.commendation.ts'
import { calendarInvariants } from './invariants.calendar.ts'
import { councilInvariants } from './invariants.council.ts'
import { documentInvariants } from './invariants.document.ts'
import { dossierInvariants } from './invariants.dossier.ts'
import { levelInvariants } from './invariants.level.ts'
import { indicatorInvariants } from './invariants.indicator.ts'
import { inspectionInvariants } from './invariants.inspection.ts'
import { importInvariants } from './invariants.import.ts'
import { ideaInvariants } from './invariants.idea.ts'
import { moneyInvariants } from './invariants.money.ts'
import { opinionInvariants } from './invariants.opinion.ts'
import { councilPaperInvariants } from './invariants.council-papers.ts'
import { publicInvariants } from './invariants.public.ts'
import { registerInvariants } from './invariants.register.ts'
import { planInvariants } from './invariants.plan.ts'
import { reportInvariants } from './invariants.report.ts'
import { regulationInvariants } from './invariants.regulation.ts'
import type { Invariant } from './invariant.ts'

export const invariants: readonly Invariant[] = [
  ...dossierInvariants,
  ...documentInvariants,
  ...councilInvariants,
  ...councilPaperInvariants,
  ...certificateInvariants,
  ...ideaInvariants,
  ...importInvariants,
  ...calendarInvariants,
  ...afterInvariants,
  ...registerInvariants,
  ...regulationInvariants,
  ...levelInvariants,
  ...moneyInvariants,
  ...opinionInvariants,
  ...bodyInvariants,
  ...indicatorInvariants,
  ...planInvariants,
  ...activityInvariants,
  ...inspectionInvariants,
  ...reportInvariants,
  ...commendationInvariants,
  ...publicInvariants,
]
