// What is tried out beside the yearly cycle: pilot models, projects, science tasks, the founding of co-operatives, green products.
import { describe } from './register.ts'

export const programmeProjects = describe({
  table: 'programmeProject',
  slug: 'mo-hinh',
  title: { vi: 'Mô hình, dự án, nhiệm vụ khoa học', en: 'Models, projects, science tasks' },
  one: { vi: 'mô hình, dự án, nhiệm vụ', en: 'model or project' },
  about: {
    vi: 'Mô hình điểm, dự án, nhiệm vụ khoa học và công nghệ, thành lập hợp tác xã, sản phẩm xanh: ai chủ trì, từ ngày nào, kết quả.',
    en: 'Pilot models, projects, science tasks, the founding of co-operatives, green products: who leads, since when, with what result.',
  },
  source: 'S1:101, S1:119, S1:165; S1:115, S1:191, S3:219; S3:159; S0:111, S1:211',
  fields: [
    { column: 'title', label: { vi: 'Tên', en: 'Title' }, kind: 'text', max: 500, required: true, list: true, sort: true },
    {
      column: 'kind',
      label: { vi: 'Loại', en: 'Kind' },
      kind: 'choice',
      choices: {
        model: { vi: 'Mô hình điểm', en: 'Pilot model' },
        project: { vi: 'Dự án, tiểu dự án', en: 'Project' },
        science: { vi: 'Nhiệm vụ khoa học và công nghệ', en: 'Science task' },
        founding: { vi: 'Thành lập hợp tác xã, khởi nghiệp', en: 'Founding of co-operatives, start-ups' },
        green: { vi: 'Sản phẩm xanh, kinh tế tuần hoàn', en: 'Green product, circular economy' },
      },
      required: true,
      list: true,
      filter: 'loai',
    },
    { column: 'leadBody', label: { vi: 'Đơn vị chủ trì', en: 'Led by' }, kind: 'text', max: 200, list: true, sort: true },
    { column: 'decisionNumber', label: { vi: 'Văn bản phê duyệt', en: 'Approved by' }, kind: 'text', max: 120 },
    { column: 'startsOn', label: { vi: 'Từ ngày', en: 'From' }, kind: 'date', required: true, list: true, sort: true },
    { column: 'endsOn', label: { vi: 'Đến hết ngày', en: 'To' }, kind: 'date', list: true, sort: true },
    { column: 'communeCode', label: { vi: 'Xã, phường', en: 'Commune' }, kind: 'commune', day: 'startsOn', list: true },
    { column: 'producerId', label: { vi: 'Chủ thể', en: 'Producer' }, kind: 'reference', to: 'producer', list: true },
    { column: 'productId', label: { vi: 'Sản phẩm', en: 'Product' }, kind: 'reference', to: 'product' },
    { column: 'amount', label: { vi: 'Kinh phí', en: 'Amount' }, kind: 'money', list: true, sort: true },
    { column: 'result', label: { vi: 'Kết quả', en: 'Result' }, kind: 'text', max: 4000, multiline: true },
  ],
  head: 'title',
  day: 'startsOn',
  search: ['titleFolded'],
  commune: { reads: 'own', writes: false },
  producer: { reads: 'own', writes: false },
  judge: (values, say) => {
    if (values['endsOn'] && String(values['endsOn']) < String(values['startsOn']))
      say('endsOn', { vi: 'Ngày cuối không trước ngày đầu.', en: 'The last day is not before the first.' })
  },
})
