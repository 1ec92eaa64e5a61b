// A producer's dossier: answers, evidence, texts, tasks, points, filing, supplements, withdrawal.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { pageOf } from '#/platform/database/keyset.ts'
import { audiences } from '#/programme/access/audience.ts'
import { confirmFormer, saveChange, takeFormerPapers } from '#/programme/dossier/change.actions.ts'
import {
  answerCriterion,
  chooseCase,
  confirmProposal,
  linkEvidence,
  saveRegistration,
  saveReport,
  startDossier,
  unlinkEvidence,
} from '#/programme/dossier/dossier.actions.ts'
import { dossierFacts } from '#/programme/dossier/dossier.facts.ts'
import { formerHints } from '#/programme/dossier/former.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { documentsFor, listDossiers, openSupplement, ownDossierRow, submissionsOf, timelineOf } from '#/programme/dossier/dossier.store.ts'
import { adviceOf, expiredPapers, taskList, withoutEvidence } from '#/programme/dossier/dossier.ts'
import { dossierStates, stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { answerSupplementItem, submitDossier, withdrawDossier } from '#/programme/dossier/filing.actions.ts'
import { proposalsFor } from '#/programme/dossier/proposals.ts'
import { registrationFields, reportFields, reportSections, type ReportSection } from '#/programme/dossier/report.fields.ts'
import { contentHash } from '#/programme/dossier/snapshot.build.ts'
import { found } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint, type SignedCall } from './endpoint.ts'
import { id, made, newVersion, reason, record, search, typedFields, version } from './schemas.ts'

const tag = 'dossier'
const producersPapers = Object.entries(audiences).flatMap(([kind, readers]) => (readers.includes('producer') ? [kind] : []))

async function ownFacts({ db, actor, services }: SignedCall, dossierId: string) {
  found(await ownDossierRow(db, actor, dossierId))
  return dossierFacts(db, services.regulations, dossierId)
}

export const dossierEndpoints: Endpoint[] = [
  list('/dossiers', {
    tag,
    title: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
    query: z.strictObject({ q: search, state: z.enum(dossierStates).optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, { limit, after }) => {
      const filter = { ...(query.q === undefined ? {} : { query: query.q }), ...(query.state === undefined ? {} : { state: query.state }) }
      const { rows, total } = await listDossiers(db, actor, filter, { limit: limit + 1, offset: 0, after })
      return { total, ...pageOf(rows, limit, (row) => [row.updatedAt, row.id]) }
    },
  }),
  deed('post', '/products/{productId}/dossiers', {
    tag,
    title: { vi: 'Mở hồ sơ cho một sản phẩm', en: 'Open a dossier for a product' },
    body: z.strictObject({ kind: z.enum(['first', 'upgrade', 'renewal']).optional(), setNo: z.number().int().optional() }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await startDossier(ctx, params.productId, body.kind, body.setNo) }),
  }),
  read('/dossiers/{dossierId}', {
    tag,
    title: { vi: 'Một hồ sơ của tôi', en: 'A dossier of mine' },
    about: { vi: 'Kèm các việc tôi được làm, diễn biến và văn bản.', en: 'With what I may do, its timeline and its documents.' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const row = found(await ownDossierRow(db, actor, params.dossierId))
      const answers = await db
        .selectFrom('dossierAnswer')
        .select(['criterion', 'option', 'description', 'origin', 'version'])
        .where('dossierId', '=', row.id)
        .orderBy('criterion')
        .execute()
      const evidence = await db
        .selectFrom('dossierEvidence')
        .select(['criterion', 'paperId'])
        .where('dossierId', '=', row.id)
        .where('removedAt', 'is', null)
        .execute()
      return {
        ...row,
        stateText: stateWords[row.state],
        may: rights(actor, row),
        answers,
        evidence,
        timeline: await timelineOf(db, row.id),
        documents: (await documentsFor(db, row.id, producersPapers)).map((one) => ({ ...one, file: `/api/v1/files/documents/${one.id}` })),
      }
    },
  }),
  read('/dossiers/{dossierId}/tasks', {
    tag,
    title: { vi: 'Việc đã xong và còn thiếu', en: 'What is done and what is missing' },
    answer: record,
    run: async (call, { params }) => {
      const facts = await ownFacts(call, params.dossierId)
      return {
        ...taskList(facts),
        withoutEvidence: withoutEvidence(facts),
        expiredPapers: expiredPapers(facts, plainDateOf(call.now)).map((paper) => paper.id),
        seen: contentHash(facts),
      }
    },
  }),
  read('/dossiers/{dossierId}/points', {
    tag,
    title: { vi: 'Điểm, hạng sao và điều còn chặn sao kế tiếp', en: 'Points, star, and what blocks the next star' },
    answer: record,
    run: async (call, { params }) => adviceOf(await ownFacts(call, params.dossierId)),
  }),
  read('/dossiers/{dossierId}/proposals', {
    tag,
    title: { vi: 'Câu trả lời gợi ý từ dữ liệu đã khai', en: 'Answers proposed from the data' },
    answer: record,
    run: async (call, { params }) => ({ items: proposalsFor(await ownFacts(call, params.dossierId), plainDateOf(call.now)) }),
  }),
  read('/dossiers/{dossierId}/submissions', {
    tag,
    title: { vi: 'Các bản đã nộp, nguyên văn', en: 'What was filed, as it was' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const row = found(await ownDossierRow(db, actor, params.dossierId))
      return { items: await submissionsOf(db, row.id) }
    },
  }),
  read('/dossiers/{dossierId}/supplement', {
    tag,
    title: { vi: 'Yêu cầu bổ sung đang chờ tôi trả lời', en: 'The open request for a supplement' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const row = found(await ownDossierRow(db, actor, params.dossierId))
      return { request: await openSupplement(db, row.id) }
    },
  }),
  deed('put', '/dossiers/{dossierId}/answers/{criterion}', {
    tag,
    title: { vi: 'Trả lời một tiêu chí', en: 'Answer a criterion' },
    about: {
      vi: 'option 0 = chưa đạt mức nào; version là của câu trả lời, 0 khi chưa có.',
      en: 'option 0 = none reached; version is the answer’s own, 0 at first.',
    },
    body: z.strictObject({ option: z.number().int(), description: z.string().optional(), version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({
      version: await answerCriterion(ctx, params.dossierId, params.criterion, input, seen),
    }),
  }),
  deed('post', '/dossiers/{dossierId}/answers/{criterion}/confirm', {
    tag,
    title: { vi: 'Xác nhận câu trả lời gợi ý', en: 'Confirm a proposed answer' },
    body: z.strictObject({ option: z.number().int(), version }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({
      version: await confirmProposal(ctx, params.dossierId, params.criterion, body.option, body.version),
    }),
  }),
  read('/dossiers/{dossierId}/former', {
    tag,
    title: { vi: 'Câu trả lời lần đánh giá trước, để gợi ý', en: 'Former answers, as hints' },
    about: {
      vi: 'Không có điểm; near là mức gần nhất của tiêu chí hiện hành.',
      en: 'No points; near is the closest level of the present criterion.',
    },
    answer: record,
    run: async (call, { params }) => ({
      items: await formerHints(call.db, call.services.regulations, await ownFacts(call, params.dossierId)),
    }),
  }),
  deed('post', '/dossiers/{dossierId}/answers/{criterion}/former', {
    tag,
    title: { vi: 'Xác nhận câu trả lời lần trước', en: 'Confirm the former answer' },
    body: z.strictObject({ option: z.number().int(), version }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({
      version: await confirmFormer(ctx, params.dossierId, params.criterion, body.option, body.version),
    }),
  }),
  deed('post', '/dossiers/{dossierId}/evidence/{criterion}/former', {
    tag,
    title: { vi: 'Dùng lại giấy tờ lần trước còn hiệu lực', en: 'Use former papers that still hold' },
    run: async (ctx, { params }) => void (await takeFormerPapers(ctx, params.dossierId, params.criterion)),
  }),
  deed('put', '/dossiers/{dossierId}/changes/{topic}', {
    tag,
    title: { vi: 'Thay đổi so với lần đánh giá trước, theo nội dung', en: 'What changed since the last assessment, by topic' },
    body: z.strictObject({ changed: z.enum(['yes', 'no']), text: z.string().optional(), papers: z.array(id).optional(), version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, papers = [], ...input } }) => ({
      version: await saveChange(ctx, params.dossierId, params.topic, { ...input, papers }, seen),
    }),
  }),
  deed('put', '/dossiers/{dossierId}/case', {
    tag,
    title: { vi: 'Chọn trường hợp áp dụng', en: 'Choose the case of the set' },
    body: z.strictObject({ case: z.number().int() }),
    run: (ctx, { params, body }) => chooseCase(ctx, params.dossierId, body.case),
  }),
  deed('put', '/dossiers/{dossierId}/evidence/{criterion}/{paperId}', {
    tag,
    title: { vi: 'Đính một giấy tờ trong kho vào tiêu chí', en: 'Attach a paper of the library to a criterion' },
    run: (ctx, { params }) => linkEvidence(ctx, params.dossierId, params.criterion, params.paperId),
  }),
  deed('delete', '/dossiers/{dossierId}/evidence/{criterion}/{paperId}', {
    tag,
    title: { vi: 'Gỡ một giấy tờ khỏi tiêu chí', en: 'Take a paper off a criterion' },
    run: (ctx, { params }) => unlinkEvidence(ctx, params.dossierId, params.criterion, params.paperId),
  }),
  deed('put', '/dossiers/{dossierId}/registration', {
    tag,
    title: { vi: 'Phiếu đăng ký (mẫu 01)', en: 'Registration slip (mẫu 01)' },
    body: typedFields(...registrationFields.map((field) => field.name)).extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({
      version: await saveRegistration(ctx, params.dossierId, input, seen as number),
    }),
  }),
  ...reportSections.map((section: ReportSection) =>
    deed('put', `/dossiers/{dossierId}/report/${section}`, {
      tag,
      title: { vi: `Báo cáo mẫu 02, phần ${section}`, en: `Report mẫu 02, section ${section}` },
      body: typedFields(...reportFields.filter((field) => field.section === section).map((field) => field.name)).extend({ version }),
      answer: newVersion,
      run: async (ctx, { params, body: { version: seen, ...input } }) => ({
        version: await saveReport(ctx, (params as { dossierId: string }).dossierId, section, input, seen as number),
      }),
    }),
  ),
  deed('post', '/dossiers/{dossierId}/submit', {
    tag,
    title: { vi: 'Nộp hồ sơ', en: 'File the dossier' },
    about: {
      vi: 'Đóng băng bản nộp và cấp giấy hẹn. seen (từ /tasks) là tùy chọn: nội dung phải còn đúng như đã xem.',
      en: 'Freezes the submission and gives the receipt. seen (from /tasks) is optional: the content must still be what was shown.',
    },
    body: z.strictObject({ declared: z.boolean(), seen: z.string().max(64).optional() }),
    status: 201,
    answer: z.object({ submissionId: id, ordinal: z.number().int(), receiptNumber: z.string(), papers: record }),
    run: async (ctx, { params, body }) => {
      const { submissionId, ordinal, receiptNumber, papers, dueOn, snapshot } = await submitDossier(ctx, params.dossierId, body)
      return { submissionId, ordinal, receiptNumber, filedAt: snapshot.filedAt, dueOn, totals: snapshot.totals, papers }
    },
  }),
  deed('put', '/dossiers/{dossierId}/supplement/items/{itemId}', {
    tag,
    title: { vi: 'Trả lời một mục bổ sung', en: 'Answer an item of the request' },
    body: z.strictObject({ answer: z.string() }),
    run: (ctx, { params, body }) => answerSupplementItem(ctx, params.dossierId, params.itemId, body),
  }),
  deed('post', '/dossiers/{dossierId}/withdraw', {
    tag,
    title: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
    body: reason,
    run: (ctx, { params, body }) => withdrawDossier(ctx, params.dossierId, body),
  }),
]
