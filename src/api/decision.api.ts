// After the council: decisions, letters, the ministry's pack.
import { z } from '@hono/zod-openapi'
import { cancelDecision, issueDecision, prepareDecision, previewDecision } from '#/programme/certificate/decision.actions.ts'
import { decisionRights, worksWithDecisions } from '#/programme/certificate/certificate.policy.ts'
import { decisionById, decisionsOf, itemsOf, waitingResults } from '#/programme/certificate/decision.store.ts'
import { issueLetter } from '#/programme/certificate/letter.actions.ts'
import { buildMinistryPack, recordSentToMinistry } from '#/programme/certificate/ministry.actions.ts'
import { ministryPacks } from '#/programme/certificate/register.store.ts'
import { disposition, sendBytes } from '#/app/files/send.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { serves } from '#/programme/people/actor.ts'
import { found, must, mustSee } from '#/programme/refuse.ts'
import { deed, read, type Endpoint } from './endpoint.ts'
import { id, made, record, version } from './schemas.ts'

const tag = 'decision'

/** Number, date and signer of a paper: the next number, one reserved before, or one given outside. */
const issuing = z.strictObject({
  numberKind: z.enum(['next', 'reserved', 'irregular']),
  reserved: z.string().default(''),
  irregular: z.string().default(''),
  issuedOn: z.string(),
  signerName: z.string(),
  signerPost: z.string(),
})
const issued = z.object({ number: z.string(), documentId: id })

export const decisionEndpoints: Endpoint[] = [
  read('/results/waiting', {
    tag,
    title: { vi: 'Kết quả chờ quyết định, thông báo hoặc trình Bộ', en: 'Results waiting for their paper' },
    answer: record,
    run: async ({ db, actor }) => {
      must(serves(actor, actor.authority, 'office', 'leader'))
      return { items: await waitingResults(db, actor.authority) }
    },
  }),
  read('/decisions', {
    tag,
    title: { vi: 'Các quyết định', en: 'Decisions' },
    answer: record,
    run: async ({ db, actor }) => {
      must(worksWithDecisions(actor))
      return { items: await decisionsOf(db, actor.authority) }
    },
  }),
  read('/decisions/{decisionId}', {
    tag,
    title: { vi: 'Một quyết định với danh sách', en: 'A decision with its list' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const decision = await decisionById(db, actor.authority, params.decisionId)
      const may = decisionRights(actor, decision)
      mustSee(may.see)
      const items = await itemsOf(db, decision.id)
      return { ...decision, may, list: items.map(({ snapshot: _snapshot, ...item }) => item) }
    },
  }),
  read('/decisions/{decisionId}/preview', {
    tag,
    title: { vi: 'Xem trước văn bản của dự thảo (PDF)', en: 'Preview a draft’s paper (PDF)' },
    run: async ({ db, actor, services, now }, { params }) => {
      const decision = await decisionById(db, actor.authority, params.decisionId)
      mustSee(decisionRights(actor, decision).see)
      if (decision.state !== 'draft') throw new AppError('stateConflict', { state: 'không còn là dự thảo' })
      const paper = await previewDecision(db, { regulations: services.regulations, now }, decision)
      return new Response(paper.bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'Content-Type': paper.mediaType,
          'Content-Disposition': disposition('attachment', paper.name),
          'Cache-Control': 'no-store',
        },
      })
    },
  }),
  deed('post', '/decisions', {
    tag,
    title: { vi: 'Soạn quyết định từ các kết quả đã chốt', en: 'Prepare a decision from closed results' },
    body: z.strictObject({ kind: z.enum(['recognition', 'approval']), title: z.string(), resultIds: z.array(z.string()).max(500) }),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await prepareDecision(ctx, body) }),
  }),
  deed('post', '/decisions/{decisionId}/cancel', {
    tag,
    title: { vi: 'Hủy dự thảo', en: 'Give a draft up' },
    body: z.strictObject({ reason: z.string() }),
    run: (ctx, { params, body }) => cancelDecision(ctx, params.decisionId, body.reason),
  }),
  deed('post', '/decisions/{decisionId}/issue', {
    tag,
    title: { vi: 'Ban hành quyết định, cấp giấy chứng nhận', en: 'Issue the decision and its certificates' },
    body: issuing.extend({ version }),
    answer: issued,
    run: (ctx, { params, body: { version: seen, ...form } }) => issueDecision(ctx, params.decisionId, form, seen),
  }),
  deed('post', '/results/{resultId}/letter', {
    tag,
    title: { vi: 'Gửi thông báo kết quả (1, 2 sao hoặc dừng)', en: 'Issue the result letter' },
    body: issuing.extend({ advice: z.string().default('') }),
    status: 201,
    answer: issued,
    run: (ctx, { params, body }) => issueLetter(ctx, params.resultId, body),
  }),
  read('/ministry-packs', {
    tag,
    title: { vi: 'Các gói hồ sơ trình Bộ', en: 'Ministry packs' },
    answer: record,
    run: async ({ db, actor }) => {
      must(worksWithDecisions(actor))
      return { items: await ministryPacks(db, actor.authority) }
    },
  }),
  deed('post', '/results/{resultId}/ministry-packs', {
    tag,
    title: { vi: 'Đóng gói hồ sơ trình Bộ', en: 'Build the ministry’s pack' },
    status: 201,
    answer: made,
    run: async (ctx, { params }) => ({ id: await buildMinistryPack(ctx, params.resultId) }),
  }),
  read('/ministry-packs/{packId}/file', {
    tag,
    title: { vi: 'Tải gói hồ sơ (zip)', en: 'Download a pack (zip)' },
    run: async ({ db, actor, services }, { params }) => {
      mustSee(worksWithDecisions(actor))
      const pack = found((await ministryPacks(db, actor.authority)).find((one) => one.id === params.packId))
      const bytes = { sha256: pack.sha256, mediaType: 'application/zip', fileName: `${pack.manifest.name}.zip` }
      return sendBytes(services.files, bytes, { kind: 'attachment', cache: 'private' })
    },
  }),
  deed('post', '/ministry-packs/{packId}/sent', {
    tag,
    title: { vi: 'Ghi nhận đã gửi Bộ', en: 'Record that a pack was sent' },
    run: (ctx, { params }) => recordSentToMinistry(ctx, params.packId),
  }),
]
