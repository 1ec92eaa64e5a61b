// The paper of a report as it would be now: a draft for its people and the desks above.
import { contentOf } from '#/programme/report/compute.actions.ts'
import { draftReportPaper } from '#/programme/report/report.paper.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { report } = await reportFor(db, actor, params['id'])
  const paper = await draftReportPaper(db, report, await contentOf(db, report), now)
  return fileResponse(new Uint8Array(paper.bytes), paper)
})
