// What a producer is: the fields of a description, the rules they must meet, what is still missing. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

export const producerFields = [
  'name',
  'legalForm',
  'localCapitalShare',
  'taxCode',
  'registrationNumber',
  'registrationDate',
  'registrationIssuer',
  'communeCode',
  'addressLine',
  'headName',
  'headPost',
  'phone',
  'email',
  'website',
  'workersTotal',
  'workersLocal',
  'cooperativeGrade',
  'history',
  'structure',
] as const
export const privateFields = ['headSex', 'headEthnicity', 'headDisability'] as const

export type ProducerField = (typeof producerFields)[number]
export type PrivateField = (typeof privateFields)[number]
export type ProducerInput = Typed<ProducerField | PrivateField>

export type LegalForm = { id: string; title: Words; onlySets?: number[] | undefined }

export type Producer = {
  name: string
  legalForm: string
  localCapitalShare: number | null
  taxCode: string | null
  registrationNumber: string | null
  registrationDate: PlainDate | null
  registrationIssuer: string | null
  communeCode: string
  addressLine: string
  headName: string
  headPost: string
  phone: string | null
  email: string | null
  website: string | null
  workersTotal: number | null
  workersLocal: number | null
  cooperativeGrade: string | null
  history: string
  structure: string
}

/** Sensitive personal data (Luật 91/2025/QH15): apart from the rest, null = not said. */
export type ProducerPrivate = { headSex: Sex | null; headEthnicity: string | null; headDisability: boolean | null }

export const sexes = ['female', 'male', 'other'] as const
export type Sex = (typeof sexes)[number]
export const sexLabels: Record<Sex, Words> = {
  female: { vi: 'Nữ', en: 'Female' },
  male: { vi: 'Nam', en: 'Male' },
  other: { vi: 'Khác', en: 'Other' },
}

/** Grades of a co-operative (Thông tư 01/2024/TT-BKHĐT names them tốt, khá, trung bình, yếu). */
export const cooperativeGrades = ['good', 'fair', 'average', 'weak'] as const
export const gradeLabels: Record<(typeof cooperativeGrades)[number], Words> = {
  good: { vi: 'Tốt', en: 'Good' },
  fair: { vi: 'Khá', en: 'Fair' },
  average: { vi: 'Trung bình', en: 'Average' },
  weak: { vi: 'Yếu', en: 'Weak' },
}

export function legalFormsOf(regulation: Regulation): readonly LegalForm[] {
  return regulation.producers?.legalForms ?? []
}

/** Everyday words for the forms of a producer, for papers under a decision that prints no list of them (1048, 148). */
const plainForms: Readonly<Record<string, Words>> = {
  cooperative: { vi: 'Hợp tác xã', en: 'Co-operative' },
  cooperativeGroup: { vi: 'Tổ hợp tác', en: 'Co-operative group' },
  privateEnterprise: { vi: 'Doanh nghiệp tư nhân', en: 'Private enterprise' },
  limitedCompany: { vi: 'Công ty trách nhiệm hữu hạn', en: 'Limited liability company' },
  jointStockCompany: { vi: 'Công ty cổ phần', en: 'Joint-stock company' },
  farm: { vi: 'Trang trại', en: 'Farm' },
  productionHousehold: { vi: 'Hộ sản xuất', en: 'Production household' },
  household: { vi: 'Hộ gia đình', en: 'Household' },
  association: { vi: 'Hội, hiệp hội', en: 'Association' },
  tourismCentre: { vi: 'Trung tâm điều hành du lịch', en: 'Tourism operating centre' },
}

/** The label of a legal form as the pack prints it; plain words where the pack prints no list; the code itself where nobody knows it. */
export function legalFormLabel(regulation: Regulation, id: string): Words {
  const forms = legalFormsOf(regulation)
  const printed = forms.find((form) => form.id === id)?.title
  return printed ?? (forms.length === 0 ? plainForms[id] : undefined) ?? { vi: id, en: id }
}

/**
 * Whether a producer of this legal form may file for this set (26/2026 Đ1–2: associations and tourism centres only for tourism services).
 * Interpretation: a decision that prints no list of legal forms (1048, 148) shuts none out.
 */
export function legalFormFits(regulation: Regulation, legalForm: string, set: number): boolean {
  const forms = legalFormsOf(regulation)
  if (forms.length === 0) return true
  const form = forms.find((one) => one.id === legalForm)
  return form !== undefined && (form.onlySets === undefined || form.onlySets.includes(set))
}

/** 10 digits, or 10 and 3 of a dependent unit ("0101234567-001"); spaces and the dash may be left out. Null when it is neither. */
export function readTaxCode(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '')
  if (/^\d{10}$/.test(digits)) return digits
  if (/^\d{13}$/.test(digits)) return `${digits.slice(0, 10)}-${digits.slice(10)}`
  // A household's tax code is its head's personal number (12 digits) since 01/7/2025 (Luật Quản lý thuế 38/2019/QH14 Đ35.7).
  if (/^\d{12}$/.test(text.replace(/\s/g, ''))) return digits
  return null
}

/** Reads a typed description. Throws `invalid` with every problem at its field; `communes` knows which codes exist today. */
export function readProducer(
  input: ProducerInput,
  rules: { regulation: Regulation; today: PlainDate; communeRefusal: Words | null },
): { producer: Producer; person: ProducerPrivate } {
  const fields = new Fields(input)
  const name = fields.text('name', {
    max: 200,
    required: { vi: 'Nhập tên chủ thể như trên giấy đăng ký.', en: 'Enter the producer’s registered name.' },
  })
  const legalForm = fields.oneOf(
    'legalForm',
    legalFormsOf(rules.regulation).map((form) => form.id),
    { required: { vi: 'Chọn loại hình tổ chức.', en: 'Choose the legal form.' } },
  )
  const taxText = fields.text('taxCode', { max: 20 })
  const taxCode = taxText === '' ? null : readTaxCode(taxText)
  if (taxText !== '' && taxCode === null)
    fields.say('taxCode', {
      vi: 'Mã số thuế gồm 10 chữ số, hoặc 10 chữ số và 3 chữ số của đơn vị phụ thuộc (0101234567-001); hộ kinh doanh có thể dùng số định danh 12 chữ số.',
      en: 'A tax code has 10 digits, or 10 and 3 (0101234567-001); households may use the 12-digit personal number.',
    })
  const communeCode = fields.text('communeCode', { max: 10, required: { vi: 'Chọn xã, phường.', en: 'Choose the commune.' } })
  if (communeCode !== '' && rules.communeRefusal) fields.say('communeCode', rules.communeRefusal)
  const phone = fields.optional('phone', { max: 20 })
  if (phone !== null && !/^\+?[\d\s.()-]{8,20}$/.test(phone))
    fields.say('phone', { vi: 'Số điện thoại gồm 8–15 chữ số.', en: 'A phone number has 8–15 digits.' })
  const email = fields.optional('email', { max: 120 })
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    fields.say('email', { vi: 'Địa chỉ thư điện tử chưa đúng dạng ten@mien.vn.', en: 'This is not an e-mail address.' })
  const website = fields.optional('website', { max: 200 })
  if (website !== null && !/^(https?:\/\/)?[^\s/@]+\.[^\s@]+$/i.test(website))
    fields.say('website', { vi: 'Địa chỉ trang chưa đúng dạng ten-mien.vn.', en: 'This is not a web address.' })
  const workersTotal = fields.integer('workersTotal', { min: 0, max: 100_000 })
  const workersLocal = fields.integer('workersLocal', { min: 0, max: 100_000 })
  if (workersTotal !== null && workersLocal !== null && workersLocal > workersTotal)
    fields.say('workersLocal', {
      vi: 'Lao động của xã không thể nhiều hơn tổng số lao động.',
      en: 'Local workers cannot be more than all workers.',
    })
  const ethnicity = fields.optional('headEthnicity', { max: 60 })
  const result = {
    producer: {
      name,
      legalForm: legalForm ?? '',
      localCapitalShare: fields.integer('localCapitalShare', { min: 0, max: 100 }),
      taxCode,
      registrationNumber: fields.optional('registrationNumber', { max: 60 }),
      registrationDate: fields.date('registrationDate', { notAfter: rules.today }),
      registrationIssuer: fields.optional('registrationIssuer', { max: 200 }),
      communeCode,
      addressLine: fields.text('addressLine', { max: 200 }),
      headName: fields.text('headName', { max: 120 }),
      headPost: fields.text('headPost', { max: 120 }),
      phone,
      email,
      website,
      workersTotal,
      workersLocal,
      cooperativeGrade: fields.oneOf('cooperativeGrade', cooperativeGrades),
      history: fields.text('history', { max: 5000, multiline: true }),
      structure: fields.text('structure', { max: 5000, multiline: true }),
    },
    person: { headSex: fields.oneOf('headSex', sexes), headEthnicity: ethnicity, headDisability: fields.yesNo('headDisability') },
  }
  fields.done()
  return result
}

/** Fields a dossier needs and this description lacks (26/2026 Đ2: the producer is registered; mẫu 01 I). In the form's order. */
export function missingInProducer(producer: Omit<Producer, 'localCapitalShare' | 'workersTotal'> & Partial<Producer>): ProducerField[] {
  const needed = [
    'name',
    'legalForm',
    'registrationNumber',
    'registrationDate',
    'registrationIssuer',
    'communeCode',
    'addressLine',
    'headName',
    'headPost',
    'phone',
  ] as const
  return needed.filter((field) => !producer[field])
}

/** Everyone but the Kinh majority; an ethnicity not said says nothing. */
export function isEthnicMinority(ethnicity: string | null): boolean | null {
  return ethnicity === null ? null : fold(ethnicity) !== 'kinh'
}
