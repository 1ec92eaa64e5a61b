// What one may look up and take home: legal texts and policies with the days they hold, guidance, the programme's identity, markets.
import { describe } from './register.ts'

export const libraryItems = describe({
  table: 'libraryItem',
  slug: 'thu-vien',
  title: { vi: 'Văn bản, chính sách, tài liệu', en: 'Library' },
  one: { vi: 'văn bản, chính sách, tài liệu', en: 'library item' },
  about: {
    vi: 'Văn bản, chính sách hỗ trợ còn hiệu lực đến ngày nào; hướng dẫn, bộ nhận diện của Chương trình, thông tin thị trường.',
    en: 'Legal texts and support policies with the days they hold; guidance, the programme’s identity, market information.',
  },
  source: 'S1:113, S1:157, S2:93, S3:272; S2:89, S3:61; S1:219, S0:111',
  fields: [
    { column: 'title', label: { vi: 'Tên', en: 'Title' }, kind: 'text', max: 500, required: true, list: true, sort: true },
    {
      column: 'kind',
      label: { vi: 'Loại', en: 'Kind' },
      kind: 'choice',
      choices: {
        law: { vi: 'Văn bản pháp luật', en: 'Legal text' },
        policy: { vi: 'Cơ chế, chính sách hỗ trợ', en: 'Support policy' },
        guidance: { vi: 'Hướng dẫn', en: 'Guidance' },
        identity: { vi: 'Bộ nhận diện, tệp nhãn hiệu', en: 'Identity, logo files' },
        market: { vi: 'Thông tin thị trường', en: 'Market information' },
      },
      required: true,
      list: true,
      filter: 'loai',
    },
    { column: 'number', label: { vi: 'Số, ký hiệu', en: 'Number' }, kind: 'text', max: 60, list: true },
    { column: 'issuer', label: { vi: 'Cơ quan ban hành', en: 'Issued by' }, kind: 'text', max: 200, list: true, sort: true },
    {
      column: 'issuedOn',
      label: { vi: 'Ngày ban hành', en: 'Issued on' },
      kind: 'date',
      past: true,
      required: true,
      list: true,
      sort: true,
    },
    {
      column: 'validTo',
      label: { vi: 'Có hiệu lực đến hết ngày', en: 'Last day it holds' },
      hint: { vi: 'Bỏ trống: chưa định ngày hết hiệu lực.', en: 'Empty: no last day is set.' },
      kind: 'date',
      list: true,
      sort: true,
    },
    {
      column: 'link',
      label: { vi: 'Đường dẫn', en: 'Address' },
      hint: { vi: 'Nơi đọc hoặc tải về; bộ nhận diện phải có.', en: 'Where it is read or taken home; identity files need one.' },
      kind: 'link',
    },
    { column: 'content', label: { vi: 'Nội dung chính', en: 'In short' }, kind: 'text', max: 4000, multiline: true },
  ],
  head: 'title',
  day: 'issuedOn',
  search: ['titleFolded'],
  commune: { reads: 'all', writes: false },
  producer: { reads: 'all', writes: false },
  judge: (values, say) => {
    if (values['validTo'] && String(values['validTo']) < String(values['issuedOn']))
      say('validTo', { vi: 'Ngày hết hiệu lực không trước ngày ban hành.', en: 'The last day is not before the day of issue.' })
    if (values['kind'] === 'identity' && !values['link'])
      say('link', { vi: 'Ghi nơi tải bộ nhận diện.', en: 'Say where the identity files are taken from.' })
  },
})
