// The matrix of issued papers by their address. The paper at hand is an approval decision: read by the province's desks and the clerk. A refusal does
// not tell whether the paper exists, not even to who is not signed in.
import { attachmentRows } from './permissions.body.ts'
import { moneyReadRows } from './permissions.money.ts'
import { reportReadRows } from './permissions.report.ts'
import { supportReadRows } from './permissions.support.ts'
import { commendationFileRows } from './permissions.commendation.ts'
import { planFileRows } from './permissions.plan.ts'
import { inspectionReadRows } from './permissions.inspection.ts'
import { promotionReadRows } from './permissions.promotion.ts'
import { salesPointReadRows } from './permissions.sales-point.ts'
import { batchReadRows } from './permissions.batch.ts'
import { publicReportReadRows } from './permissions.public-report.ts'
import { trainingReadRows } from './permissions.training.ts'
import { look, type Given, type Row } from './permissions.row.ts'

const hidden = (row: Row): Row => ({ ...row, except: { stranger: 'notFound' } })
const readers = 'office leader clerk advisor'
const paper = (tail: string) => (given: Given) => `/tep/van-ban/${given.documentId}${tail}`

export const fileRows: readonly Row[] = [
  ...attachmentRows,
  ...moneyReadRows,
  ...reportReadRows,
  ...supportReadRows,
  ...planFileRows,
  ...commendationFileRows,
  ...trainingReadRows,
  ...salesPointReadRows,
  ...promotionReadRows,
  ...inspectionReadRows,
  ...publicReportReadRows,
  ...batchReadRows,
  look('see the letters of the end', () => '/tinh/chung-nhan/thong-bao-het-han', 'office otherOffice'),
  hidden(look('GET /tep/van-ban/:documentId', paper(''), readers)),
  hidden(look('GET /tep/van-ban/:documentId.docx', paper('.docx'), readers)),
  look(
    'GET /lanh-dao/ky-ban-hanh/:id/ban-thao?dang=word',
    (given) => `/lanh-dao/ky-ban-hanh/${given.decisionId}/ban-thao?dang=word`,
    'office leader clerk admin',
  ),
]
