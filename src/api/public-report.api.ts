// Reports from the public: anyone sends one (without photos) and reads its answer by the code; the office works on them.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { answerCase, joinCase, tellHolder } from '#/programme/public-report/case.actions.ts'
import { fileReport } from '#/programme/public-report/file.actions.ts'
import { lookUpReport } from '#/programme/public-report/look-up.ts'
import { answerReport, assignReport, noteOnReport } from '#/programme/public-report/public-report.actions.ts'
import { caseFor, listReports, reportFor } from '#/programme/public-report/public-report.store.ts'
import { reportStates, topics } from '#/programme/public-report/public-report.ts'
import { call, deed, list, open, read, type Endpoint } from './endpoint.ts'
import { made, record, search, typedFields } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'public-report'
const answer = typedFields('outcome', 'answer')

export const publicReportEndpoints: Endpoint[] = [
  call('post', '/misuse-reports', {
    tag,
    title: { vi: 'Gửi phản ánh vi phạm', en: 'Report misuse' },
    about: {
      vi: 'Không cần khóa. Ảnh gửi ở trang /phan-anh. Cùng key gửi lại trả về cùng mã.',
      en: 'Needs no token. Photos are sent on the page /phan-anh. The same key again returns the same code.',
    },
    access: 'public',
    status: 201,
    body: typedFields(
      'key',
      'topic',
      'words',
      'about',
      'product',
      'code',
      'seenWhere',
      'seenOn',
      'contactName',
      'contactPhone',
      'contactEmail',
      'asBody',
    ),
    answer: z.object({ code: z.string() }),
    run: async ({ services, actor, address }, { body }) => ({
      code: await fileReport(services, body, { address, actor, photos: async () => [] }),
    }),
  }),
  open('/misuse-reports/answers/{code}', {
    tag,
    title: { vi: 'Tình trạng và trả lời của một phản ánh theo mã', en: 'State and answer of a report by its code' },
    answer: record,
    run: async ({ db, address }, { params }) => {
      const { state, receivedAt, answer: said, answeredAt } = await lookUpReport(db, params.code, address)
      // That others reported too is not told.
      return { state: state === 'joined' ? 'looking' : state, receivedAt, answer: said, answeredAt }
    },
  }),
  list('/misuse-reports', {
    tag,
    title: { vi: 'Phản ánh gửi đến cơ quan của bạn', en: 'Reports to your desk' },
    query: z.strictObject({
      q: search,
      state: z.enum(['open', 'overdue', ...reportStates]).optional(),
      topic: z.enum(topics).optional(),
      mine: z.enum(['true']).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query }, paging) => {
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = {
          search: query.q ?? '',
          state: query.state ?? ('all' as const),
          topic: query.topic ?? null,
          mine: query.mine === 'true',
        }
        const found = await listReports(db, actor, { ...asked, sort: 'newest', page, perPage }, plainDateOf(now))
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  read('/misuse-reports/{misuseId}', {
    tag,
    title: { vi: 'Một phản ánh, ghi chú nội bộ và quyền', en: 'A report, the notes of the office, the rights on it' },
    answer: record,
    run: ({ db, actor, now }, { params }) => reportFor(db, actor, params.misuseId, now),
  }),
  deed('post', '/misuse-reports/{misuseId}/assign', {
    tag,
    title: { vi: 'Giao một người của cơ quan xem xét', en: 'Give a report to a person of the office' },
    body: typedFields('assignee'),
    run: (ctx, { params, body }) => assignReport(ctx, params.misuseId, body),
  }),
  deed('post', '/misuse-reports/{misuseId}/notes', {
    tag,
    title: { vi: 'Ghi chú nội bộ', en: 'A note of the office' },
    body: typedFields('note'),
    run: (ctx, { params, body }) => noteOnReport(ctx, params.misuseId, body),
  }),
  deed('post', '/misuse-reports/{misuseId}/join', {
    tag,
    title: { vi: 'Gộp vào vụ việc của sản phẩm hoặc chủ thể', en: 'Join to the case of its product or producer' },
    answer: made,
    run: async (ctx, { params }) => ({ id: await joinCase(ctx, params.misuseId) }),
  }),
  deed('post', '/misuse-reports/{misuseId}/answer', {
    tag,
    title: { vi: 'Trả lời người phản ánh', en: 'Give the public answer' },
    body: answer,
    run: (ctx, { params, body }) => answerReport(ctx, params.misuseId, body),
  }),
  read('/misuse-cases/{caseId}', {
    tag,
    title: { vi: 'Một vụ việc và các phản ánh của nó', en: 'A case and its reports' },
    answer: record,
    run: ({ db, actor }, { params }) => caseFor(db, actor, params.caseId),
  }),
  deed('post', '/misuse-cases/{caseId}/tell-holder', {
    tag,
    title: { vi: 'Thông báo cho chủ thể', en: 'Tell the holder' },
    body: typedFields('words'),
    run: (ctx, { params, body }) => tellHolder(ctx, params.caseId, body),
  }),
  deed('post', '/misuse-cases/{caseId}/answer', {
    tag,
    title: { vi: 'Trả lời mọi phản ánh và kết thúc vụ việc', en: 'Answer every report and close the case' },
    body: answer,
    run: (ctx, { params, body }) => answerCase(ctx, params.caseId, body),
  }),
]
