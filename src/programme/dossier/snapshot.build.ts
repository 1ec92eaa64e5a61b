// Makes the snapshot a submission freezes, from the facts as they stand. Pure: the same facts always give the same snapshot.
import { canonicalJson, sha256Hex } from '#/platform/audit/canonical.ts'
import { criteriaOf, pointsOf } from '#/regulation/form.ts'
import { scoreSheet } from '#/regulation/score.ts'
import { legalFormLabel } from '../producer/producer.ts'
import { changeTopics } from './change.topics.ts'
import { componentsOf, linkedPapers } from './components.ts'
import { optionsOf, type DossierFacts } from './dossier.facts.ts'
import type { Snapshot, SnapshotAnswer } from './snapshot.ts'

/** `filedAt` is the server's instant. Labels are frozen in Vietnamese, as on the papers. */
export function buildSnapshot(facts: DossierFacts, filedAt: Date): Snapshot {
  const { dossier, pack, form, producer, product } = facts
  const { regulation } = pack
  const set = regulation.sets.find((one) => one.set === dossier.setNo)
  const score = scoreSheet(form, regulation.stars, optionsOf(facts))
  const papers = linkedPapers(facts)
  return {
    format: 1,
    kind: dossier.kind,
    filedAt: filedAt.toISOString(),
    regulation: {
      id: pack.id,
      hash: pack.hash,
      number: regulation.number,
      title: regulation.title.vi,
      ...(pack.wording ? { wording: pack.wording.hash } : {}),
    },
    set: {
      no: dossier.setNo,
      title: set?.title.vi ?? form.title,
      sector: set?.sector.vi ?? form.sector,
      group: set?.group.vi ?? form.group,
      ministry: set?.ministries.join('; ') ?? form.ministry,
    },
    cases: dossier.cases,
    producer: {
      id: producer.id,
      name: producer.name,
      legalForm: producer.legalForm,
      legalFormLabel: legalFormLabel(regulation, producer.legalForm).vi,
      taxCode: producer.taxCode,
      registrationNumber: producer.registrationNumber,
      registrationDate: producer.registrationDate,
      registrationIssuer: producer.registrationIssuer,
      addressLine: producer.addressLine,
      communeCode: dossier.communeCode,
      communeName: facts.communeName,
      provinceName: facts.provinceName,
      oldNames: facts.oldNames,
      headName: producer.headName,
      headPost: producer.headPost,
      phone: producer.phone,
      email: producer.email,
      website: producer.website,
      workersTotal: producer.workersTotal,
      workersLocal: producer.workersLocal,
      history: dossier.report['history'] || producer.history,
      structure: dossier.report['structure'] || producer.structure,
    },
    producerPrivate: facts.person,
    product: {
      id: product.id,
      name: product.name,
      description: product.description,
      packs: facts.packs.map(({ name, netContent, barcode }) => ({ name, netContent, barcode })),
      photos: facts.photos.map(({ id, sha256, mediaType, caption }) => ({ id, sha256, mediaType, caption })),
    },
    registration: dossier.registration,
    report: dossier.report,
    ...(dossier.kind === 'first' ? {} : { since: sinceOf(facts) }),
    components: componentsOf(facts).map(({ id, title, present, paperIds }) => ({ code: id, label: title.vi, present, paperIds })),
    answers: answersOf(facts),
    papers,
    totals: {
      total: score.total,
      parts: { ...score.parts },
      pointsStar: score.pointsStar,
      star: score.star,
      missed: score.missed.map(({ star, criterion, needed, points }) => ({ star, criterion, needed, points })),
    },
  }
}

/** Topics in the law's order, so that the same account always gives the same snapshot. */
function sinceOf(facts: DossierFacts): NonNullable<Snapshot['since']> {
  const { previous, changes } = facts
  return {
    certificate: previous
      ? {
          id: previous.id,
          productCode: previous.productCode,
          star: previous.star,
          issuedOn: previous.issuedOn,
          lastValidOn: previous.lastValidOn,
          regulation: previous.regulationId,
        }
      : null,
    changes: changeTopics.flatMap(({ id, title }) => {
      const change = changes.find((one) => one.topic === id)
      return change ? [{ topic: id, title: title.vi, changed: change.changed, text: change.text, paperIds: change.paperIds }] : []
    }),
  }
}

/** Only what was answered; a criterion without an answer (not applicable, 5.2 without a story) is absent, not 0. */
function answersOf(facts: DossierFacts): SnapshotAnswer[] {
  return criteriaOf(facts.form).flatMap(({ part, group, criterion }) => {
    const answer = facts.answers.get(criterion.code)
    if (!answer) return []
    return [
      {
        criterion: criterion.code,
        title: criterion.title,
        part: part.code,
        group: group.code,
        max: criterion.max,
        option: answer.option,
        optionText: answer.option === 0 ? 'Chưa đạt mức nào' : (criterion.options[answer.option - 1]?.text ?? ''),
        points: pointsOf(criterion, answer.option),
        origin: answer.origin,
        description: answer.description,
        paperIds: facts.evidence.filter((link) => link.criterion === criterion.code).map((link) => link.paperId),
      },
    ]
  })
}

export function snapshotHash(snapshot: Snapshot): string {
  return sha256Hex(canonicalJson(snapshot))
}

/**
 * A fingerprint of everything that would be filed, without the instant: what the check page showed must be what is filed, so a change in
 * another tab between reading and pressing is refused.
 */
export function contentHash(facts: DossierFacts): string {
  return snapshotHash(buildSnapshot(facts, new Date(0)))
}
