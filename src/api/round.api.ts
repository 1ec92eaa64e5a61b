// The province's OCOP office: rounds, reception, the advisory team.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { pageOf } from '#/platform/database/keyset.ts'
import { provinceLines } from '#/programme/commune/components.ts'
import { officeFile } from '#/programme/commune/commune.store.ts'
import { dossierStates } from '#/programme/dossier/dossier.workflow.ts'
import { must } from '#/programme/refuse.ts'
import { issueAdvisoryReport, noteStates, saveAdvisoryWork } from '#/programme/round/advisory.actions.ts'
import { advisoryNotes, listRegister, listRounds, registerSorts } from '#/programme/round/office.store.ts'
import { queueParts, queueSorts, receptionQueue } from '#/programme/round/reception.store.ts'
import {
  acceptDossier,
  agreeWithCommune,
  askProvinceSupplement,
  receiveSamples,
  rejectAtProvince,
  saveProvinceCheck,
} from '#/programme/round/reception.actions.ts'
import { changeRound, closeRound, openRound, planRound } from '#/programme/round/round.actions.ts'
import { readsOffice } from '#/programme/round/round.policy.ts'
import { checks, supplement } from './commune.api.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { made, newVersion, reason, record, search, version } from './schemas.ts'
import { withoutPrivate } from './snapshot.view.ts'
import { windowOf } from './window.ts'

const tag = 'round'
const round = z.strictObject({
  year: z.number().int(),
  ordinal: z.number().int(),
  name: z.string(),
  opensOn: z.string(),
  proposalsDueOn: z.string(),
  closesOn: z.string(),
  note: z.string().default(''),
})

export const roundEndpoints: Endpoint[] = [
  read('/rounds', {
    tag,
    title: { vi: 'Các đợt đánh giá của tỉnh', en: 'The province’s rounds' },
    answer: record,
    run: async ({ db, actor }) => {
      must(readsOffice(actor, actor.authority))
      return { items: await listRounds(db, actor) }
    },
  }),
  deed('post', '/rounds', {
    tag,
    title: { vi: 'Lập đợt', en: 'Plan a round' },
    body: round,
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await planRound(ctx, body) }),
  }),
  deed('put', '/rounds/{roundId}', {
    tag,
    title: { vi: 'Sửa đợt', en: 'Change a round' },
    body: round.extend({ version }),
    run: (ctx, { params, body }) => changeRound(ctx, params.roundId, body),
  }),
  deed('post', '/rounds/{roundId}/open', {
    tag,
    title: { vi: 'Mở đợt', en: 'Open a round' },
    body: z.strictObject({ confirmed: z.boolean() }),
    run: (ctx, { params, body }) => openRound(ctx, params.roundId, body),
  }),
  deed('post', '/rounds/{roundId}/close', {
    tag,
    title: { vi: 'Đóng đợt', en: 'Close a round' },
    run: (ctx, { params }) => closeRound(ctx, params.roundId),
  }),
  list('/register', {
    tag,
    title: { vi: 'Sổ hồ sơ của tỉnh', en: 'The province’s register of dossiers' },
    query: z.strictObject({
      q: search,
      state: z.enum(dossierStates).optional(),
      kind: z.enum(['first', 'upgrade', 'renewal']).optional(),
      commune: z.string().max(10).optional(),
      roundId: z.string().max(40).optional(),
      sort: z.enum(registerSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query }, paging) => {
      must(readsOffice(actor, actor.authority))
      const asked = {
        search: query.q ?? '',
        states: query.state === undefined ? [] : [query.state],
        kind: query.kind ?? null,
        commune: query.commune ?? null,
        round: query.roundId ?? null,
        set: null,
        lateAtCommune: false,
        sort: query.sort ?? 'recent',
      } as const
      if (asked.sort === 'recent') {
        const register = await listRegister(
          db,
          actor,
          { ...asked, page: 1, perPage: paging.limit + 1, after: paging.after },
          plainDateOf(now),
        )
        return { total: register.total, ...pageOf(register.rows, paging.limit, (row) => [row.updatedAt, row.id]) }
      }
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const register = await listRegister(db, actor, { ...asked, page, perPage }, plainDateOf(now))
        total = register.total
        return register.rows
      })
      return { rows, total }
    },
  }),
  list('/reception', {
    tag,
    title: { vi: 'Hồ sơ chờ tiếp nhận', en: 'Dossiers waiting for reception' },
    query: z.strictObject({
      q: search,
      part: z.enum(queueParts).optional(),
      commune: z.string().max(10).optional(),
      set: z.coerce.number().int().min(1).max(99).optional(),
      samplesOpen: z.enum(['true', 'false']).optional(),
      sort: z.enum(queueSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      must(readsOffice(actor, actor.authority))
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const queue = await receptionQueue(db, actor, {
          search: query.q ?? '',
          part: query.part ?? null,
          commune: query.commune ?? null,
          set: query.set ?? null,
          samplesOpen: query.samplesOpen === 'true',
          sort: query.sort ?? 'proposed',
          page,
          perPage,
        })
        total = queue.total
        return queue.rows
      })
      return { rows, total }
    },
  }),
  read('/reception/{dossierId}', {
    tag,
    title: { vi: 'Một hồ sơ như tỉnh thấy', en: 'A dossier as the province sees it' },
    answer: record,
    run: async ({ db, actor, services }, { params }) => {
      const { pack, form, latest, submissions, ...file } = await officeFile(db, services.regulations, actor, params.dossierId)
      return {
        ...file,
        provinceLines: provinceLines(pack.regulation, form, latest.snapshot),
        notes: await advisoryNotes(db, file.dossier),
        latest: { ...latest, snapshot: withoutPrivate(latest.snapshot) },
        submissions: submissions.map(({ snapshot: _snapshot, ...one }) => one),
      }
    },
  }),
  deed('put', '/reception/{dossierId}/checks', {
    tag,
    title: { vi: 'Kết luận thành phần hồ sơ ở cấp tỉnh', en: 'Judge the components at the province' },
    body: checks,
    run: (ctx, { params, body }) => saveProvinceCheck(ctx, params.dossierId, body.lines),
  }),
  deed('post', '/reception/{dossierId}/checks/agree', {
    tag,
    title: { vi: 'Đồng ý với kết luận của xã', en: 'Agree with the commune’s verdicts' },
    run: (ctx, { params }) => agreeWithCommune(ctx, params.dossierId),
  }),
  deed('put', '/reception/{dossierId}/samples', {
    tag,
    title: { vi: 'Nhận mẫu sản phẩm', en: 'Receive the samples' },
    body: z.strictObject({ received: z.number().int(), note: z.string().default('') }),
    run: (ctx, { params, body }) => receiveSamples(ctx, params.dossierId, body),
  }),
  deed('post', '/reception/{dossierId}/accept', {
    tag,
    title: { vi: 'Tiếp nhận vào một đợt', en: 'Accept into a round' },
    body: z.strictObject({ roundId: z.string(), exception: z.string().default('') }),
    run: (ctx, { params, body }) => acceptDossier(ctx, params.dossierId, body),
  }),
  deed('post', '/reception/{dossierId}/supplements', {
    tag,
    title: { vi: 'Yêu cầu bổ sung ở cấp tỉnh', en: 'Ask for a supplement at the province' },
    body: supplement,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await askProvinceSupplement(ctx, params.dossierId, body) }),
  }),
  deed('post', '/reception/{dossierId}/reject', {
    tag,
    title: { vi: 'Từ chối ở cấp tỉnh, nêu lý do', en: 'Refuse at the province with reasons' },
    body: reason,
    run: (ctx, { params, body }) => rejectAtProvince(ctx, params.dossierId, body),
  }),
  deed('put', '/reception/{dossierId}/advice', {
    tag,
    title: { vi: 'Ghi việc của tổ giúp việc theo tiêu chí', en: 'The advisory team’s work by criterion' },
    body: z.strictObject({
      notes: z
        .array(
          z.strictObject({
            criterion: z.string(),
            state: z.enum(noteStates),
            remark: z.string().default(''),
            bringToCouncil: z.boolean().default(false),
          }),
        )
        .max(200),
      summary: z.string(),
      version,
    }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await saveAdvisoryWork(ctx, params.dossierId, body) }),
  }),
  deed('post', '/reception/{dossierId}/advice/issue', {
    tag,
    title: { vi: 'Ban hành báo cáo của tổ giúp việc', en: 'Issue the advisory report' },
    run: (ctx, { params }) => issueAdvisoryReport(ctx, params.dossierId),
  }),
]
