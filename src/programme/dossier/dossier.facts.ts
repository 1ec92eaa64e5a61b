// Everything a dossier is made of as it stands now, read in one place: the task list, the points, the check page and the snapshot share it.
import type { Db, Tx } from '#/platform/database/open.ts'
import { criteriaOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { formOf, type Pack } from '#/regulation/load.ts'
import type { Regulations } from '../regulations.ts'
import { privateOf } from '../producer/producer.store.ts'
import { oldNamesOf, unitNames } from '../units/units.store.ts'
import { CURRENT_ERA, oldNameText, type Era } from '../units/units.ts'
import type { AnswerOrigin } from './answer.save.ts'
import type { Change, ChangeTopic } from './change.topics.ts'
import type { DossierState } from './dossier.workflow.ts'
import type { SnapshotPaper } from './snapshot.ts'

export type FactAnswer = { option: number; description: string; origin: AnswerOrigin; version: number }

export type DossierFacts = Awaited<ReturnType<typeof dossierFacts>>

/** The dossier with its producer, product, answers and papers. `id` must exist; the caller has judged the right to see it. */
export async function dossierFacts(db: Db | Tx, regulations: Regulations, id: string) {
  const row = await db.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const dossier = {
    ...row,
    kind: row.kind as 'first' | 'upgrade' | 'renewal',
    state: row.state as DossierState,
    cases: row.cases as Record<string, number>,
    registration: row.registration as Record<string, string>,
    report: row.report as Record<string, string>,
  }
  // The content that was pinned, in today's words: what is filed freezes them.
  const pack: Pack = regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const form: Form = formOf(pack, dossier.setNo)
  const producer = await db.selectFrom('producer').selectAll().where('id', '=', dossier.producerId).executeTakeFirstOrThrow()
  const person = await privateOf(db, dossier.producerId)
  const product = await db.selectFrom('product').selectAll().where('id', '=', dossier.productId).executeTakeFirstOrThrow()
  const packs = await db.selectFrom('productPack').selectAll().where('productId', '=', product.id).orderBy('ordinal').execute()
  const photos = await db.selectFrom('productPhoto').selectAll().where('productId', '=', product.id).orderBy('ordinal').execute()
  const answerRows = await db.selectFrom('dossierAnswer').selectAll().where('dossierId', '=', id).execute()
  const answers = new Map(
    answerRows.map((answer): [string, FactAnswer] => [
      answer.criterion,
      {
        option: answer.option,
        description: answer.description,
        origin: answer.origin as AnswerOrigin,
        version: answer.version,
      },
    ]),
  )
  const evidence = await db
    .selectFrom('dossierEvidence')
    .select(['criterion', 'paperId'])
    .where('dossierId', '=', id)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .execute()
  const papers = await papersOf(db, dossier.producerId)
  const changes = await changesOf(db, id)
  const previous =
    dossier.previousCertificateId === null
      ? null
      : await db
          .selectFrom('certificate')
          .select(['id', 'productCode', 'star', 'issuedOn', 'lastValidOn', 'regulationId'])
          .where('id', '=', dossier.previousCertificateId)
          .executeTakeFirstOrThrow()
  const names = await unitNames(db as Tx, dossier.unitEra as Era, [dossier.communeCode, dossier.provinceCode])
  // A place of the time before had no earlier name; the same code may mean another place today.
  const oldNames = dossier.unitEra === CURRENT_ERA ? await oldNamesOf(db as Tx, dossier.communeCode) : []
  return {
    dossier,
    pack,
    form,
    producer,
    person,
    product,
    packs,
    photos,
    answers,
    evidence,
    /** Every live paper of the producer's library, with its live files. */
    papers,
    /** What the producer says changed since the last assessment; empty for a first dossier. */
    changes,
    /** The certificate a later dossier builds on. */
    previous,
    communeName: names.get(dossier.communeCode) ?? dossier.communeCode,
    provinceName: names.get(dossier.provinceCode) ?? dossier.provinceCode,
    oldNames: oldNames.filter((old) => old.kind !== 'same').map((old) => oldNameText(old)),
  }
}

/** Options by criterion, as the scoring functions want them. */
export function optionsOf(facts: Pick<DossierFacts, 'answers' | 'form'>): Answers {
  const options: Record<string, number> = {}
  for (const { criterion } of criteriaOf(facts.form)) {
    const answer = facts.answers.get(criterion.code)
    if (answer) options[criterion.code] = answer.option
  }
  return options
}

async function changesOf(db: Db | Tx, dossierId: string): Promise<Change[]> {
  const rows = await db.selectFrom('dossierChange').selectAll().where('dossierId', '=', dossierId).execute()
  return rows.map((row) => ({
    topic: row.topic as ChangeTopic,
    changed: row.changed,
    text: row.text,
    paperIds: row.paperIds as string[],
    version: row.version,
  }))
}

async function papersOf(db: Db | Tx, producerId: string): Promise<SnapshotPaper[]> {
  const papers = await db
    .selectFrom('paper')
    .selectAll()
    .where('producerId', '=', producerId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
  const files =
    papers.length === 0
      ? []
      : await db
          .selectFrom('paperFile')
          .selectAll()
          .where(
            'paperId',
            'in',
            papers.map((paper) => paper.id),
          )
          .where('removedAt', 'is', null)
          .orderBy('ordinal')
          .execute()
  return papers.map((paper) => ({
    id: paper.id,
    kind: paper.kind,
    title: paper.title,
    number: paper.number,
    issuer: paper.issuer,
    issuedOn: paper.issuedOn,
    expiresOn: paper.expiresOn,
    holder: paper.holder,
    confidential: paper.confidential,
    files: files
      .filter((file) => file.paperId === paper.id)
      .map(({ id, sha256, fileName, mediaType, size, pageCount }) => ({ id, sha256, fileName, mediaType, size, pageCount })),
  }))
}
