// Points of sale, through the verbs of the pages; where to buy is open to anyone.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { serves } from '#/programme/people/actor.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { criteriaOf } from '#/programme/sales-point/criteria.ts'
import { fileMonth, judgeMonth } from '#/programme/sales-point/month.actions.ts'
import {
  addPoint,
  addPointProduct,
  changePoint,
  closePoint,
  endPointProduct,
  judgeCriteria,
  openPoint,
  suspendPoint,
} from '#/programme/sales-point/point.actions.ts'
import { listPoints, openMonths, pointFor, pointHistory, pointSorts, publicPoints } from '#/programme/sales-point/sales-point.store.ts'
import { pointKinds, pointStates, settings } from '#/programme/sales-point/sales-point.ts'
import { deed, list, openList, read, type Endpoint } from './endpoint.ts'
import { made, newVersion, reason, record, search, typed, typedFields, version } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'sales-point'
const point = typedFields(
  'kind',
  'name',
  'address',
  'commune',
  'district',
  'outside',
  'setting',
  'operatorName',
  'operator',
  'decisionNumber',
  'openedOn',
  'coordinates',
)
const month = { vi: 'month: yyyy-MM, một tháng đã qua.', en: 'month: yyyy-MM, a month that is over.' }

export const salesPointEndpoints: Endpoint[] = [
  openList('/where-to-buy', {
    tag: 'public',
    title: { vi: 'Điểm bán sản phẩm OCOP đang hoạt động', en: 'Points of sale that run' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: ({ db, services, now }, { query }, paging) =>
      listWindow(paging, (page, perPage) =>
        publicPoints(db, services.config.provinceCode, { search: query.q ?? '', page, perPage }, plainDateOf(now)),
      ),
  }),
  list('/sales-points', {
    tag,
    title: { vi: 'Các điểm bán', en: 'Points of sale' },
    query: z.strictObject({
      q: search,
      kind: z.enum(pointKinds).optional(),
      state: z.enum(pointStates).optional(),
      setting: z.enum(settings).optional(),
      sort: z.enum(pointSorts).optional(),
    }),
    answer: record,
    run: ({ db, actor, now }, { query: { q, kind, state, setting, sort } }, paging) =>
      listWindow(paging, (page, perPage) => {
        const asked = { search: q ?? '', kind: kind ?? null, state: state ?? null, setting: setting ?? null, sort: sort ?? 'name' }
        return listPoints(db, actor, { ...asked, page, perPage }, plainDateOf(now))
      }),
  }),
  list('/sales-points/months', {
    tag,
    title: { vi: 'Báo cáo tháng quá hạn hoặc chờ kiểm tra', en: 'Months that are late, or wait to be checked' },
    answer: record,
    run: ({ db, actor, now }, _input, paging) => openMonths(db, actor, plainDateOf(now), paging),
  }),
  read('/sales-points/criteria', {
    tag,
    title: { vi: 'Danh mục tiêu chí của cơ quan', en: 'The desk’s criteria' },
    answer: record,
    run: async ({ db, actor }) => {
      mustSee(serves(actor, actor.authority, 'office', 'leader', 'advisor'))
      must(serves(actor, actor.authority, 'office'))
      return criteriaOf(db, actor.authority)
    },
  }),
  deed('post', '/sales-points', {
    tag,
    title: { vi: 'Thêm điểm bán dự kiến', en: 'Plan a point' },
    body: point,
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addPoint(ctx, body) }),
  }),
  read('/sales-points/{pointId}', {
    tag,
    title: { vi: 'Một điểm bán: sản phẩm, báo cáo tháng', en: 'A point: products, months' },
    answer: record,
    run: async ({ db, actor, now }, { params }) => {
      const file = await pointFor(db, actor, params.pointId, plainDateOf(now))
      return { ...file, history: file.rights.months ? await pointHistory(db, file.point.id) : [] }
    },
  }),
  deed('put', '/sales-points/{pointId}', {
    tag,
    title: { vi: 'Sửa điểm bán', en: 'Change a point' },
    body: point.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: read_, ...input } }) => ({ version: await changePoint(ctx, params.pointId, input, read_) }),
  }),
  deed('put', '/sales-points/{pointId}/criteria', {
    tag,
    title: { vi: 'Đánh giá tiêu chí', en: 'Judge the criteria' },
    about: {
      vi: 'c0, c1 … theo thứ tự của GET /sales-points/criteria: met hoặc notMet.',
      en: 'c0, c1 … in the order of GET /sales-points/criteria: met or notMet.',
    },
    body: z.record(z.string().regex(/^c\d{1,2}$/), typed),
    run: (ctx, { params, body }) => judgeCriteria(ctx, params.pointId, body),
  }),
  deed('post', '/sales-points/{pointId}/open', {
    tag,
    title: { vi: 'Đưa vào hoạt động', en: 'Open' },
    body: typedFields('decisionNumber', 'openedOn'),
    run: (ctx, { params, body }) => openPoint(ctx, params.pointId, body),
  }),
  deed('post', '/sales-points/{pointId}/suspend', {
    tag,
    title: { vi: 'Tạm ngừng', en: 'Suspend' },
    body: reason,
    run: (ctx, { params, body }) => suspendPoint(ctx, params.pointId, body),
  }),
  deed('post', '/sales-points/{pointId}/close', {
    tag,
    title: { vi: 'Đóng điểm bán', en: 'Close' },
    body: typedFields('reason', 'closedOn'),
    run: (ctx, { params, body }) => closePoint(ctx, params.pointId, body),
  }),
  deed('post', '/sales-points/{pointId}/products', {
    tag,
    title: { vi: 'Đưa sản phẩm lên kệ', en: 'Put a product on sale' },
    body: typedFields('product', 'since'),
    run: (ctx, { params, body }) => addPointProduct(ctx, params.pointId, body),
  }),
  deed('delete', '/sales-points/{pointId}/products/{productId}', {
    tag,
    title: { vi: 'Ngừng bán sản phẩm', en: 'Take a product off sale' },
    run: (ctx, { params }) => endPointProduct(ctx, params.pointId, params.productId),
  }),
  deed('put', '/sales-points/{pointId}/months/{month}', {
    tag,
    title: { vi: 'Gửi báo cáo tháng', en: 'File a month' },
    about: month,
    body: typedFields('revenue', 'products', 'ocopProducts', 'note'),
    run: (ctx, { params, body }) => fileMonth(ctx, params.pointId, params.month, body),
  }),
  deed('post', '/sales-points/{pointId}/months/{month}/judge', {
    tag,
    title: { vi: 'Kiểm tra báo cáo tháng', en: 'Judge a month' },
    about: month,
    body: typedFields('verdict', 'remark'),
    run: (ctx, { params, body }) => judgeMonth(ctx, params.pointId, params.month, body),
  }),
]
