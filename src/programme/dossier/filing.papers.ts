// Mẫu 01, mẫu 02 and the receipt of one submission, set from the frozen snapshot and stored as documents. The snapshot is the only source.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatLongDate, formatNumber } from '#/platform/text/format.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { formOf } from '#/regulation/load.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import { answeredPoints } from '#/regulation/form.ts'
import { storeDocument } from '../document/document.ts'
import type { Ctx } from '../context.ts'
import { paperKind } from '../paper/paper.kinds.ts'
import { renderFilingReceipt } from '../paperwork/filing-receipt.ts'
import type { Paper } from '../paperwork/paper.ts'
import { renderRegistrationSlip } from '../paperwork/registration-slip.ts'
import { renderSelfAssessment, type SelfAssessedPart, type SelfAssessmentData } from '../paperwork/self-assessment.ts'
import { sexLabels, type Sex } from '../producer/producer.ts'
import { filedPin } from '../regulation-revision/shelf.ts'
import { inSentence, shortName } from '../units/units.ts'
import type { Frozen } from './filing.ts'
import { reportFields } from './report.fields.ts'
import type { Snapshot } from './snapshot.ts'

export type FilingPapers = { registrationSlip: string; selfAssessment: string; filingReceipt: string }

/** Sets and stores the three papers. Returns their document ids. `demo` prints its mark on every page. */
export async function issueFilingPapers(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string; demo: boolean },
  frozen: Frozen,
): Promise<FilingPapers> {
  const { snapshot } = frozen
  const pack = ctx.regulations.pinned(filedPin(snapshot.regulation))
  const form = formOf(pack, snapshot.set.no)
  const regulation = regulationWords(pack.regulation)
  const store = (kind: keyof FilingPapers, title: string, file: Paper) =>
    storeDocument(ctx, {
      authority: dossier.provinceCode,
      kind,
      subjectKind: 'dossierSubmission',
      subjectId: frozen.submissionId,
      dossierId: dossier.id,
      title,
      issuedOn: plainDateOf(ctx.now),
      file,
    })
  return {
    registrationSlip: await store('registrationSlip', 'Phiếu đăng ký (mẫu 01)', registrationSlipOf(frozen, regulation, dossier.demo)),
    selfAssessment: await store(
      'selfAssessment',
      'Báo cáo tự đánh giá (mẫu 02)',
      selfAssessmentOf(snapshot, form, regulation, dossier.demo),
    ),
    filingReceipt: await store('filingReceipt', `Giấy tiếp nhận ${frozen.receiptNumber}`, receiptOf(frozen, regulation, dossier.demo)),
  }
}

const signHint = '(Đã cam kết và nộp bằng tài khoản trên hệ thống)'

/** "Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ". All packs are decisions of the Prime Minister. */
function regulationWords(regulation: Regulation): string {
  return `Quyết định số ${regulation.number}${regulation.issuedOn ? ` ${formatLongDate(regulation.issuedOn)}` : ''} của Thủ tướng Chính phủ`
}

function addressOf(producer: Snapshot['producer']): string {
  return [producer.addressLine, inSentence(producer.communeName), inSentence(producer.provinceName)].filter(Boolean).join(', ')
}

function communeBody(producer: Snapshot['producer']): string {
  return `Ủy ban nhân dân ${inSentence(producer.communeName)}`
}

function packsOf(snapshot: Snapshot): string | undefined {
  const text = snapshot.product.packs.map((pack) => [pack.name, pack.netContent].filter(Boolean).join(' ')).join('; ')
  return text === '' ? undefined : text
}

function registrationSlipOf(frozen: Frozen, regulation: string, demo: boolean): Paper {
  const { snapshot } = frozen
  const { producer, set } = snapshot
  const on = plainDateOf(new Date(snapshot.filedAt))
  const files = snapshot.papers.reduce((sum, paper) => sum + paper.files.length, 0)
  const samples = snapshot.components.some((component) => component.code === 'samples')
  return renderRegistrationSlip({
    createdAt: snapshot.filedAt,
    demo,
    addressees: [communeBody(producer)],
    place: shortName(producer.communeName),
    date: on,
    producer: {
      name: producer.name,
      legalForm: producer.legalFormLabel,
      head: { name: producer.headName, post: producer.headPost },
      address: addressOf(producer),
      phone: producer.phone,
      email: producer.email,
    },
    product: {
      name: snapshot.product.name,
      sector: set.sector,
      group: set.group,
      set: { number: set.no, title: set.title },
      packs: packsOf(snapshot),
    },
    kind: snapshot.kind,
    enclosures: [
      'Báo cáo tự đánh giá (mẫu số 02): 01 bản điện tử',
      `Minh chứng: ${snapshot.papers.length} giấy tờ, ${files} tệp`,
      ...(samples ? ['Mẫu sản phẩm: 05 đơn vị, bàn giao tại UBND cấp xã'] : []),
    ],
    regulation,
    signHint,
    commune: { slipNumber: frozen.slipNumber, receivedOn: on, receivedBy: 'Hệ thống tiếp nhận điện tử' },
    province: null,
  })
}

function receiptOf(frozen: Frozen, regulation: string, demo: boolean): Paper {
  const { snapshot } = frozen
  const { producer } = snapshot
  const on = plainDateOf(new Date(snapshot.filedAt))
  return renderFilingReceipt({
    createdAt: snapshot.filedAt,
    demo,
    letterhead: { body: communeBody(producer), number: null, symbol: '', place: shortName(producer.communeName), date: on },
    dossierCode: frozen.receiptNumber,
    filedAt: snapshot.filedAt,
    kind: snapshot.kind,
    product: { name: snapshot.product.name, set: { number: snapshot.set.no, title: snapshot.set.title } },
    producer: { name: producer.name, address: addressOf(producer) },
    receiver: communeBody(producer),
    regulation: { id: snapshot.regulation.id, title: regulation, contentHash: snapshot.regulation.hash },
    due: frozen.dueOn === null ? null : { on: frozen.dueOn, rule: '15 ngày làm việc, Điều 7' },
    components: snapshot.components
      .filter((component) => component.present)
      .map((component) => ({
        title: component.label,
        hashes: snapshot.papers
          .filter((paper) => component.paperIds.includes(paper.id))
          .flatMap((paper) => paper.files.map((file) => file.sha256)),
      })),
    snapshotHash: frozen.snapshotHash,
  })
}

function selfAssessmentOf(snapshot: Snapshot, form: Form, regulation: string, demo: boolean): Paper {
  const { producer, report } = snapshot
  const year = Number(plainDateOf(new Date(snapshot.filedAt)).slice(0, 4))
  const backs = [3, 2, 1].filter((back) => ['output', 'revenue', 'profit'].some((name) => report[`${name}${back}`]))
  const row = (label: string, name: string) => ({
    label,
    values: backs.map((back) => (report[`${name}${back}`] ? formatNumber(Number(report[`${name}${back}`])) : '')),
  })
  const sex = snapshot.producerPrivate.headSex as Sex | null
  return renderSelfAssessment({
    createdAt: snapshot.filedAt,
    demo,
    place: shortName(producer.communeName),
    date: plainDateOf(new Date(snapshot.filedAt)),
    producer: {
      name: producer.name,
      legalForm: producer.legalFormLabel,
      head: {
        name: producer.headName,
        post: producer.headPost || null,
        sex: sex === null ? null : sexLabels[sex].vi.toLowerCase(),
        ethnicity: snapshot.producerPrivate.headEthnicity,
      },
      registration: producer.registrationNumber
        ? { number: producer.registrationNumber, issuer: producer.registrationIssuer ?? '', issuedOn: producer.registrationDate }
        : null,
      address: addressOf(producer),
      phone: producer.phone,
      email: producer.email,
    },
    product: {
      name: snapshot.product.name,
      description: snapshot.product.description,
      packs: packsOf(snapshot),
      set: { number: snapshot.set.no, title: snapshot.set.title },
    },
    papers: checklist(snapshot),
    ...(snapshot.since === undefined ? {} : { since: sinceOf(snapshot, snapshot.since) }),
    history: producer.history,
    structure: producer.structure,
    resultYears: backs.map((back) => `Năm ${year - back}`),
    results: [
      row(`Sản lượng${report['outputUnit'] ? ` (${report['outputUnit']})` : ''}`, 'output'),
      row('Doanh thu (đồng)', 'revenue'),
      row('Lợi nhuận (đồng)', 'profit'),
    ].filter((one) => one.values.some((value) => value !== '')),
    resultText: report['resultText'] ?? '',
    regulation,
    parts: partsOf(snapshot, form),
    total: snapshot.totals.total,
    pointsStar: snapshot.totals.pointsStar,
    star: snapshot.totals.star,
    plan: reportFields
      .filter((field) => field.section === 'plan')
      .flatMap((field) => (report[field.name] ? [{ heading: field.label.vi, text: report[field.name] ?? '' }] : [])),
    evidence: snapshot.papers.map((paper) => ({
      title: paper.title,
      source: [paper.number, paper.issuer].filter(Boolean).join(', ') || null,
      issuedOn: paper.issuedOn,
      criteria: snapshot.answers.filter((answer) => answer.paperIds.includes(paper.id)).map((answer) => answer.criterion),
      files: paper.files.map((file) => ({ name: file.fileName, sha256: file.sha256 })),
    })),
    signHint,
  })
}

/** What an upgrade or a re-assessment builds on and what changed; 26/2026 Đ6 asks for it and mẫu 02 prints no place, so it follows the checklist. */
function sinceOf(snapshot: Snapshot, { certificate, changes }: NonNullable<Snapshot['since']>): SelfAssessmentData['since'] {
  const titles = new Map(snapshot.papers.map((paper) => [paper.id, paper.title]))
  return {
    certificate: certificate
      ? `hạng ${certificate.star} sao, sản phẩm ${certificate.productCode}, cấp ${formatLongDate(certificate.issuedOn)}, giá trị đến hết ${formatLongDate(certificate.lastValidOn)}`
      : null,
    changes: changes.map(({ title, changed, text, paperIds }) => ({
      title,
      changed,
      text,
      evidence: paperIds.flatMap((id) => titles.get(id) ?? []),
    })),
  }
}

/** The checklist of mẫu 02 I, by kind of paper. */
function checklist(snapshot: Snapshot) {
  const kinds = [
    'businessRegistration',
    'qualityDeclaration',
    'foodSafetyCertificate',
    'productionLicence',
    'trademarkCertificate',
    'originSign',
    'designOrPatent',
  ]
  return kinds.map((kind) => {
    const paper = snapshot.papers.find((one) => one.kind === kind)
    const detail = paper
      ? [paper.number ? `Số ${paper.number}` : '', paper.issuedOn ? `ngày ${formatDate(paper.issuedOn)}` : ''].filter(Boolean).join(', ')
      : ''
    return { label: paperKind(kind)?.title.vi ?? kind, state: paper ? ('present' as const) : ('absent' as const), detail: detail || null }
  })
}

function partsOf(snapshot: Snapshot, form: Form): SelfAssessedPart[] {
  const byCode = new Map(snapshot.answers.map((answer) => [answer.criterion, answer]))
  const options = Object.fromEntries(snapshot.answers.map((answer) => [answer.criterion, answer.option]))
  return form.parts.map((part) => {
    const groups = part.groups.map((group) => ({
      code: group.code,
      title: group.title,
      max: group.max,
      points: group.criteria.reduce((sum, criterion) => sum + answeredPoints(criterion, options), 0),
      criteria: group.criteria.map((criterion) => {
        const answer = byCode.get(criterion.code)
        return {
          code: criterion.code,
          title: criterion.title,
          max: criterion.max,
          points: answer?.points ?? null,
          option: answer?.optionText ?? null,
          description: answer?.description ?? '',
          evidence: (answer?.paperIds ?? []).flatMap((id) =>
            snapshot.papers.filter((paper) => paper.id === id).map((paper) => paper.title),
          ),
        }
      }),
    }))
    return { code: part.code, title: part.title, max: part.max, points: groups.reduce((sum, group) => sum + group.points, 0), groups }
  })
}
