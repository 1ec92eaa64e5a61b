// What changed between two submissions of one dossier, in the words of the form as filed. Pure; it never looks at the live form.
import { reportFields } from '../dossier/report.fields.ts'
import type { Snapshot, SnapshotAnswer, SnapshotPaper } from '../dossier/snapshot.ts'

export type Change = {
  /** Where: a field of a part of the dossier, a criterion, or a paper. */
  kind: 'field' | 'criterion' | 'paper'
  target: string
  title: string
  /** Null: was not there. */
  before: string | null
  after: string | null
}

const fieldTitles = {
  'producer.name': 'Tên chủ thể',
  'producer.legalFormLabel': 'Loại hình',
  'producer.taxCode': 'Mã số thuế',
  'producer.registrationNumber': 'Số đăng ký kinh doanh',
  'producer.registrationDate': 'Ngày đăng ký kinh doanh',
  'producer.registrationIssuer': 'Nơi cấp đăng ký kinh doanh',
  'producer.addressLine': 'Địa chỉ',
  'producer.communeName': 'Xã, phường',
  'producer.headName': 'Người đại diện',
  'producer.headPost': 'Chức vụ người đại diện',
  'producer.phone': 'Điện thoại',
  'producer.email': 'Thư điện tử',
  'producer.website': 'Trang thông tin điện tử',
  'producer.workersTotal': 'Tổng số lao động',
  'producer.workersLocal': 'Lao động địa phương',
  'producer.history': 'Lịch sử hình thành',
  'producer.structure': 'Cơ cấu tổ chức',
  'product.name': 'Tên sản phẩm',
  'product.description': 'Mô tả sản phẩm',
} as const

function shown(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}

function compare(kind: Change['kind'], target: string, title: string, before: string | null, after: string | null): Change[] {
  return before === after ? [] : [{ kind, target, title, before, after }]
}

function fieldChanges(before: Snapshot, after: Snapshot): Change[] {
  const valueOf = (snapshot: Snapshot, path: string) => {
    const [group = '', name = ''] = path.split('.')
    const record = group === 'producer' ? snapshot.producer : snapshot.product
    return shown(Reflect.get(record, name))
  }
  const named = Object.entries(fieldTitles).flatMap(([path, title]) =>
    compare('field', path, title, valueOf(before, path), valueOf(after, path)),
  )
  const packs = (snapshot: Snapshot) =>
    shown(snapshot.product.packs.map((pack) => [pack.name, pack.netContent, pack.barcode].filter(Boolean).join(', ')).join('; '))
  const photos = (snapshot: Snapshot) => snapshot.product.photos.map((photo) => photo.sha256).join()
  const photoWords = (snapshot: Snapshot) => `${snapshot.product.photos.length} ảnh`
  return [
    ...named,
    ...compare('field', 'product.packs', 'Quy cách đóng gói', packs(before), packs(after)),
    ...(photos(before) === photos(after)
      ? []
      : [
          {
            kind: 'field' as const,
            target: 'product.photos',
            title: 'Ảnh sản phẩm',
            before: photoWords(before),
            after: `${photoWords(after)} (đã thay)`,
          },
        ]),
    ...textChanges('registration', before.registration, after.registration),
    ...textChanges('report', before.report, after.report),
    ...sinceChanges(before, after),
  ]
}

/** The account of an upgrade or a re-assessment: what changed since the last recognition, topic by topic. */
function sinceChanges(before: Snapshot, after: Snapshot): Change[] {
  const said = (snapshot: Snapshot, topic: string) => {
    const one = snapshot.since?.changes.find((change) => change.topic === topic)
    return one ? (one.changed ? one.text : 'Không thay đổi') : null
  }
  return (after.since?.changes ?? before.since?.changes ?? []).flatMap(({ topic, title }) =>
    compare('field', `since.${topic}`, `Thay đổi so với lần công nhận trước: ${title}`, said(before, topic), said(after, topic)),
  )
}

/** Free parts of mẫu 01 and 02; their keys are the form's own. */
function textChanges(part: 'registration' | 'report', before: Record<string, string>, after: Record<string, string>): Change[] {
  const place = part === 'registration' ? 'Phiếu đăng ký (mẫu 01)' : 'Báo cáo (mẫu 02)'
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    compare('field', `${part}.${key}`, `${place}: ${labelOf(key)}`, shown(before[key]), shown(after[key])),
  )
}

/** The form's own label; a key this program no longer has stays readable as itself. */
function labelOf(key: string): string {
  const field = reportFields.find((one) => one.name === key)
  if (!field) return key
  return field.yearsBack === undefined ? field.label.vi : `${field.label.vi}, ${field.yearsBack} năm trước`
}

/** The answer in the words that submission was filed with. */
function answerText(answer: SnapshotAnswer | undefined, titles: ReadonlyMap<string, string>): string | null {
  if (!answer) return null
  const papers = answer.paperIds.map((id) => titles.get(id) ?? '?').sort()
  return [`${answer.optionText} (${answer.points} điểm)`, answer.description, papers.length > 0 ? `Minh chứng: ${papers.join('; ')}` : '']
    .filter((part) => part !== '')
    .join('\n')
}

function criterionChanges(before: Snapshot, after: Snapshot): Change[] {
  const titlesOf = (snapshot: Snapshot) => new Map(snapshot.papers.map((paper) => [paper.id, paper.title]))
  const [oldTitles, newTitles] = [titlesOf(before), titlesOf(after)]
  const codes = [...new Set([...after.answers, ...before.answers].map((answer) => answer.criterion))]
  return codes.flatMap((code) => {
    const [old, now] = [before.answers.find((one) => one.criterion === code), after.answers.find((one) => one.criterion === code)]
    return compare('criterion', code, `${code} ${(now ?? old)?.title ?? ''}`.trim(), answerText(old, oldTitles), answerText(now, newTitles))
  })
}

function paperText(paper: SnapshotPaper | undefined): string | null {
  if (!paper) return null
  const { number, issuer, issuedOn, expiresOn, holder } = paper
  const facts = [
    number && `số ${number}`,
    issuer,
    issuedOn && `ngày cấp ${issuedOn}`,
    expiresOn && `hết hạn ${expiresOn}`,
    holder && `cấp cho ${holder}`,
  ]
  return [facts.filter(Boolean).join(', '), ...paper.files.map((file) => `${file.fileName} (${file.sha256.slice(0, 8)})`)]
    .filter((part) => part !== '')
    .join('\n')
}

function paperChanges(before: Snapshot, after: Snapshot): Change[] {
  const ids = [...new Set([...after.papers, ...before.papers].map((paper) => paper.id))]
  return ids.flatMap((id) => {
    const [old, now] = [before.papers.find((one) => one.id === id), after.papers.find((one) => one.id === id)]
    return compare('paper', id, (now ?? old)?.title ?? '', paperText(old), paperText(now))
  })
}

/** Every difference between two submissions: fields, criteria in printed order, papers. Empty when nothing changed. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  return [...fieldChanges(before, after), ...criterionChanges(before, after), ...paperChanges(before, after)]
}
