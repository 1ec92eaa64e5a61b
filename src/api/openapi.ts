// The OpenAPI document, made from the same endpoints the mount answers.
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Config } from '#/programme/context.ts'
import type { Endpoint, Words } from './endpoint.ts'

export const tags: Record<string, Words> = {
  public: { vi: 'Tra cứu công khai', en: 'Public' },
  batch: { vi: 'Lô sản xuất, truy xuất nguồn gốc', en: 'Batches and their trace' },
  'public-report': { vi: 'Phản ánh vi phạm', en: 'Reports of misuse' },
  account: { vi: 'Tài khoản và khóa truy cập', en: 'Account and tokens' },
  files: { vi: 'Tệp', en: 'Files' },
  producer: { vi: 'Chủ thể, sản phẩm, giấy tờ', en: 'Producers, products, papers' },
  dossier: { vi: 'Hồ sơ của chủ thể', en: 'The producer’s dossier' },
  commune: { vi: 'UBND cấp xã', en: 'Commune' },
  idea: { vi: 'Ý tưởng và phương án sản xuất kinh doanh', en: 'Ideas and business plans' },
  'programme-plan': { vi: 'Kế hoạch, chỉ tiêu, nhiệm vụ', en: 'Programme plans, targets, work' },
  indicator: { vi: 'Chỉ số, số liệu', en: 'Indicators, figures' },
  money: { vi: 'Kinh phí, hỗ trợ, thưởng', en: 'Money, support, rewards' },
  inspections: { vi: 'Kiểm tra sau công nhận, vi phạm, biểu trưng', en: 'Inspections after recognition, violations, the mark' },
  round: { vi: 'Đợt, tiếp nhận, tổ giúp việc', en: 'Rounds, reception, advisory team' },
  council: { vi: 'Hội đồng và kỳ họp', en: 'Council and meetings' },
  sheet: { vi: 'Xung đột lợi ích và phiếu của thành viên', en: 'Conflicts and members’ sheets' },
  closing: { vi: 'Chốt điểm, thảo luận, kết luận', en: 'Closing, reconciliation, endings' },
  decision: { vi: 'Quyết định, thông báo, gói trình Bộ', en: 'Decisions, letters, ministry packs' },
  level: { vi: 'Chuyển cấp', en: 'Between levels' },
  after: { vi: 'Kiểm tra thực tế, kiểm nghiệm, kiến nghị', en: 'Visits, laboratory tests, objections' },
  ministry: { vi: 'Yêu cầu, trả lời của Bộ; thu hồi việc công nhận', en: 'What the ministry asks and answers; recalls' },
  certificate: { vi: 'Giấy chứng nhận, sổ số, bản ký', en: 'Certificates, numbers, signed copies' },
  admin: { vi: 'Quản trị tài khoản', en: 'Accounts and roles' },
  settings: { vi: 'Thiết lập, ngày nghỉ', en: 'Settings, days off' },
  import: { vi: 'Kết quả công nhận trước đây', en: 'Recognitions of the past' },
  register: { vi: 'Sổ theo dõi', en: 'Registers' },
  training: { vi: 'Tập huấn, tham quan, hội nghị', en: 'Training' },
  promotion: { vi: 'Xúc tiến, lịch hoạt động', en: 'Promotion, calendar' },
  'sales-point': { vi: 'Điểm bán', en: 'Points of sale' },
  'producer-year': { vi: 'Số liệu năm', en: 'Yearly figures' },
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
})

export function openApiDocument(endpoints: readonly Endpoint[], config: Pick<Config, 'version' | 'baseUrl'>): object {
  const app = new OpenAPIHono()
  const registry = app.openAPIRegistry
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  registry.register('Problem', problem)
  for (const endpoint of endpoints) registry.registerPath(pathOf(endpoint))
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'OCOP API',
      version: config.version,
      description:
        'Cùng việc, cùng quyền như trên các trang. / The same verbs and rights as the pages. Lỗi trả về application/problem+json; POST nhận Idempotency-Key; danh sách trả items và next.',
    },
    servers: [{ url: `${config.baseUrl}/api/v1` }],
    tags: Object.entries(tags).map(([name, words]) => ({ name, description: `${words.vi} / ${words.en}` })),
  })
}

function pathOf(endpoint: Endpoint) {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const params = names.length > 0 ? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) : undefined
  const query = queryOf(endpoint)
  const headers =
    endpoint.kind === 'deed' && endpoint.method === 'post' ? z.object({ 'Idempotency-Key': z.string().max(200).optional() }) : undefined
  const problemContent = { 'application/problem+json': { schema: problem } }
  return {
    method: endpoint.method,
    path: endpoint.path,
    tags: [endpoint.tag],
    summary: endpoint.title.vi,
    description: [endpoint.title.en, endpoint.about?.vi, endpoint.about?.en].filter(Boolean).join('\n\n'),
    ...(endpoint.access === 'account' ? { security: [{ token: [] }] } : {}),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { headers } : {}),
      ...bodyOf(endpoint),
    },
    responses: {
      [endpoint.status]: {
        description: 'OK',
        ...(endpoint.answer
          ? { content: { 'application/json': { schema: endpoint.paged ? paged(endpoint.answer) : endpoint.answer } } }
          : {}),
      },
      ...(endpoint.access === 'account' ? { 401: { description: 'Problem', content: problemContent } } : {}),
      ...(names.length > 0 ? { 404: { description: 'Problem', content: problemContent } } : {}),
      ...(endpoint.method === 'get' ? {} : { 409: { description: 'Problem', content: problemContent } }),
      422: { description: 'Problem', content: problemContent },
    },
  }
}

function queryOf(endpoint: Endpoint): z.ZodObject | null {
  const own = endpoint.query instanceof z.ZodObject ? endpoint.query : null
  if (!endpoint.paged) return own
  const paging = { limit: z.string().optional().openapi({ description: '1–100' }), cursor: z.string().optional() }
  return own ? own.extend(paging) : z.object(paging)
}

function paged(item: z.ZodType) {
  return z.object({ items: z.array(item), total: z.number().int().optional(), next: z.string().nullable() })
}

function bodyOf(endpoint: Endpoint) {
  if (endpoint.multipart) {
    const fields = endpoint.body instanceof z.ZodObject ? endpoint.body : z.object({})
    const file = z.string().optional().openapi({ format: 'binary' })
    return { body: { content: { 'multipart/form-data': { schema: fields.extend({ file }) } } } }
  }
  return endpoint.body ? { body: { content: { 'application/json': { schema: endpoint.body } } } } : {}
}
