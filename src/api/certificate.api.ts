// The register of certificates, numbers, signed copies, withdrawal.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { certificateRights, registerRights, signedCopyRights } from '#/programme/certificate/certificate.policy.ts'
import { pageOf } from '#/platform/database/keyset.ts'
import { signedCopyDays } from '#/programme/certificate/certificate.settings.ts'
import { cancelReserved, reserveNumber } from '#/programme/certificate/number-register.actions.ts'
import { issueExpiryLetters } from '#/programme/certificate/expiry-letter.actions.ts'
import { certificateById, clerkPapers, numberRows, paperById, registerRows } from '#/programme/certificate/register.store.ts'
import { attachSignedCopy } from '#/programme/certificate/signed-copy.actions.ts'
import { withdrawCertificate } from '#/programme/certificate/withdrawal.actions.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { settingOf } from '#/programme/setting.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { fileOf } from './files.ts'
import { id, issuing, made, record, search, version } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'certificate'

export const certificateEndpoints: Endpoint[] = [
  deed('post', '/register/expiry-letters', {
    tag,
    title: { vi: 'Thông báo thời hạn Giấy chứng nhận cho chủ thể', en: 'Tell holders on paper that their certificates end' },
    about: { vi: 'Mỗi giấy chứng nhận một thông báo; tất cả hoặc không.', en: 'One letter for each certificate; all of them or none.' },
    body: z.strictObject({ certificateIds: z.array(id).min(1).max(50), ...issuing }),
    status: 201,
    answer: z.object({ letters: z.array(record) }),
    run: async (ctx, { body: { certificateIds, ...form } }) => ({ letters: await issueExpiryLetters(ctx, certificateIds, form) }),
  }),
  list('/register/certificates', {
    tag,
    title: { vi: 'Sổ giấy chứng nhận', en: 'The register of certificates' },
    query: z.strictObject({
      q: search,
      star: z.enum(['3', '4', '5']).optional(),
      sector: z.string().max(200).optional(),
      commune: z.string().max(10).optional(),
      state: z.enum(['valid', 'expired', 'expiring', 'withdrawn', 'replaced']).optional(),
      endsIn: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
      order: z.enum(['newest', 'name', 'ending']).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query }, paging) => {
      must(certificateRights(actor, { provinceCode: actor.provinceCode, state: '' }).see)
      const asked = {
        authority: actor.authority,
        today: plainDateOf(now),
        words: query.q ?? '',
        star: query.star === undefined ? null : Number(query.star),
        sector: query.sector ?? '',
        commune: query.commune ?? '',
        state: query.state ?? '',
        endsIn: query.endsIn ?? '',
        order: query.order ?? 'newest',
      } as const
      if (asked.order === 'newest') {
        const read = await registerRows(db, { ...asked, page: 1, size: paging.limit + 1, after: paging.after })
        const { rows, next } = pageOf(read, paging.limit, (row) => [row.issuedOn, row.id])
        return { rows: rows.map(({ total: _total, ...row }) => row), total: read[0]?.total ?? 0, next }
      }
      const rows = await windowOf(paging, (page, size) => registerRows(db, { ...asked, page, size }))
      return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
    },
  }),
  read('/register/certificates/{certificateId}', {
    tag,
    title: { vi: 'Một giấy chứng nhận trong sổ', en: 'A certificate of the register' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const row = await certificateById(db, actor.authority, params.certificateId)
      const may = certificateRights(actor, row)
      mustSee(may.see)
      const { searchFolded: _folded, ...shown } = row
      return { ...shown, may }
    },
  }),
  deed('post', '/register/certificates/{certificateId}/withdraw', {
    tag,
    title: { vi: 'Thu hồi giấy chứng nhận', en: 'Withdraw a certificate' },
    body: z.strictObject({
      ground: z.string(),
      reason: z.string(),
      conclusion: z.string().default(''),
      decisionNumber: z.string(),
      decisionDate: z.string(),
      version,
    }),
    run: (ctx, { params, body: { version: seen, ...form } }) => withdrawCertificate(ctx, params.certificateId, form, seen),
  }),
  list('/numbers', {
    tag,
    title: { vi: 'Sổ đăng ký số văn bản', en: 'The register of numbers' },
    query: z.strictObject({ q: search, state: z.enum(['reserved', 'used', 'cancelled']).optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      must(registerRights(actor, { authority: actor.authority, kind: 'provinceCommittee' }).see)
      const rows = await windowOf(paging, (page, size) =>
        numberRows(db, { authority: actor.authority, words: query.q ?? '', state: query.state ?? '', page, size }),
      )
      return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
    },
  }),
  deed('post', '/numbers', {
    tag,
    title: { vi: 'Giữ một số, hoặc ghi số cấp ngoài sổ', en: 'Reserve a number, or enter one given outside' },
    body: z.strictObject({ bodyId: z.string(), symbol: z.string(), irregular: z.string().default('') }),
    status: 201,
    answer: z.object({ id, number: z.number().int(), printed: z.string() }),
    run: async (ctx, { body }) => {
      const { entryId, number, printed } = await reserveNumber(ctx, body)
      return { id: entryId, number, printed }
    },
  }),
  deed('post', '/numbers/{numberId}/cancel', {
    tag,
    title: { vi: 'Hủy một số đã giữ', en: 'Cancel a reserved number' },
    body: z.strictObject({ reason: z.string() }),
    run: (ctx, { params, body }) => cancelReserved(ctx, params.numberId, body.reason),
  }),
  list('/documents', {
    tag,
    title: { vi: 'Văn bản có chữ ký, cho văn thư', en: 'Papers that are signed, for the clerk' },
    query: z.strictObject({ q: search, waiting: z.enum(['true', 'false']).optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      must(clerk(actor))
      const rows = await windowOf(paging, (page, size) =>
        clerkPapers(db, {
          authority: actor.authority,
          words: query.q ?? '',
          filter: query.waiting === undefined ? null : query.waiting === 'true' ? 'waiting' : 'attached',
          page,
          size,
        }),
      )
      return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
    },
  }),
  read('/documents/{documentId}', {
    tag,
    title: { vi: 'Một văn bản với các bản ký', en: 'A paper with its signed copies' },
    answer: record,
    run: async ({ db, actor, now }, { params }) => {
      const paper = await paperById(db, actor.authority, params.documentId)
      const may = signedCopyRights(actor, paper, await settingOf(db, paper.authority, signedCopyDays), plainDateOf(now))
      mustSee(may.see)
      return { ...paper, may }
    },
  }),
  deed('post', '/documents/{documentId}/signed-copies', {
    tag,
    title: { vi: 'Đính bản ký của văn bản', en: 'Attach the signed scan' },
    body: z.strictObject({
      differs: z.enum(['true', 'false']).default('false'),
      note: z.string().default(''),
      upload: z.string().max(64).optional(),
    }),
    status: 201,
    answer: made,
    prepare: fileOf,
    run: async (ctx, { params, body }, file) => ({
      id: await attachSignedCopy(ctx, params.documentId, { ...file, differs: body.differs === 'true', note: body.note }),
    }),
  }),
]

function clerk(actor: Parameters<typeof signedCopyRights>[0]): boolean {
  const provinceCode = actor?.provinceCode ?? ''
  return signedCopyRights(actor, { authority: provinceCode, state: 'issued', issuedOn: null }, 1, '2000-01-01').see
}
