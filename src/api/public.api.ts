// What anyone may read: certificates by code, the catalogue, sets and communes by words.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { notFound } from '#/platform/errors/app-error.ts'
import { verifyJson } from '#/app/public/verify.json.ts'
import { catalogueCards, catalogueFacets, publicProduct } from '#/programme/certificate/catalogue.store.ts'
import { certificateByCode } from '#/programme/certificate/certificate.public.store.ts'
import { publicStatus } from '#/programme/certificate/public-status.ts'
import { readVerifyCode } from '#/programme/certificate/verify-code.ts'
import { findSets } from '#/programme/product/set-finder.ts'
import { found } from '#/programme/refuse.ts'
import { searchCommunes } from '#/programme/units/units.store.ts'
import type { Tx } from '#/platform/database/open.ts'
import { open, openList, type Endpoint } from './endpoint.ts'
import { record, search } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'public'

export const publicEndpoints: Endpoint[] = [
  open('/certificates/{code}', {
    tag,
    title: { vi: 'Tra cứu giấy chứng nhận theo mã tra cứu', en: 'A certificate by its code' },
    about: { vi: 'Gọi được từ trang web khác (CORS).', en: 'May be called from other sites (CORS).' },
    answer: z.object({
      code: z.string(),
      url: z.string(),
      status: z.enum(['valid', 'expired', 'withdrawn', 'replaced', 'annulled']),
      on: z.iso.date(),
      star: z.number().int().min(3).max(5),
      issuedOn: z.iso.date(),
      lastValidOn: z.iso.date(),
      product: record,
      producer: record,
      place: record,
      decision: record,
    }),
    run: async ({ db, services, now }, { params }) => {
      const code = readVerifyCode(params.code)
      const certificate = code === null ? null : await certificateByCode(db, code)
      if (!certificate) throw notFound()
      const today = plainDateOf(now)
      return verifyJson({ certificate, status: publicStatus(certificate, today), today, baseUrl: services.config.baseUrl, now })
    },
  }),
  openList('/catalogue', {
    tag,
    title: { vi: 'Danh mục sản phẩm OCOP còn hiệu lực', en: 'Certified products in force' },
    about: { vi: 'Tìm không cần dấu; lọc theo sao, ngành, xã.', en: 'Search without accents; filter by star, sector, commune.' },
    query: z.strictObject({
      q: search,
      star: z.enum(['3', '4', '5']).optional(),
      sector: z.string().max(200).optional(),
      commune: z.string().max(10).optional(),
      order: z.enum(['star', 'name', 'newest']).optional(),
    }),
    answer: record,
    run: async ({ db, services, now }, { query }, { limit, offset }) => {
      const { provinceCode, baseUrl } = services.config
      const asked = {
        provinceCode,
        today: plainDateOf(now),
        words: query.q ?? '',
        namedCommunes: [],
        stars: query.star === undefined ? [] : [Number(query.star)],
        sectors: query.sector === undefined ? [] : [query.sector],
        communes: query.commune === undefined ? [] : [query.commune],
        order: query.order ?? 'star',
      } as const
      const rows = await windowOf({ limit, offset }, (page, size) => catalogueCards(db, { ...asked, page, size }))
      const { total } = await catalogueFacets(db, { ...asked, page: 1, size: 1 })
      return { total, rows: rows.map((row) => ({ ...row, certificate: `${baseUrl}/api/v1/certificates/${row.verifyCode}` })) }
    },
  }),
  open('/catalogue/{productId}', {
    tag,
    title: { vi: 'Một sản phẩm đã được chứng nhận', en: 'A certified product' },
    answer: record,
    run: async ({ db }, { params }) => found(await publicProduct(db, params.productId)),
  }),
  open('/sets', {
    tag,
    title: { vi: 'Tìm bộ sản phẩm theo từ, không cần dấu', en: 'Product sets by words, accents not needed' },
    about: { vi: 'Ví dụ q=nuoc mam cho bộ 9.', en: 'For example q=nuoc mam gives set 9.' },
    query: z.strictObject({ q: z.string().max(200) }),
    answer: z.object({ items: z.array(z.looseObject({ set: z.number().int() })) }),
    run: async ({ services }, { query }) => ({ items: findSets(services.regulations.current, query.q).map(({ set }) => set) }),
  }),
  open('/forms/{regulation}/{set}', {
    tag,
    title: { vi: 'Phiếu đánh giá của một bộ sản phẩm', en: 'The scoring form of a set' },
    answer: record,
    run: async ({ services }, { params }) => {
      const pack = services.regulations.packs.find((one) => one.id === params.regulation)
      return found(pack?.forms[Number(params.set)])
    },
  }),
  open('/communes', {
    tag,
    title: { vi: 'Tìm xã, phường theo tên nay hoặc tên cũ', en: 'Communes by present or former name' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: async ({ db, services }, { query }) => ({ items: await searchCommunes(db as Tx, services.config.provinceCode, query.q ?? '') }),
  }),
]
