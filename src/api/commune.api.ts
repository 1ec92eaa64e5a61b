// The commune: inbox, check, supplements, report, issue, samples, sending.
import { z } from '@hono/zod-openapi'
import { saveCommuneCheck } from '#/programme/commune/check.actions.ts'
import { communeFile } from '#/programme/commune/commune.store.ts'
import { worksInCommune } from '#/programme/commune/commune.policy.ts'
import { inboxSorts, inboxTabs, listInbox } from '#/programme/commune/inbox.store.ts'
import { issueReport } from '#/programme/commune/issue.actions.ts'
import { addReportPhoto, markReportReady, removeReportPhoto, saveReport, sendBackReport } from '#/programme/commune/report.actions.ts'
import { handOverSamples, sendToProvince } from '#/programme/commune/send.actions.ts'
import { askCommuneSupplement, rejectAtCommune } from '#/programme/commune/supplement.actions.ts'
import { dossierStates } from '#/programme/dossier/dossier.workflow.ts'
import { readProducerPrivate } from '#/programme/producer/producer.actions.ts'
import { must } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { fileOf } from './files.ts'
import { made, newVersion, reason, record, search, version } from './schemas.ts'
import { withoutPrivate } from './snapshot.view.ts'
import { windowOf } from './window.ts'

const tag = 'commune'

export const checks = z.strictObject({
  lines: z.array(z.strictObject({ component: z.string(), verdict: z.string(), remark: z.string().default('') })).max(200),
})
export const supplement = z.strictObject({
  items: z.array(z.strictObject({ targetKind: z.string(), target: z.string(), ask: z.string() })).max(200),
  dueOn: z.string(),
  reason: z.string().default(''),
})

export const communeEndpoints: Endpoint[] = [
  list('/commune/dossiers', {
    tag,
    title: { vi: 'Hồ sơ đến của xã, theo hạn', en: 'The commune’s inbox, by due date' },
    query: z.strictObject({
      q: search,
      tab: z.enum(inboxTabs).optional(),
      state: z.enum(dossierStates).optional(),
      kind: z.enum(['first', 'upgrade', 'renewal']).optional(),
      sort: z.enum(inboxSorts).optional(),
      dueUntil: z.iso.date().optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      must(worksInCommune(actor))
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const found = await listInbox(db, actor, {
          tab: query.tab ?? 'doing',
          search: query.q ?? '',
          dueUntil: query.dueUntil ?? null,
          state: query.state ?? null,
          kind: query.kind ?? null,
          sort: query.sort ?? 'due',
          page,
          perPage,
        })
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  read('/commune/dossiers/{dossierId}', {
    tag,
    title: { vi: 'Một hồ sơ như xã thấy', en: 'A dossier as its commune sees it' },
    about: { vi: 'Đọc từ bản nộp; không kèm trường nhạy cảm.', en: 'Read from the submission; without sensitive fields.' },
    answer: record,
    run: async ({ db, actor, services }, { params }) => {
      const {
        pack: _pack,
        form: _form,
        latest,
        submissions,
        ...file
      } = await communeFile(db, services.regulations, actor, params.dossierId)
      return {
        ...file,
        latest: { ...latest, snapshot: withoutPrivate(latest.snapshot) },
        submissions: submissions.map(({ snapshot: _snapshot, ...one }) => one),
      }
    },
  }),
  deed('post', '/dossiers/{dossierId}/private-reading', {
    tag,
    title: { vi: 'Xem trường nhạy cảm của chủ thể (ghi nhật ký)', en: 'Read the producer’s sensitive fields (logged)' },
    status: 200,
    answer: record,
    run: (ctx, { params }) => readProducerPrivate(ctx, params.dossierId),
  }),
  deed('put', '/commune/dossiers/{dossierId}/checks', {
    tag,
    title: { vi: 'Kết luận từng thành phần hồ sơ', en: 'Judge the components' },
    body: checks,
    run: (ctx, { params, body }) => saveCommuneCheck(ctx, params.dossierId, body.lines),
  }),
  deed('post', '/commune/dossiers/{dossierId}/supplements', {
    tag,
    title: { vi: 'Yêu cầu bổ sung từng mục; đồng hồ tạm dừng', en: 'Ask for a supplement item by item; the clock stops' },
    body: supplement,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await askCommuneSupplement(ctx, params.dossierId, body) }),
  }),
  deed('post', '/commune/dossiers/{dossierId}/reject', {
    tag,
    title: { vi: 'Từ chối hồ sơ, nêu lý do', en: 'Refuse the dossier with reasons' },
    body: reason,
    run: (ctx, { params, body }) => rejectAtCommune(ctx, params.dossierId, body),
  }),
  deed('put', '/commune/dossiers/{dossierId}/report', {
    tag,
    title: { vi: 'Soạn báo cáo đánh giá (mẫu 03)', en: 'Write the report (mẫu 03)' },
    body: z.strictObject({
      opinions: z.record(z.string().max(60), z.strictObject({ finding: z.string(), opinion: z.string() })),
      conclusion: z.string(),
      proposes: z.boolean().nullable(),
      version,
    }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await saveReport(ctx, params.dossierId, body) }),
  }),
  deed('post', '/commune/dossiers/{dossierId}/report/photos', {
    tag,
    title: { vi: 'Thêm ảnh vào báo cáo', en: 'Add a photo to the report' },
    body: z.strictObject({ caption: z.string().max(500).optional(), upload: z.string().max(64).optional() }),
    status: 201,
    answer: made,
    prepare: fileOf,
    run: async (ctx, { params, body }, file) => ({ id: await addReportPhoto(ctx, params.dossierId, file, body.caption ?? '') }),
  }),
  deed('delete', '/commune/dossiers/{dossierId}/report/photos/{photoId}', {
    tag,
    title: { vi: 'Bỏ một ảnh khỏi báo cáo', en: 'Remove a photo of the report' },
    run: (ctx, { params }) => removeReportPhoto(ctx, params.dossierId, params.photoId),
  }),
  deed('post', '/commune/dossiers/{dossierId}/report/ready', {
    tag,
    title: { vi: 'Trình lãnh đạo xã ký', en: 'Hand the report to the leader' },
    run: (ctx, { params }) => markReportReady(ctx, params.dossierId),
  }),
  deed('post', '/commune/dossiers/{dossierId}/report/send-back', {
    tag,
    title: { vi: 'Trả lại báo cáo cho cán bộ', en: 'Send the report back to the officer' },
    body: z.strictObject({ remark: z.string() }),
    run: (ctx, { params, body }) => sendBackReport(ctx, params.dossierId, body),
  }),
  deed('post', '/commune/dossiers/{dossierId}/report/issue', {
    tag,
    title: { vi: 'Ban hành báo cáo và văn bản đề nghị', en: 'Issue the report and the proposal' },
    body: z.strictObject({ post: z.enum(['chair', 'viceChair']) }),
    answer: record,
    run: (ctx, { params, body }) => issueReport(ctx, params.dossierId, body),
  }),
  deed('put', '/commune/dossiers/{dossierId}/samples', {
    tag,
    title: { vi: 'Lập biên bản bàn giao mẫu', en: 'Record the hand-over of samples' },
    body: z.strictObject({ handed: z.number().int(), note: z.string().default('') }),
    run: (ctx, { params, body }) => handOverSamples(ctx, params.dossierId, body),
  }),
  deed('post', '/commune/dossiers/{dossierId}/send', {
    tag,
    title: { vi: 'Gửi hồ sơ lên tỉnh', en: 'Send the dossier to the province' },
    run: (ctx, { params }) => sendToProvince(ctx, params.dossierId),
  }),
]
