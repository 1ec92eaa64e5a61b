// Code → status, words, next step. The first word of a code says of what; each file of table/ holds the codes of a few things.
import { afterResultErrors } from './table/after-result.ts'
import { commonErrors } from './table/common.ts'
import { councilErrors } from './table/council.ts'
import { dossierErrors } from './table/dossier.ts'
import { ideaErrors } from './table/idea.ts'
import { moneyErrors } from './table/money.ts'
import { programmeErrors } from './table/programme.ts'
import { registerErrors } from './table/register.ts'
import { regulationErrors } from './table/regulation.ts'

export const errorTable = {
  ...commonErrors,
  ...regulationErrors,
  ...dossierErrors,
  ...councilErrors,
  ...afterResultErrors,
  ...ideaErrors,
  ...registerErrors,
  ...moneyErrors,
  ...programmeErrors,
}

export type ErrorCode = keyof typeof errorTable
