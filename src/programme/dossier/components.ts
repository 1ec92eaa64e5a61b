// The parts a dossier must hold (26/2026 Đ6, data in the pack's `dossier.components`) and which of them are there. Pure.
import type { DossierComponent } from '#/regulation/regulation.schema.ts'
import { missingInProducer } from '../producer/producer.ts'
import type { Words } from '../fields.ts'
import { changeGaps } from './change.topics.ts'
import { missingInReport, reportSections } from './report.fields.ts'
import type { DossierFacts } from './dossier.facts.ts'
import type { SnapshotPaper } from './snapshot.ts'

export type ComponentState = {
  id: string
  title: Words
  need: DossierComponent['need']
  present: boolean
  paperIds: string[]
  units: number | null
}

/**
 * Papers that go with the dossier: those linked to a criterion, and the business registration, which is a component by itself
 * (26/2026 Đ2, mẫu 02). Interpretation: the newest registration of the library is taken without being linked.
 */
export function linkedPapers(facts: Pick<DossierFacts, 'papers' | 'evidence' | 'changes'>): SnapshotPaper[] {
  const linked = new Set([...facts.evidence.map((link) => link.paperId), ...facts.changes.flatMap((change) => change.paperIds)])
  const registration = registrationPaper(facts)
  return facts.papers.filter((paper) => linked.has(paper.id) || paper.id === registration?.id)
}

function registrationPaper(facts: Pick<DossierFacts, 'papers'>): SnapshotPaper | undefined {
  return facts.papers.filter((paper) => paper.kind === 'businessRegistration' && paper.files.length > 0).at(-1)
}

/** What the producer files, in the pack's order; samples are handed over later and are never "present" at filing. */
export function componentsOf(facts: DossierFacts): ComponentState[] {
  const { dossier, pack } = facts
  const applicable = pack.regulation.dossier.components.filter(
    (component) => component.by === 'producer' && component.kinds.includes(dossier.kind) && !component.exceptSets?.includes(dossier.setNo),
  )
  return applicable.map((component) => {
    const paperIds = papersFor(component.id, facts)
    return {
      id: component.id,
      title: component.title,
      need: component.need,
      present: isPresent(component.id, facts, paperIds),
      paperIds,
      units: component.units ?? null,
    }
  })
}

function papersFor(component: string, facts: DossierFacts): string[] {
  if (component === 'businessRegistration') return [registrationPaper(facts)].flatMap((paper) => (paper ? [paper.id] : []))
  if (component === 'evidencePapers') return [...new Set(facts.evidence.map((link) => link.paperId))]
  if (component === 'changeReport' || component === 'renewalUpdate') return [...new Set(facts.changes.flatMap((change) => change.paperIds))]
  if (component === 'termedPapers') return linkedPapers(facts).flatMap((paper) => (paper.expiresOn === null ? [] : [paper.id]))
  return []
}

/** Interpretation: the parts Đ6 adds for later dossiers are the program's account of changes; "papers with a term" are those linked that have one. */
function changesComplete(facts: DossierFacts): boolean {
  const { kind } = facts.dossier
  if (kind === 'first') return true
  const withFiles = new Set(facts.papers.filter((paper) => paper.files.length > 0).map((paper) => paper.id))
  return changeGaps(kind, facts.changes, withFiles).length === 0
}

function isPresent(component: string, facts: DossierFacts, paperIds: readonly string[]): boolean {
  if (component === 'registrationSlip') return missingInProducer(facts.producer).length === 0 && facts.packs.length > 0
  if (component === 'selfAssessment')
    return facts.answers.size > 0 && reportSections.every((section) => missingInReport(facts.dossier.report, section).length === 0)
  if (component === 'changeReport' || component === 'renewalUpdate') return changesComplete(facts)
  const withFiles = facts.papers.filter((paper) => paperIds.includes(paper.id) && paper.files.length > 0)
  return withFiles.length > 0
}
