// What is recorded of places: a commune's standing in the new-countryside programme, its craft villages.
import { describe } from './register.ts'

export const ntmStatuses = describe({
  table: 'ntmStatus',
  slug: 'nong-thon-moi',
  title: { vi: 'Nông thôn mới', en: 'New countryside' },
  one: { vi: 'mốc nông thôn mới của xã', en: 'commune standing' },
  about: {
    vi: 'Xã đạt chuẩn, nâng cao, kiểu mẫu từ ngày nào, theo quyết định nào; tiêu chí 10, 12, 13. Mỗi lần thay đổi là một dòng mới.',
    en: 'Since when a commune has its standing, by which decision; criteria 10, 12, 13. Every change is a new line.',
  },
  source: 'S4:21, S1:75, S1:41, S1:237',
  fields: [
    { column: 'communeCode', label: { vi: 'Xã', en: 'Commune' }, kind: 'commune', day: 'since', required: true, list: true, sort: true },
    {
      column: 'status',
      label: { vi: 'Mức đạt', en: 'Standing' },
      kind: 'choice',
      choices: {
        notYet: { vi: 'Chưa đạt chuẩn', en: 'Not yet' },
        reached: { vi: 'Đạt chuẩn nông thôn mới', en: 'Reached' },
        advanced: { vi: 'Nông thôn mới nâng cao', en: 'Advanced' },
        model: { vi: 'Nông thôn mới kiểu mẫu', en: 'Model' },
      },
      required: true,
      list: true,
      filter: 'muc',
    },
    { column: 'since', label: { vi: 'Từ ngày', en: 'Since' }, kind: 'date', past: true, required: true, list: true, sort: true },
    { column: 'decisionNumber', label: { vi: 'Số quyết định', en: 'Decision' }, kind: 'text', max: 60, list: true },
    { column: 'criterionIncome', label: { vi: 'Đạt tiêu chí 10 (thu nhập)', en: 'Criterion 10 (income)' }, kind: 'yesNo' },
    { column: 'criterionLabour', label: { vi: 'Đạt tiêu chí 12 (lao động)', en: 'Criterion 12 (labour)' }, kind: 'yesNo' },
    {
      column: 'criterionOrganisation',
      label: { vi: 'Đạt tiêu chí 13 (tổ chức sản xuất)', en: 'Criterion 13 (organisation of production)' },
      kind: 'yesNo',
    },
    {
      column: 'keyProducts',
      label: { vi: 'Sản phẩm chủ lực', en: 'Key products' },
      hint: {
        vi: 'Sản phẩm xã chọn để phát triển, tham gia Chương trình; xã nâng cao phải chọn.',
        en: 'What the commune brings into the programme; an advanced one has to choose.',
      },
      kind: 'text',
      max: 500,
      list: true,
    },
    { column: 'note', label: { vi: 'Ghi chú', en: 'Note' }, kind: 'text', max: 1000, multiline: true },
  ],
  head: 'communeCode',
  day: 'since',
  search: [],
  commune: { reads: 'own', writes: false },
  producer: { reads: 'none', writes: false },
  unique: {
    columns: ['unitEra', 'communeCode', 'since'],
    problem: { vi: 'Xã này đã có một mốc từ ngày đó.', en: 'This commune has a standing from that day.' },
  },
  judge: (values, say) => {
    if (values['status'] !== 'notYet' && values['decisionNumber'] === '')
      say('decisionNumber', { vi: 'Ghi số quyết định công nhận.', en: 'Give the decision.' })
  },
})

export const craftVillages = describe({
  table: 'craftVillage',
  slug: 'lang-nghe',
  title: { vi: 'Làng nghề', en: 'Craft villages' },
  one: { vi: 'làng nghề', en: 'craft village' },
  about: { vi: 'Làng nghề, làng nghề truyền thống: nghề, số hộ, lao động.', en: 'Craft villages: craft, households, workers.' },
  source: 'S0:103, S1:185',
  fields: [
    { column: 'name', label: { vi: 'Tên làng nghề', en: 'Name' }, kind: 'text', max: 200, required: true, list: true, sort: true },
    { column: 'craft', label: { vi: 'Nghề', en: 'Craft' }, kind: 'text', max: 200, required: true, list: true, sort: true },
    {
      column: 'communeCode',
      label: { vi: 'Xã, phường', en: 'Commune' },
      kind: 'commune',
      day: 'recognisedOn',
      required: true,
      list: true,
      sort: true,
    },
    { column: 'recognisedOn', label: { vi: 'Ngày công nhận', en: 'Recognised on' }, kind: 'date', past: true, list: true, sort: true },
    { column: 'decisionNumber', label: { vi: 'Số quyết định', en: 'Decision' }, kind: 'text', max: 60 },
    {
      column: 'households',
      label: { vi: 'Số hộ làm nghề', en: 'Households' },
      kind: 'whole',
      max: 100_000,
      unit: { vi: 'hộ', en: 'households' },
      list: true,
    },
    { column: 'workers', label: { vi: 'Số lao động', en: 'Workers' }, kind: 'whole', max: 1_000_000, unit: { vi: 'người', en: 'people' } },
  ],
  head: 'name',
  search: ['nameFolded'],
  commune: { reads: 'own', writes: true },
  producer: { reads: 'none', writes: false },
})
