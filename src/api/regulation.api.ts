// Words and versions of regulations, for administrators; taking a correction into a round, for its office.
import { z } from '@hono/zod-openapi'
import { must } from '#/programme/refuse.ts'
import { adoptCorrection } from '#/programme/regulation-revision/correction.actions.ts'
import {
  beginRevision,
  confirmRevision,
  discardRevision,
  examineRevision,
  proposeRevision,
  sendRevisionBack,
  uploadRevision,
} from '#/programme/regulation-revision/revision.actions.ts'
import { listRevisions, revisionOf } from '#/programme/regulation-revision/revision.store.ts'
import { MOST_REVISION_BYTES, yamlOf } from '#/programme/regulation-revision/revision.yaml.ts'
import { readsRegulations } from '#/programme/regulation-revision/rights.ts'
import {
  loadWording,
  MOST_WORDING_BYTES,
  ownWords,
  readWordingFile,
  takeWordingBack,
} from '#/programme/regulation-revision/wording.actions.ts'
import { wordingRevisions } from '#/programme/regulation-revision/wording.store.ts'
import { deed, read, type Endpoint } from './endpoint.ts'
import { made, record, version } from './schemas.ts'

const tag = 'regulations'
const file = { name: z.string().min(1).max(200), text: z.string().max(MOST_WORDING_BYTES) }
const pressed = z.strictObject({ version })
const withReason = z.strictObject({ version, reason: z.string() })

export const regulationEndpoints: Endpoint[] = [
  read('/regulations', {
    tag,
    title: { vi: 'Các bộ quy định đang dùng', en: 'The regulations in use' },
    answer: record,
    run: async ({ actor, services }) => {
      must(readsRegulations(actor, services.config.provinceCode))
      return {
        items: services.regulations.packs.map((pack) => ({
          id: pack.id,
          hash: pack.hash,
          number: pack.regulation.number,
          title: pack.regulation.title,
          inForce: pack.regulation.inForce,
          wording: pack.wording?.hash ?? null,
        })),
      }
    },
  }),
  read('/regulations/{regulation}/wordings', {
    tag,
    title: { vi: 'Các bản lời văn Công báo đã nạp', en: 'Revisions of the gazette’s words' },
    answer: record,
    run: async ({ db, actor, services }, { params }) => {
      must(readsRegulations(actor, services.config.provinceCode))
      return {
        items: (await wordingRevisions(db, ownWords(services.regulations, params.regulation).id)).map(({ wording: _words, ...row }) => row),
      }
    },
  }),
  deed('post', '/regulations/{regulation}/wordings', {
    tag,
    title: { vi: 'Nạp lời văn Công báo', en: 'Load the gazette’s words' },
    about: {
      vi: 'Sai mã hoặc số mức thì không lưu gì và liệt kê mọi chỗ; `check` chỉ kiểm tra.',
      en: 'Wrong codes or counts store nothing and every place is listed; `check` stores nothing.',
    },
    body: z.strictObject({ ...file, reason: z.string().default(''), check: z.boolean().default(false) }),
    answer: record,
    run: async (ctx, { params, body: { name, text, reason, check } }) => {
      must(readsRegulations(ctx.actor, ctx.config.provinceCode))
      if (!check) return loadWording(ctx, params.regulation, { name, text }, { reason })
      const { changed, untouchedSets } = await readWordingFile(ctx.regulations, params.regulation, { name, text })
      return { changed, untouchedSets }
    },
  }),
  deed('post', '/regulations/{regulation}/wordings/back', {
    tag,
    title: { vi: 'Trở lại bản lời văn trước; 0 là lời của chương trình', en: 'Back to an earlier revision; 0 is the program’s own words' },
    body: z.strictObject({ ordinal: z.number().int().min(0), reason: z.string() }),
    run: (ctx, { params, body }) => takeWordingBack(ctx, params.regulation, body),
  }),
  read('/regulation-revisions', {
    tag,
    title: { vi: 'Các bản quy định soạn tại đây', en: 'Versions written here' },
    answer: record,
    run: async ({ db, actor, services }) => {
      must(readsRegulations(actor, services.config.provinceCode))
      return { items: (await listRevisions(db)).map(({ proposedBy: _account, ...row }) => row) }
    },
  }),
  deed('post', '/regulation-revisions', {
    tag,
    title: { vi: 'Soạn bản mới từ một bản đang dùng', en: 'Begin a version from one in use' },
    body: z.strictObject({ base: z.string().max(40) }),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await beginRevision(ctx, body.base) }),
  }),
  read('/regulation-revisions/{revisionId}', {
    tag,
    title: { vi: 'Một bản soạn: lỗi, so sánh, YAML', en: 'One version: faults, comparison, YAML' },
    answer: record,
    run: async ({ db, actor, services }, { params }) => {
      must(readsRegulations(actor, services.config.provinceCode))
      const { draft, proposedBy: _account, ...row } = await revisionOf(db, params.revisionId)
      const { run, comparison, shifts } = examineRevision(services.regulations, { ...row, draft })
      const sets = (comparison?.sets ?? [])
        .filter((set) => set.status !== 'same')
        .map((set) => ({ ...set, criteria: set.criteria.filter((one) => one.status !== 'same') }))
      return {
        ...row,
        faults: run.faults,
        remarks: run.remarks,
        regulation: comparison?.regulation ?? null,
        sets,
        shifts,
        yaml: await yamlOf(draft),
      }
    },
  }),
  deed('put', '/regulation-revisions/{revisionId}', {
    tag,
    title: { vi: 'Thay nội dung bản soạn bằng YAML', en: 'Replace the content by YAML' },
    body: z.strictObject({ version, yaml: z.string().max(MOST_REVISION_BYTES) }),
    run: (ctx, { params, body }) => uploadRevision(ctx, params.revisionId, body.version, body.yaml),
  }),
  deed('post', '/regulation-revisions/{revisionId}/proposal', {
    tag,
    title: { vi: 'Trình công bố', en: 'Propose for publishing' },
    body: z.strictObject({ version, number: z.string(), decidedOn: z.string(), effectiveFrom: z.string(), reason: z.string() }),
    run: (ctx, { params, body }) => proposeRevision(ctx, params.revisionId, body.version, body),
  }),
  deed('post', '/regulation-revisions/{revisionId}/confirmation', {
    tag,
    title: { vi: 'Người thứ hai xác nhận và công bố', en: 'The second person confirms and publishes' },
    body: pressed,
    run: (ctx, { params, body }) => confirmRevision(ctx, params.revisionId, body.version),
  }),
  deed('post', '/regulation-revisions/{revisionId}/return', {
    tag,
    title: { vi: 'Trả lại để sửa', en: 'Send back to its writer' },
    body: withReason,
    run: (ctx, { params, body }) => sendRevisionBack(ctx, params.revisionId, body.version, body),
  }),
  deed('post', '/regulation-revisions/{revisionId}/discard', {
    tag,
    title: { vi: 'Bỏ bản soạn', en: 'Put a version aside' },
    body: withReason,
    run: (ctx, { params, body }) => discardRevision(ctx, params.revisionId, body.version, body),
  }),
  deed('post', '/rounds/{roundId}/correction', {
    tag,
    title: { vi: 'Áp dụng bản đính chính cho đợt', en: 'Adopt a correction in a round' },
    body: z.strictObject({ number: z.string(), datedOn: z.string(), reason: z.string() }),
    answer: z.object({ dossiers: z.number().int() }),
    run: (ctx, { params, body }) => adoptCorrection(ctx, params.roundId, body),
  }),
]
