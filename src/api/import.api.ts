// Recognitions of the past: a file is checked, its rows read, then written or dropped; what the program may not decide waits for a person.
import { z } from '@hono/zod-openapi'
import { isId } from '#/platform/database/id.ts'
import { batchById, batchesOf, rowsOf, type Batch } from '#/programme/import/batch.store.ts'
import { cancelImport, checkImport, confirmImport, resumeImport } from '#/programme/import/import.actions.ts'
import { outcomes } from '#/programme/import/plan.ts'
import { assignUnit, keepSeparate, leaveUnknown, mergeInto, rejectRow } from '#/programme/import/question.actions.ts'
import { openQuestions } from '#/programme/import/question.store.ts'
import { importRights } from '#/programme/import/rights.ts'
import { found, must, mustSee } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint, type RawFile, type SignedCall } from './endpoint.ts'
import { made, reason, record } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'import'

/** What has been written counts once all is written; until then, what is expected. */
const viewOf = ({ id, fileName, state, rowsTotal, rowsDone, expected, written, createdAt }: Batch) => ({
  id,
  fileName,
  state,
  rowsTotal,
  rowsDone,
  counts: state === 'done' ? written : expected,
  createdAt,
})

async function batchFor({ db, actor }: SignedCall, id: string): Promise<Batch> {
  const batch = found(isId(id) ? await batchById(db, id) : null)
  mustSee(importRights(actor, batch).see)
  return batch
}

const own = ({ actor }: SignedCall) => importRights(actor, { provinceCode: actor.provinceCode })

/** The verb judges the bytes; no file at all is an empty one to it. */
const tableOf = async (call: SignedCall, files: RawFile[]) => {
  must(own(call).see)
  const file = files.find((one) => one.field === 'file')
  return { name: file?.name ?? '', bytes: file?.bytes ?? new Uint8Array() }
}

export const importEndpoints: Endpoint[] = [
  list('/imports', {
    tag,
    title: { vi: 'Các tệp kết quả công nhận trước đây đã gửi', en: 'Files of past recognitions sent here' },
    answer: record,
    run: async (call, _input, paging) => {
      must(own(call).see)
      let total = 0
      const rows = await windowOf(paging, async (page, size) => {
        const batches = await batchesOf(call.db, call.actor.provinceCode, page, size)
        total = batches.total
        return batches.rows
      })
      return { rows: rows.map(viewOf), total }
    },
  }),
  deed('post', '/imports', {
    tag,
    title: { vi: 'Kiểm tra một tệp, chưa ghi', en: 'Check a file; nothing is written yet' },
    about: {
      vi: 'Tệp CSV hoặc Excel đúng các cột của biểu; xem từng dòng rồi mới xác nhận.',
      en: 'CSV or Excel with exactly the known columns; read the rows, then confirm.',
    },
    body: z.strictObject({}),
    status: 201,
    answer: record,
    prepare: tableOf,
    run: async (ctx, _input, file) => {
      const { id, rows, expected } = await checkImport(ctx, file)
      return { id, rows, expected }
    },
  }),
  read('/imports/{importId}', {
    tag,
    title: { vi: 'Một tệp: trạng thái và tiến độ', en: 'One file: its state and how far it is' },
    answer: record,
    run: async (call, { params }) => viewOf(await batchFor(call, params.importId)),
  }),
  list('/imports/{importId}/rows', {
    tag,
    title: { vi: 'Từng dòng của tệp: sẽ ra sao hoặc đã ra sao', en: 'The rows: what will become of each, or became' },
    query: z.strictObject({ outcome: z.enum(outcomes).optional() }),
    answer: record,
    run: async (call, { params, query }, paging) => {
      const batch = await batchFor(call, params.importId)
      const outcome = query.outcome ?? null
      const counts = viewOf(batch).counts
      const rows = await windowOf(paging, (page, size) => rowsOf(call.db, batch, { outcome, page, size }))
      return { rows, total: outcome === null ? batch.rowsTotal : counts[outcome] }
    },
  }),
  deed('post', '/imports/{importId}/confirm', {
    tag,
    title: { vi: 'Ghi các dòng đã kiểm tra', en: 'Write the checked rows' },
    about: { vi: 'Chạy nền; xem tiến độ ở địa chỉ của tệp.', en: 'Runs on its own; the file’s address tells how far it is.' },
    run: (ctx, { params }) => confirmImport(ctx, params.importId),
  }),
  deed('post', '/imports/{importId}/cancel', {
    tag,
    title: { vi: 'Bỏ tệp chưa ghi', en: 'Drop a file that is not written' },
    run: (ctx, { params }) => cancelImport(ctx, params.importId),
  }),
  deed('post', '/imports/{importId}/resume', {
    tag,
    title: { vi: 'Cho chạy tiếp tệp bị dừng', en: 'Send a file that stands still on its way' },
    run: (ctx, { params }) => resumeImport(ctx, params.importId),
  }),
  list('/import-questions', {
    tag,
    title: { vi: 'Những điều chờ người quyết định', en: 'What waits for a person to decide' },
    query: z.strictObject({ kind: z.enum(['unit', 'near']).optional() }),
    answer: record,
    run: async (call, { query }, paging) => {
      must(own(call).see)
      const kind = query.kind ?? null
      let total = 0
      const rows = await windowOf(paging, async (page, size) => {
        const open = await openQuestions(call.db, call.actor.provinceCode, { kind, page, size })
        total = kind === null ? open.unit + open.near : open[kind]
        return open.rows
      })
      return { rows: rows.map(({ provinceCode: _own, rowKey: _key, ...row }) => row), total }
    },
  }),
  deed('post', '/import-questions/{questionId}/unit', {
    tag,
    title: { vi: 'Nêu đơn vị hành chính của bản ghi', en: 'Say which unit is meant' },
    about: { vi: 'place: thời kỳ và mã, ví dụ e2023:15772.', en: 'place: era and code, for example e2023:15772.' },
    body: z.strictObject({ place: z.string(), reason: z.string() }),
    run: (ctx, { params, body }) => assignUnit(ctx, params.questionId, body),
  }),
  deed('post', '/import-questions/{questionId}/unknown', {
    tag,
    title: { vi: 'Để đơn vị chưa rõ', en: 'Leave the unit unknown' },
    body: reason,
    run: (ctx, { params, body }) => leaveUnknown(ctx, params.questionId, body),
  }),
  deed('post', '/import-questions/{questionId}/separate', {
    tag,
    title: { vi: 'Là một kết quả khác: ghi riêng', en: 'Another recognition: keep it apart' },
    body: reason,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await keepSeparate(ctx, params.questionId, body) }),
  }),
  deed('post', '/import-questions/{questionId}/merge', {
    tag,
    title: { vi: 'Là kết quả đã có: gộp vào', en: 'The same recognition: merge it' },
    body: z.strictObject({ recordId: z.string(), reason: z.string() }),
    run: (ctx, { params, body }) => mergeInto(ctx, params.questionId, body),
  }),
  deed('post', '/import-questions/{questionId}/reject', {
    tag,
    title: { vi: 'Bỏ dòng', en: 'Drop the row' },
    body: reason,
    run: (ctx, { params, body }) => rejectRow(ctx, params.questionId, body),
  }),
]
