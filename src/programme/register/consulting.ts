// Advisers of producers and what they were engaged for (S0:217–219, S0:227, S3:61).
import { describe } from './register.ts'

export const consultants = describe({
  table: 'consultant',
  slug: 'tu-van',
  title: { vi: 'Đơn vị, chuyên gia tư vấn', en: 'Consultants' },
  one: { vi: 'đơn vị, chuyên gia tư vấn', en: 'consultant' },
  about: {
    vi: 'Ai tư vấn được việc gì, để chủ thể lựa chọn theo năng lực.',
    en: 'Who can advise on what, so that producers choose by capacity.',
  },
  source: 'S0:217, S0:227, S0:275',
  fields: [
    { column: 'name', label: { vi: 'Tên', en: 'Name' }, kind: 'text', max: 200, required: true, list: true, sort: true },
    {
      column: 'kind',
      label: { vi: 'Loại', en: 'Kind' },
      kind: 'choice',
      choices: {
        firm: { vi: 'Doanh nghiệp tư vấn', en: 'Firm' },
        expert: { vi: 'Chuyên gia', en: 'Expert' },
        institute: { vi: 'Viện, trường, trung tâm', en: 'Institute' },
      },
      required: true,
      list: true,
      filter: 'loai',
    },
    {
      column: 'field',
      label: { vi: 'Lĩnh vực', en: 'Field' },
      hint: { vi: 'Ví dụ: hoàn thiện hồ sơ, bao bì nhãn mác, truy xuất nguồn gốc.', en: 'Such as dossiers, packaging, tracing.' },
      kind: 'text',
      max: 300,
      required: true,
      list: true,
      sort: true,
    },
    { column: 'capacity', label: { vi: 'Năng lực, kinh nghiệm', en: 'Capacity' }, kind: 'text', max: 2000, multiline: true },
    { column: 'phone', label: { vi: 'Điện thoại', en: 'Phone' }, kind: 'text', max: 20, orNull: true },
    { column: 'email', label: { vi: 'Thư điện tử', en: 'E-mail' }, kind: 'text', max: 120, orNull: true },
    { column: 'taxCode', label: { vi: 'Mã số thuế', en: 'Tax code' }, kind: 'text', max: 20, orNull: true },
  ],
  head: 'name',
  search: ['nameFolded'],
  commune: { reads: 'all', writes: false },
  producer: { reads: 'all', writes: false },
  unique: {
    columns: ['taxCode'],
    problem: { vi: 'Đã có đơn vị tư vấn với mã số thuế này trong sổ.', en: 'A consultant with this tax code is in the register.' },
  },
})

export const consultantContracts = describe({
  table: 'consultantContract',
  slug: 'hop-dong-tu-van',
  title: { vi: 'Hợp đồng tư vấn', en: 'Consulting contracts' },
  one: { vi: 'hợp đồng tư vấn', en: 'consulting contract' },
  about: {
    vi: 'Mỗi dòng là một sản phẩm được tư vấn theo một hợp đồng, với kết quả.',
    en: 'One line per product served under a contract, with its result.',
  },
  source: 'S0:219, S3:61',
  fields: [
    {
      column: 'consultantId',
      label: { vi: 'Bên tư vấn', en: 'Consultant' },
      kind: 'reference',
      to: 'consultant',
      required: true,
      list: true,
      sort: true,
    },
    { column: 'producerId', label: { vi: 'Chủ thể', en: 'Producer' }, kind: 'reference', to: 'producer', list: true, sort: true },
    { column: 'productId', label: { vi: 'Sản phẩm', en: 'Product' }, kind: 'reference', to: 'product', list: true },
    { column: 'number', label: { vi: 'Số hợp đồng', en: 'Contract number' }, kind: 'text', max: 60 },
    { column: 'signedOn', label: { vi: 'Ngày ký', en: 'Signed on' }, kind: 'date', past: true, required: true, list: true, sort: true },
    { column: 'endsOn', label: { vi: 'Ngày hết hạn', en: 'Last day' }, kind: 'date' },
    { column: 'content', label: { vi: 'Nội dung tư vấn', en: 'Content' }, kind: 'text', max: 2000, multiline: true, required: true },
    { column: 'amount', label: { vi: 'Giá trị', en: 'Amount' }, kind: 'money', list: true, sort: true },
    { column: 'result', label: { vi: 'Kết quả', en: 'Result' }, kind: 'text', max: 2000, multiline: true },
  ],
  head: 'consultantId',
  day: 'signedOn',
  search: [],
  commune: { reads: 'own', writes: false },
  producer: { reads: 'own', writes: false },
  judge: (values, say) => {
    if (values['endsOn'] && String(values['endsOn']) < String(values['signedOn']))
      say('endsOn', { vi: 'Ngày hết hạn không trước ngày ký.', en: 'The last day is not before the signing.' })
  },
})
