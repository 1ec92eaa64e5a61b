// Around the session: visits and laboratory tests of the office, objections of the producer and their answer.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { paperFile, productPhoto } from '#/programme/document/incoming.ts'
import { askLabTest, cancelLabTest, receiveLabResult } from '#/programme/lab-test/lab-test.actions.ts'
import { checksFor } from '#/programme/lab-test/checks.store.ts'
import { labTestFor } from '#/programme/lab-test/lab-test.store.ts'
import {
  answerObjection,
  fileObjection,
  nameDeciders,
  receiveObjection,
  withdrawObjection,
} from '#/programme/objection/objection.actions.ts'
import { listObjections, objectionSorts } from '#/programme/objection/objection.list.ts'
import { objectionFor, ownObjection } from '#/programme/objection/objection.store.ts'
import { objectionOutcomes, objectionStates } from '#/programme/objection/objection.ts'
import { cancelVisit, planVisit, recordVisit } from '#/programme/visit/visit.actions.ts'
import { visitFor } from '#/programme/visit/visit.store.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { filesOf } from './files.ts'
import { id, issuing, made, reason, record, search, typed, typedFields, version, upload } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'after'
const paper = z.object({ documentId: id, number: z.string() })
const accounts = z.array(z.string()).max(50)
/** What a form with files sends as text. */

export const afterEndpoints: Endpoint[] = [
  read('/dossiers/{dossierId}/checks', {
    tag,
    title: { vi: 'Kiểm tra thực tế, kiểm nghiệm của một hồ sơ', en: 'Visits and laboratory tests of a dossier' },
    answer: record,
    run: ({ db, actor, services, now }, { params }) => checksFor(db, services.regulations, actor, params.dossierId, plainDateOf(now)),
  }),
  deed('post', '/dossiers/{dossierId}/visits', {
    tag,
    title: { vi: 'Lên lịch kiểm tra thực tế', en: 'Plan a field visit' },
    body: typedFields('plannedOn', 'place', 'note').extend({ members: accounts }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body: { members, ...input } }) => ({ id: await planVisit(ctx, params.dossierId, input, members) }),
  }),
  read('/visits/{visitId}', {
    tag,
    title: { vi: 'Một lần kiểm tra thực tế', en: 'A field visit' },
    answer: record,
    run: ({ db, actor, services }, { params }) => visitFor(db, services.regulations, actor, params.visitId),
  }),
  deed('post', '/visits/{visitId}/record', {
    tag,
    title: { vi: 'Lập biên bản kiểm tra thực tế', en: 'Record a field visit' },
    about: {
      vi: 'Mỗi tiêu chí đã kiểm tra: v.<mã> là matches hoặc differs, n.<mã> là ghi nhận; present: mã tài khoản, cách nhau dấu phẩy. Ảnh ở phần tệp.',
      en: 'Per criterion looked at: v.<code> is matches or differs, n.<code> a remark; present: account ids with commas. Photos as file parts.',
    },
    body: z.looseObject({ version: z.coerce.number().int(), present: z.string() }),
    answer: paper,
    prepare: async (call, files, fields) =>
      Promise.all((await filesOf(call, files, fields, true)).map((one) => productPhoto(one.bytes, one.name, 'photos'))),
    run: (ctx, { params, body: { version: seen, present, ...input } }, photos) =>
      recordVisit(ctx, params.visitId, input, { present: present.split(',').map((one) => one.trim()), photos, version: seen }),
  }),
  deed('post', '/visits/{visitId}/cancel', {
    tag,
    title: { vi: 'Hủy lịch kiểm tra thực tế', en: 'Call a visit off' },
    body: reason,
    run: (ctx, { params, body }) => cancelVisit(ctx, params.visitId, body),
  }),
  deed('post', '/dossiers/{dossierId}/lab-tests', {
    tag,
    title: { vi: 'Đề nghị kiểm nghiệm', en: 'Ask a laboratory for a test' },
    body: typedFields('askedBy', 'criterion', 'what', 'why', 'laboratory', 'dueOn'),
    status: 201,
    answer: paper.extend({ id }),
    run: (ctx, { params, body }) => askLabTest(ctx, params.dossierId, body),
  }),
  read('/lab-tests/{labTestId}', {
    tag,
    title: { vi: 'Một đề nghị kiểm nghiệm', en: 'A laboratory test' },
    answer: record,
    run: ({ db, actor }, { params }) => labTestFor(db, actor, params.labTestId),
  }),
  deed('post', '/lab-tests/{labTestId}/result', {
    tag,
    title: { vi: 'Ghi nhận kết quả kiểm nghiệm', en: 'Enter the result of a test' },
    body: typedFields('resultNumber', 'resultOn', 'verdict', 'summary').extend({ version: z.coerce.number().int(), upload }),
    prepare: async (call, files, fields) =>
      Promise.all((await filesOf(call, files, fields)).map((one) => paperFile(one.bytes, one.name, 'files'))),
    run: (ctx, { params, body: { version: seen, ...input } }, files) =>
      receiveLabResult(ctx, params.labTestId, input, { files, version: seen }),
  }),
  deed('post', '/lab-tests/{labTestId}/cancel', {
    tag,
    title: { vi: 'Thôi kiểm nghiệm', en: 'Call a test off' },
    body: reason,
    run: (ctx, { params, body }) => cancelLabTest(ctx, params.labTestId, body),
  }),
  read('/dossiers/{dossierId}/objection', {
    tag,
    title: { vi: 'Kiến nghị của chủ thể về kết quả', en: 'The producer’s own objection' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const { dossier, told, raised, objection, files } = await ownObjection(db, actor, params.dossierId)
      const shown = objection && {
        state: objection.state,
        wants: objection.wants,
        dueOn: objection.dueOn,
        outcome: objection.outcome,
        answer: objection.answer,
        answerDocumentId: objection.answerDocumentId,
      }
      return { dossierId: dossier.id, told, raised, objection: shown, files }
    },
  }),
  deed('post', '/dossiers/{dossierId}/objection', {
    tag,
    title: { vi: 'Gửi kiến nghị về kết quả', en: 'Object to the result' },
    body: z.strictObject({ wants: typed, upload }),
    status: 201,
    answer: made,
    prepare: async (call, files, fields) =>
      Promise.all((await filesOf(call, files, fields, true)).map((one) => paperFile(one.bytes, one.name, 'files'))),
    run: async (ctx, { params, body }, files) => ({ id: await fileObjection(ctx, params.dossierId, { wants: body.wants }, files) }),
  }),
  deed('post', '/dossiers/{dossierId}/objection/withdraw', {
    tag,
    title: { vi: 'Rút kiến nghị', en: 'Withdraw the objection' },
    body: reason,
    run: (ctx, { params, body }) => withdrawObjection(ctx, params.dossierId, body),
  }),
  list('/objections', {
    tag,
    title: { vi: 'Các kiến nghị về kết quả', en: 'Objections to results' },
    query: z.strictObject({
      q: search,
      state: z.enum(objectionStates).optional(),
      late: z.enum(['1']).optional(),
      sort: z.enum(objectionSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query }, paging) => {
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = {
          search: query.q ?? '',
          state: query.state ?? null,
          late: query.late === '1',
          sort: query.sort ?? 'recent',
          page,
          perPage,
        }
        const found = await listObjections(db, actor, asked, plainDateOf(now))
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  read('/objections/{objectionId}', {
    tag,
    title: { vi: 'Một kiến nghị với người giải quyết và quyền', en: 'An objection with its deciders and the rights on it' },
    answer: record,
    run: ({ db, actor }, { params }) => objectionFor(db, actor, params.objectionId),
  }),
  deed('post', '/objections/{objectionId}/receive', {
    tag,
    title: { vi: 'Tiếp nhận kiến nghị', en: 'Receive an objection' },
    run: (ctx, { params }) => receiveObjection(ctx, params.objectionId),
  }),
  deed('put', '/objections/{objectionId}/deciders', {
    tag,
    title: { vi: 'Phân công người giải quyết', en: 'Name who decides' },
    body: z.strictObject({ deciders: accounts, version }),
    run: (ctx, { params, body }) => nameDeciders(ctx, params.objectionId, body.deciders, body.version),
  }),
  deed('post', '/objections/{objectionId}/answer', {
    tag,
    title: { vi: 'Trả lời kiến nghị', en: 'Answer an objection' },
    body: z.strictObject({ ...issuing, outcome: z.enum(objectionOutcomes), answer: z.string() }),
    answer: paper,
    run: (ctx, { params, body }) => answerObjection(ctx, params.objectionId, body),
  }),
]
