// What is done, what is missing, what it is worth: the dossier as the producer sees it. Pure; the law's arithmetic is in src/regulation.
import { adviceFor, type Advice } from '#/regulation/advice.ts'
import { completeness, isApplicable } from '#/regulation/complete.ts'
import { casesOf, criteriaOf } from '#/regulation/form.ts'
import type { CriterionCode } from '#/regulation/form.schema.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Words } from '../fields.ts'
import { legalFormFits, missingInProducer } from '../producer/producer.ts'
import { changeGaps, changeTopics } from './change.topics.ts'
import { componentsOf } from './components.ts'
import { optionsOf, type DossierFacts } from './dossier.facts.ts'
import { missingInReport, reportSections, sectionTitles, type ReportSection } from './report.fields.ts'

export type TaskId =
  | 'producer'
  | 'product'
  | 'set'
  | 'contact'
  | `report.${ReportSection}`
  | `part.${string}`
  | 'papers'
  | 'changes'
  | 'samples'
  | 'check'
export type Task = {
  id: TaskId
  stage: 1 | 2 | 3 | 4
  title: Words
  hint?: Words
  state: 'done' | 'part' | 'todo' | 'locked'
  /** Criteria answered, of those that apply. */
  progress?: { done: number; of: number }
  /** True while filing must wait for it. */
  blocks: boolean
}

export type TaskList = { tasks: Task[]; ready: boolean; blocking: number }

/** Points, star and what stands before the next star, from the saved answers. */
export function adviceOf(facts: DossierFacts): Advice {
  return adviceFor(facts.form, facts.pack.regulation.stars, optionsOf(facts), facts.dossier.cases)
}

/** Criteria that count for evidence (points claimed, papers named by the form) and have no paper with a file. In printed order. */
export function withoutEvidence(facts: DossierFacts): CriterionCode[] {
  const options = optionsOf(facts)
  const withFile = new Set(facts.papers.filter((paper) => paper.files.length > 0).map((paper) => paper.id))
  const served = new Set(facts.evidence.filter((link) => withFile.has(link.paperId)).map((link) => link.criterion))
  return criteriaOf(facts.form)
    .filter(({ criterion }) => {
      const option = options[criterion.code] ?? 0
      const claims = option > 0 && (criterion.options[option - 1]?.points ?? 0) > 0
      return claims && (criterion.evidenceRows?.length ?? 0) > 0 && !served.has(criterion.code)
    })
    .map(({ criterion }) => criterion.code)
}

/** Linked papers whose last day has passed on `today`. */
export function expiredPapers(facts: DossierFacts, today: PlainDate): DossierFacts['papers'] {
  const linked = new Set(facts.evidence.map((link) => link.paperId))
  return facts.papers.filter((paper) => linked.has(paper.id) && paper.expiresOn !== null && paper.expiresOn < today)
}

/**
 * The task list. What blocks filing: the producer's and product's description, the case where the form has one, every offered criterion
 * answered by hand, the required parts of mẫu 02, and the components the pack asks for "always" (26/2026 Đ6).
 * Interpretation: a claimed criterion without a paper is shown but does not block; the commune checks the components and may return it.
 */
export function taskList(facts: DossierFacts): TaskList {
  const tasks = [...registrationTasks(facts), ...assessmentTasks(facts), ...sampleTasks(facts)]
  const blocking = tasks.filter((task) => task.blocks).length
  const check: Task = {
    id: 'check',
    stage: 4,
    title: { vi: 'Xem lại toàn bộ và cam kết', en: 'Check everything and declare' },
    state: blocking > 0 ? 'locked' : 'todo',
    blocks: false,
    ...(blocking > 0 ? { hint: { vi: `Mở khi xong ${blocking} mục còn thiếu`, en: `Opens when ${blocking} open tasks are done` } } : {}),
  }
  return { tasks: [...tasks, check], ready: blocking === 0, blocking }
}

function registrationTasks(facts: DossierFacts): Task[] {
  const { dossier, pack, producer, product } = facts
  const missing = missingInProducer(producer)
  const fits = legalFormFits(pack.regulation, producer.legalForm, dossier.setNo)
  const productDone = product.name !== '' && product.description !== '' && facts.packs.length > 0
  const caseOpen = casesOf(facts.form).length > 0 && completeness(facts.form, {}, dossier.cases).caseMissing.length > 0
  const set = pack.regulation.sets.find((one) => one.set === dossier.setNo)
  return [
    {
      id: 'producer',
      stage: 1,
      title: { vi: 'Chủ thể và người đại diện', en: 'Producer and representative' },
      state: missing.length === 0 && fits ? 'done' : 'part',
      blocks: missing.length > 0 || !fits,
      ...(fits
        ? missing.length > 0
          ? { hint: { vi: `Còn thiếu ${missing.length} ô`, en: `${missing.length} fields are missing` } }
          : {}
        : {
            hint: { vi: 'Loại hình này không đăng ký được bộ sản phẩm đã chọn', en: 'This legal form may not register this product set' },
          }),
    },
    {
      id: 'product',
      stage: 1,
      title: { vi: 'Sản phẩm, quy cách, ảnh', en: 'Product, packs, photos' },
      state: productDone ? 'done' : 'part',
      blocks: !productDone,
      ...(productDone && facts.photos.length === 0
        ? { hint: { vi: 'Nên có ít nhất một ảnh sản phẩm', en: 'At least one photo is advised' } }
        : {}),
    },
    {
      id: 'set',
      stage: 1,
      title: { vi: 'Bộ sản phẩm và loại hồ sơ', en: 'Product set and kind of dossier' },
      state: caseOpen ? 'todo' : 'done',
      blocks: caseOpen,
      hint: caseOpen
        ? { vi: 'Chọn trường hợp áp dụng của bộ sản phẩm', en: 'Choose the case that applies' }
        : {
            vi: `Bộ ${dossier.setNo}: ${set?.title.vi ?? facts.form.title}`,
            en: `Set ${dossier.setNo}: ${set?.title.en ?? facts.form.title}`,
          },
    },
    {
      id: 'contact',
      stage: 1,
      title: { vi: 'Người liên hệ, ghi chú', en: 'Contact and note' },
      state: dossier.registration['contactName'] ? 'done' : 'todo',
      hint: { vi: 'Không bắt buộc', en: 'Optional' },
      blocks: false,
    },
  ]
}

function assessmentTasks(facts: DossierFacts): Task[] {
  const options = optionsOf(facts)
  const state = completeness(facts.form, options, facts.dossier.cases)
  const open = new Set([
    ...state.unanswered,
    ...state.notApplicable.map((one) => one.criterion),
    ...state.faults.map((fault) => fault.criterion),
  ])
  const sections = reportSections.map((section): Task => {
    const missing = missingInReport(facts.dossier.report, section)
    const touched = Object.keys(facts.dossier.report).length > 0
    return {
      id: `report.${section}`,
      stage: 2,
      title: sectionTitles[section],
      state: missing.length === 0 ? (touched || section === 'general' ? 'done' : 'todo') : 'todo',
      blocks: missing.length > 0,
    }
  })
  const bare = new Set(withoutEvidence(facts))
  const parts = facts.form.parts.map((part): Task => {
    const codes = part.groups.flatMap((group) => group.criteria).filter((criterion) => isApplicable(facts.form, criterion, options))
    const done = codes.filter((criterion) => !open.has(criterion.code)).length
    const waiting = codes.filter((criterion) => bare.has(criterion.code)).map((criterion) => criterion.code)
    return {
      id: `part.${part.code}`,
      stage: 2,
      title: { vi: `Phần ${part.code}. ${part.title}`, en: `Part ${part.code}. ${part.title}` },
      state: done === codes.length ? 'done' : done === 0 ? 'todo' : 'part',
      progress: { done, of: codes.length },
      blocks: done < codes.length,
      ...(waiting.length > 0
        ? { hint: { vi: `Chưa có giấy tờ: tiêu chí ${waiting.join(', ')}`, en: `No paper yet: criteria ${waiting.join(', ')}` } }
        : {}),
    }
  })
  const lacking = componentsOf(facts).filter(
    (component) =>
      component.need === 'always' && !component.present && (component.id === 'businessRegistration' || component.id === 'evidencePapers'),
  )
  const papers: Task = {
    id: 'papers',
    stage: 2,
    title: { vi: 'Giấy tờ minh chứng', en: 'Evidence papers' },
    state: lacking.length === 0 ? 'done' : 'todo',
    blocks: lacking.length > 0,
    ...(lacking.length > 0
      ? {
          hint: {
            vi: `Thiếu: ${lacking.map((one) => one.title.vi).join('; ')}`,
            en: `Missing: ${lacking.map((one) => one.title.en).join('; ')}`,
          },
        }
      : {}),
  }
  const [general, ...rest] = sections
  return [
    ...changeTask(facts),
    ...(general ? [general] : []),
    ...rest.filter((task) => task.id !== 'report.plan'),
    ...parts,
    ...rest.filter((task) => task.id === 'report.plan'),
    papers,
  ]
}

/** The account of changes, in an upgrade or a re-assessment only (26/2026 Đ6). */
function changeTask(facts: DossierFacts): Task[] {
  const { kind } = facts.dossier
  if (kind === 'first') return []
  const withFiles = new Set(facts.papers.filter((paper) => paper.files.length > 0).map((paper) => paper.id))
  const gaps = changeGaps(kind, facts.changes, withFiles)
  const named = changeTopics.filter((one) => one.id !== 'other')
  const done = named.filter((one) => !gaps.some((gap) => gap.topic === one.id)).length
  return [
    {
      id: 'changes',
      stage: 2,
      title:
        kind === 'upgrade'
          ? { vi: 'Thuyết minh, minh chứng các thay đổi', en: 'Account and proof of the changes' }
          : { vi: 'Cập nhật so với lần đánh giá trước', en: 'Update since the last assessment' },
      state: gaps.length === 0 ? 'done' : facts.changes.length === 0 ? 'todo' : 'part',
      progress: { done, of: named.length },
      blocks: gaps.length > 0,
      ...(gaps.some((gap) => gap.lacks === 'anyChange')
        ? { hint: { vi: 'Nâng hạng cần ít nhất một thay đổi có minh chứng', en: 'An upgrade needs at least one proven change' } }
        : {}),
    },
  ]
}

function sampleTasks(facts: DossierFacts): Task[] {
  const { units, exceptSets } = facts.pack.regulation.samples
  if (exceptSets.includes(facts.dossier.setNo)) return []
  return [
    {
      id: 'samples',
      stage: 3,
      title: { vi: `Bàn giao ${String(units).padStart(2, '0')} sản phẩm mẫu`, en: `Hand over ${units} samples` },
      hint: { vi: 'UBND cấp xã hẹn ngày nhận sau khi hồ sơ đủ thành phần', en: 'The commune names a day once the dossier is complete' },
      state: 'locked',
      blocks: false,
    },
  ]
}
