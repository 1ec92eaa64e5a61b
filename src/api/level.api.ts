// Between levels: the way of a dossier, up, back down, and the choice on what came back.
import { z } from '@hono/zod-openapi'
import { officeFile } from '#/programme/commune/commune.store.ts'
import { chooseOnReturn, returnDown, returnNotValid, sendUp } from '#/programme/level/level.actions.ts'
import { wayOf } from '#/programme/level/level.view.ts'
import { deed, read, type Endpoint } from './endpoint.ts'
import { reason, record } from './schemas.ts'

const tag = 'level'

export const levelEndpoints: Endpoint[] = [
  read('/dossiers/{dossierId}/way', {
    tag,
    title: { vi: 'Đường đi của hồ sơ qua các cấp', en: 'A dossier’s way between levels' },
    about: { vi: 'Các cấp, kết quả, lần chuyển và việc có thể làm tiếp.', en: 'Levels, results, transfers and what can be done next.' },
    answer: record,
    run: async ({ db, actor, services, now }, { params }) => {
      const { dossier } = await officeFile(db, services.regulations, actor, params.dossierId)
      return await wayOf(db, { regulations: services.regulations, now }, actor, dossier)
    },
  }),
  deed('post', '/dossiers/{dossierId}/send-up', {
    tag,
    title: { vi: 'Chuyển hồ sơ lên cấp trên', en: 'Send a dossier up a level' },
    body: z.strictObject({ handed: z.int().min(0).max(99), note: z.string().default('') }),
    run: (ctx, { params, body }) => sendUp(ctx, params.dossierId, body),
  }),
  deed('post', '/dossiers/{dossierId}/return-down', {
    tag,
    title: { vi: 'Chuyển hồ sơ về cấp dưới với kết quả', en: 'Send a dossier back down with its result' },
    body: z.strictObject({ note: z.string().default(''), reason: z.string().default('') }),
    run: (ctx, { params, body }) => returnDown(ctx, params.dossierId, body),
  }),
  deed('post', '/dossiers/{dossierId}/return-not-valid', {
    tag,
    title: { vi: 'Trả hồ sơ chưa hợp lệ về cấp dưới', en: 'Send a dossier back as not valid' },
    body: reason,
    run: (ctx, { params, body }) => returnNotValid(ctx, params.dossierId, body),
  }),
  deed('post', '/dossiers/{dossierId}/return-choice', {
    tag,
    title: { vi: 'Chọn cách xử lý hồ sơ được chuyển về', en: 'Choose what to do with a returned dossier' },
    body: z.strictObject({ choice: z.string(), reason: z.string().default('') }),
    run: (ctx, { params, body }) => chooseOnReturn(ctx, params.dossierId, body),
  }),
]
