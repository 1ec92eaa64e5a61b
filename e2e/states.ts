// One dossier, item and paper in every state a verb begins from: all of the producer in phường Sầm Sơn, before the council with one member recused.
import { join } from 'node:path'
import { afterStates } from './after-states.ts'
import { bodyStates } from './body-states.ts'
import { importStates } from './import-states.ts'
import { createUpload } from '#/platform/uploads/resumable.ts'
import { actAs, seatPeople, type World } from '#/testing/world.ts'
import { askCommuneSupplement } from '#/programme/commune/supplement.actions.ts'
import { acceptedDossier, openedRound, proposedDossier, readyDossier, reportedDossier } from '#/programme/commune/commune.fixture.ts'
import { addReportPhoto } from '#/programme/commune/report.actions.ts'
import { draftDossier, filedDossier } from '#/programme/dossier/dossier.fixture.ts'
import { criteriaOf } from '#/regulation/form.ts'
import { endingsOf } from '#/regulation/endings.ts'
import { formOf } from '#/regulation/load.ts'
import { declareConflict } from '#/programme/council/conflict.actions.ts'
import { createCouncil, addMember } from '#/programme/council/council.actions.ts'
import {
  answersFor,
  fillSheet,
  meetingInSession,
  seatBodies,
  votingPeople,
  type MeetingFixture,
  type SeatPerson,
} from '#/programme/council/council.fixture.ts'
import { closeResult, closeScoring } from '#/programme/council/closing.actions.ts'
import { itemInSession, lowered } from '#/programme/council/closing.fixture.ts'
import { raiseEnding } from '#/programme/council/ending.actions.ts'
import { finishReconciliation, openReconciliation } from '#/programme/council/reconciliation.actions.ts'
import { proposeSpread } from '#/programme/council/spread.actions.ts'
import { finaliseSheet, startSheet } from '#/programme/council/sheet.actions.ts'
import { putOnAgenda } from '#/programme/council/agenda.actions.ts'
import { createMeeting } from '#/programme/council/meeting.actions.ts'
import { concludedDossier, storedCertificate } from '#/programme/certificate/certificate.fixture.ts'
import { issueDecision, prepareDecision } from '#/programme/certificate/decision.actions.ts'
import { buildMinistryPack } from '#/programme/certificate/ministry.actions.ts'
import { reserveNumber } from '#/programme/certificate/number-register.actions.ts'
import { agreeWithCommune, askProvinceSupplement, receiveSamples, saveProvinceCheck } from '#/programme/round/reception.actions.ts'
import { planRound } from '#/programme/round/round.actions.ts'
import { saveAdvisoryWork } from '#/programme/round/advisory.actions.ts'
import { newId } from '#/platform/database/id.ts'
import { storedProduct } from '#/programme/certificate/certificate.fixture.ts'
import { productPhoto } from '#/programme/document/incoming.ts'
import { addPhoto } from '#/programme/product/product.actions.ts'
import { defaultRules } from '#/programme/council/council.rules.ts'
import { dossierFacts } from '#/programme/dossier/dossier.facts.ts'
import { proposalsFor } from '#/programme/dossier/proposals.ts'
import { contentHash } from '#/programme/dossier/snapshot.build.ts'
import type { DraftFixture } from '#/programme/dossier/dossier.fixture.ts'
import { photoFile } from './files.ts'
import { ideaStates } from './idea-states.ts'
import { producerYearStates } from './producer-year-states.ts'
import { registerStates } from './register-states.ts'
import { commendationStates } from './commendation-states.ts'
import { reportStates } from './report-states.ts'
import { moneyStates } from './money-states.ts'
import { supportStates } from './support-states.ts'
import { programmePlanStates } from './plan-states.ts'
import { inspectionStates } from './inspection-states.ts'
import { promotionStates } from './promotion-states.ts'
import { batchStates } from './batch-states.ts'
import { publicReportStates } from './public-report-states.ts'
import { salesPointStates } from './sales-point-states.ts'
import { trainingStates } from './training-states.ts'
import { regulationStates } from './regulation-states.ts'

/** seat4 is recused on every item of the session. */
export const recused: SeatPerson = 'seat4'
export const clearPeople: readonly SeatPerson[] = votingPeople.filter((person) => person !== recused)
export const issuing = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '15/09/2026',
  signerName: 'Trần Quốc Huy',
  signerPost: 'CHỦ TỊCH',
}
const request = { items: [{ targetKind: 'general', target: '', ask: 'Bổ sung ảnh nhãn.' }], dueOn: '30/09/2026', reason: 'Thiếu ảnh nhãn.' }

export type States = Awaited<ReturnType<typeof buildStates>>

export async function buildStates(world: World, name: string) {
  const draft = await draftDossier(world, { name })
  const before = await producerStates(world, name)
  const council = await councilStates(world, name)
  const after = await decisionStates(world, name)
  const small = await smallThings(world, name, draft, council)
  const money = { ...(await moneyStates(world, name)), ...(await supportStates(world, name)) }
  const training = {
    ...(await trainingStates(world, name)),
    ...(await salesPointStates(world, name)),
    ...(await promotionStates(world, name)),
    ...(await inspectionStates(world, name)),
    ...(await publicReportStates(world, name)),
    ...(await batchStates(world, name)),
  }
  const idea = await ideaStates(world, name)
  const programmePlan = await programmePlanStates(world, name)
  const imports = await importStates(world)
  const regulation = await regulationStates(world)
  const bodies = await bodyStates(world)
  const registers = await registerStates(world, name)
  const report = await reportStates(world, name)
  const commended = await commendationStates(world, name)
  const years = await producerYearStates(world)
  const around = await afterStates(world, name, before.proposed, { ...issuing, advice: 'Hoàn thiện nhãn.' })
  // Taken last: whatever is written after it about this producer changes what the check page has shown.
  const { database, regulations } = world.services
  const seen = contentHash(await dossierFacts(database.db, regulations, draft.dossierId))
  return {
    ...money,
    ...training,
    idea,
    programmePlan,
    draft,
    seen,
    ...before,
    ...council,
    ...after,
    ...small,
    ...imports,
    ...regulation,
    ...bodies,
    ...registers,
    report,
    ...commended,
    ...years,
    ...around,
  }
}

type Council = Awaited<ReturnType<typeof councilStates>>

/** Single rows beside the dossiers: a product without a dossier, a photo, a paper's file, an undecided conflict, a grant. */
async function smallThings(world: World, name: string, draft: DraftFixture, council: Council) {
  const { services } = world
  const { db } = services.database
  const loneProductId = await storedProduct(world, name)
  const shot = await photoFile()
  const photo = await productPhoto(shot.bytes, shot.name, 'file')
  const photoId = await actAs(world, 'producer', (ctx) => addPhoto(ctx, draft.productId, photo))
  const openConflictId = newId()
  await db
    .insertInto('conflict')
    .values({
      id: openConflictId,
      itemId: council.open.itemId,
      accountId: world.accounts.seat7,
      memberId: council.meeting.members.seat7,
      origin: 'proposed',
      cause: 'samePhone',
      detail: '',
      state: 'open',
      createdAt: services.clock.now(),
    })
    .execute()
  const grant = await db.selectFrom('roleGrant').select('id').where('accountId', '=', world.accounts.clerk).executeTakeFirstOrThrow()
  const sheet = await db.selectFrom('scoreSheet').select('version').where('itemId', '=', council.drafts.itemId).executeTakeFirstOrThrow()
  const rules = defaultRules(services.regulations.current)
  const facts = await dossierFacts(db, services.regulations, draft.dossierId)
  const proposal = proposalsFor(facts, '2026-09-15')[0]
  if (!proposal) throw new Error('nothing is proposed')
  const cases = await draftDossier(world, { name, set: 26 })
  // Not in force in the years whose figures are asked for.
  const ending = await storedCertificate(world, {
    productName: `${name} sắp hết hạn`,
    productCode: '38-16531-98-2023',
    verifyCode: 'ENDS222233334444',
    issuedOn: '2026-06-15',
    lastValidOn: '2026-12-15',
  })
  return {
    endingCertificateId: ending.id,
    loneProductId,
    photoId,
    openConflictId,
    proposal: { criterion: proposal.criterion, option: proposal.option },
    casesDossierId: cases.dossierId,
    fullCouncilId: await fullCouncil(world),
    clerkGrantId: grant.id,
    draftVersion: sheet.version,
    rules: Object.fromEntries(
      Object.entries(rules).map(([key, value]) => [key, value === true ? 'yes' : value === false ? 'no' : String(value)]),
    ),
    productVersion: (await db.selectFrom('product').select('version').where('id', '=', draft.productId).executeTakeFirstOrThrow()).version,
    notesVersion: (await db.selectFrom('meeting').select('version').where('id', '=', council.meeting.meetingId).executeTakeFirstOrThrow())
      .version,
    uploadId: await openUpload(world, 'mot.pdf'),
    otherUploadId: await openUpload(world, 'hai.pdf'),
    ...(await paperOf(world, draft.paperIds)),
  }
}

async function paperOf(world: World, paperIds: readonly string[]) {
  const file = await world.services.database.db
    .selectFrom('paperFile')
    .select(['id', 'paperId', 'sha256'])
    .where('paperId', 'in', paperIds)
    .executeTakeFirstOrThrow()
  return { paperId: file.paperId, paperFileId: file.id, paperHash: file.sha256 }
}

async function producerStates(world: World, name: string) {
  const { db } = world.services.database
  const roundId = await openedRound(world)
  await ordinalOf(world, roundId, 11)
  const filed = (await filedDossier(world, { name })).dossierId
  const ready = (await readyDossier(world, { name })).dossierId
  const writing = (await readyDossier(world, { name })).dossierId
  await db.updateTable('communeReport').set({ state: 'draft' }).where('dossierId', '=', writing).execute()
  const photo = await photoFile()
  await actAs(world, 'communeOfficer', (ctx) => addReportPhoto(ctx, writing, { name: 'xuong.png', bytes: photo.bytes }, ''))
  const reportPhoto = await db
    .selectFrom('communeReportPhoto')
    .innerJoin('communeReport', 'communeReport.id', 'communeReportPhoto.reportId')
    .select('communeReportPhoto.id')
    .where('communeReport.dossierId', '=', writing)
    .executeTakeFirstOrThrow()
  const reported = (await reportedDossier(world, { name })).dossierId
  const handed = (await proposedDossier(world, { name })).dossierId
  await db.updateTable('dossier').set({ state: 'reported', proposedAt: null }).where('id', '=', handed).execute()
  const waiting = (await filedDossier(world, { name })).dossierId
  await actAs(world, 'communeOfficer', (ctx) => askCommuneSupplement(ctx, waiting, request))
  const waitingItem = await db
    .selectFrom('supplementItem')
    .innerJoin('supplementRequest', 'supplementRequest.id', 'supplementItem.requestId')
    .select('supplementItem.id')
    .where('supplementRequest.dossierId', '=', waiting)
    .executeTakeFirstOrThrow()
  const proposed = (await proposedDossier(world, { name })).dossierId
  const received = (await proposedDossier(world, { name })).dossierId
  await actAs(world, 'office', (ctx) => agreeWithCommune(ctx, received))
  await actAs(world, 'office', (ctx) =>
    saveProvinceCheck(ctx, received, [
      { component: 'communeProposal', verdict: 'present', remark: '' },
      { component: 'communeReport', verdict: 'present', remark: '' },
    ]),
  )
  await actAs(world, 'office', (ctx) => receiveSamples(ctx, received, { received: 5, note: '' }))
  const accepted = (await acceptedDossier(world, roundId, { name })).dossierId
  const form = formOf(world.services.regulations.current, 9)
  await actAs(world, 'advisor', (ctx) =>
    saveAdvisoryWork(ctx, accepted, {
      notes: criteriaOf(form).map(({ criterion }) => ({ criterion: criterion.code, state: 'done', remark: '', bringToCouncil: false })),
      summary: 'Đủ điều kiện trình Hội đồng.',
      version: 0,
    }),
  )
  const provinceWaiting = (await acceptedDossier(world, roundId, { name })).dossierId
  await actAs(world, 'office', (ctx) => askProvinceSupplement(ctx, provinceWaiting, request))
  const planned = await actAs(world, 'office', (ctx) =>
    planRound(ctx, {
      year: '2027',
      ordinal: '1',
      name: '',
      opensOn: '01/02/2027',
      proposalsDueOn: '30/04/2027',
      closesOn: '30/06/2027',
      note: 'theo kế hoạch',
    } as never),
  )
  return {
    roundId,
    planned,
    filed,
    ready,
    writing,
    reportPhotoId: reportPhoto.id,
    reported,
    handed,
    waiting,
    waitingItemId: waitingItem.id,
    proposed,
    received,
    accepted,
    provinceWaiting,
  }
}

/** An item of the session on which seat4 has declared a conflict. */
export async function itemWithRecusal(
  world: World,
  meeting: MeetingFixture,
  options: Parameters<typeof itemInSession>[2] = {},
): Promise<{ itemId: string; dossierId: string }> {
  const { db } = world.services.database
  const scored = await itemInSession(world, meeting, { people: clearPeople, ...options })
  for (const table of ['conflictDeclaration', 'packOpening'] as const)
    await db.deleteFrom(table).where('itemId', '=', scored.itemId).where('memberId', '=', meeting.members[recused]).execute()
  await actAs(world, recused, (ctx) => declareConflict(ctx, scored.itemId, { conflicted: 'yes', cause: 'other', detail: 'Có góp vốn.' }))
  return scored
}

async function councilStates(world: World, name: string) {
  const { db } = world.services.database
  const meeting = await meetingInSession(world, [{ name }])
  await ordinalOf(world, meeting.roundId, 12)
  const dossier = { name }
  const item = (options: Parameters<typeof itemInSession>[2] = {}) => itemWithRecusal(world, meeting, { dossier, ...options })
  const fresh = await item({ people: [] })
  await db.deleteFrom('conflictDeclaration').where('itemId', '=', fresh.itemId).where('conflicted', '=', false).execute()
  await db.deleteFrom('packOpening').where('itemId', '=', fresh.itemId).execute()
  await db.updateTable('agendaItem').set({ state: 'waiting' }).where('id', '=', fresh.itemId).execute()
  const unopened = await item({ people: [] })
  await db.deleteFrom('packOpening').where('itemId', '=', unopened.itemId).execute()
  const open = await item({ people: [] })
  const drafts = await item({ people: [] })
  const answers = await answersFor(world, drafts.itemId, 4)
  for (const person of clearPeople) await fillSheet(world, person, drafts.itemId, answers, { final: false })
  const finals = await item()
  const scored = await item()
  await actAs(world, 'seat1', (ctx) => closeScoring(ctx, scored.itemId))
  const closed = await item()
  await actAs(world, 'seat1', (ctx) => closeScoring(ctx, closed.itemId))
  const resultId = await actAs(world, 'seat1', (ctx) => closeResult(ctx, closed.itemId))
  const form = formOf(world.services.regulations.current, 9)
  const apart = {
    answersOf: (person: SeatPerson, common: Record<string, number>) => (person === 'seat3' ? lowered(form, common, 12) : common),
  }
  const spread = await item(apart)
  await actAs(world, 'seat1', (ctx) => closeScoring(ctx, spread.itemId))
  const talking = await item(apart)
  await actAs(world, 'seat1', (ctx) => closeScoring(ctx, talking.itemId))
  const endingRule = endingsOf(form)[0]?.id ?? ''
  const criterion = criteriaOf(form).at(-1)?.criterion.code ?? ''
  const scope = [`${meeting.members.seat3}|${criterion}`]
  await actAs(world, 'seat1', (ctx) =>
    openReconciliation(ctx, talking.itemId, { reason: 'Chênh lệch lớn.', scope: [{ memberId: meeting.members.seat3, criterion }] }),
  )
  const ending = await item()
  const endingId = await actAs(world, 'office', (ctx) =>
    raiseEnding(ctx, ending.itemId, { ruleId: endingRule, reason: 'Theo văn bản của cơ quan kiểm tra.' }),
  )
  const voting = await item(apart)
  await actAs(world, 'seat1', (ctx) => closeScoring(ctx, voting.itemId))
  const resolutionId = await spreadVote(world, voting.itemId, meeting.members.seat3, criterion)
  const seats = await db.selectFrom('conflict').select(['id', 'itemId']).where('itemId', '=', open.itemId).executeTakeFirstOrThrow()
  return {
    meeting,
    fresh,
    unopened,
    open,
    drafts,
    finals,
    scored,
    closed,
    resultId,
    spread,
    talking,
    scope,
    criterion,
    ending,
    endingId,
    conflictId: seats.id,
    answers,
    endingRule,
    voting,
    resolutionId,
    ...(await newCouncil(world, name, meeting)),
  }
}

/** A spread that stays after the reconciliation the rules allow: put to the vote. */
async function spreadVote(world: World, itemId: string, memberId: string, criterion: string): Promise<string> {
  for (let round = 0; round < defaultRules(world.services.regulations.current).reconciliationRounds; round++) {
    await actAs(world, 'seat1', (ctx) => openReconciliation(ctx, itemId, { reason: 'Chênh lệch lớn.', scope: [{ memberId, criterion }] }))
    const { version } = await actAs(world, 'seat3', (ctx) => startSheet(ctx, itemId))
    await actAs(world, 'seat3', (ctx) => finaliseSheet(ctx, itemId, version))
    await actAs(world, 'seat1', (ctx) => finishReconciliation(ctx, itemId))
  }
  return actAs(world, 'seat1', (ctx) => proposeSpread(ctx, itemId, { reason: 'Đã thảo luận, các bên giữ ý kiến.' }))
}

/** A council being set up, and a meeting whose pack is not released. */
async function newCouncil(world: World, name: string, meeting: MeetingFixture) {
  const { db } = world.services.database
  const councilId = await actAs(world, 'office', (ctx) =>
    createCouncil(ctx, { name: 'Hội đồng mới', termFrom: '01/09/2026', termTo: '31/12/2030' }),
  )
  const newMemberId = await actAs(world, 'office', (ctx) =>
    addMember(ctx, councilId, {
      accountId: world.accounts.seat5,
      bodyId: world.bodies.departments[0],
      post: 'Phó Giám đốc',
      role: 'member',
    }),
  )
  const dossierId = (await filedDossier(world, { name })).dossierId
  await db
    .updateTable('dossier')
    .set({ state: 'accepted', roundId: meeting.roundId, acceptedAt: world.services.clock.now() })
    .where('id', '=', dossierId)
    .execute()
  const plannedMeetingId = await actAs(world, 'office', (ctx) =>
    createMeeting(ctx, {
      councilId: meeting.councilId,
      roundId: meeting.roundId,
      name: 'Kỳ họp thứ hai',
      date: '2026-10-20',
      time: '08:00',
      place: 'Hội trường',
      mode: 'meeting',
    }),
  )
  const [plannedItemId = ''] = await actAs(world, 'office', (ctx) => putOnAgenda(ctx, plannedMeetingId, [dossierId]))
  const loose = (await filedDossier(world, { name })).dossierId
  await db
    .updateTable('dossier')
    .set({ state: 'accepted', roundId: meeting.roundId, acceptedAt: world.services.clock.now() })
    .where('id', '=', loose)
    .execute()
  return { newCouncilId: councilId, newMemberId, plannedMeetingId, plannedItemId, looseDossierId: loose }
}

async function decisionStates(world: World, name: string) {
  const draftOf = (resultIds: string[], kind: 'recognition' | 'approval' = 'recognition') =>
    actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind, title: 'Về việc công nhận sản phẩm OCOP', resultIds }))
  const waitingResult = (await concludedDossier(world, { productName: name })).resultId
  const decisionId = await draftOf([(await concludedDossier(world, { productName: name })).resultId])
  const low = (await concludedDossier(world, { productName: name, star: 2, pointsStar: 2 })).resultId
  const high = (await concludedDossier(world, { productName: name, star: 4, pointsStar: 5, meanPrinted: '91.29' })).resultId
  const approval = await draftOf([high], 'approval')
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, approval, issuing, 1))
  const packId = await actAs(world, 'office', (ctx) => buildMinistryPack(ctx, high))
  const toPack = (await concludedDossier(world, { productName: name, star: 4, pointsStar: 5, meanPrinted: '91.29' })).resultId
  const second = await draftOf([toPack], 'approval')
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, second, issuing, 1))
  const certificate = await storedCertificate(world, { productName: name, issuedOn: '2026-09-01', lastValidOn: '2029-09-01' })
  const number = await actAs(world, 'clerk', (ctx) =>
    reserveNumber(ctx, { bodyId: world.bodies.province, symbol: 'QĐ-UBND', irregular: '' }),
  )
  const entry = await world.services.database.db
    .selectFrom('numberEntry')
    .select('id')
    .where('printed', '=', number.printed)
    .executeTakeFirstOrThrow()
  const paper = await world.services.database.db
    .selectFrom('document')
    .select('id')
    .where('kind', '=', 'approvalDecision')
    .executeTakeFirstOrThrow()
  return {
    waitingResult,
    decisionId,
    low,
    high,
    packId,
    toPack,
    certificateId: certificate.id,
    certificateProductId: certificate.productId,
    certificateCode: certificate.verifyCode,
    numberEntryId: entry.id,
    documentId: paper.id,
  }
}

/** The fixtures each open "round 2 of 2026". */
async function ordinalOf(world: World, roundId: string, ordinal: number): Promise<void> {
  await world.services.database.db.updateTable('round').set({ ordinal }).where('id', '=', roundId).execute()
}

/** A council with every seat it needs, ready to be established. */
async function fullCouncil(world: World): Promise<string> {
  const id = await actAs(world, 'office', (ctx) =>
    createCouncil(ctx, { name: 'Hội đồng đủ người', termFrom: '01/09/2026', termTo: '31/12/2030' }),
  )
  const roles: Partial<Record<SeatPerson, string>> = { seat1: 'chair', seat2: 'viceChair', seat9: 'secretary' }
  for (const person of seatPeople)
    await actAs(world, 'office', (ctx) =>
      addMember(ctx, id, {
        accountId: world.accounts[person],
        bodyId: seatBodies(world)[person],
        post: 'Phó Giám đốc',
        role: roles[person] ?? 'member',
      }),
    )
  return id
}

async function openUpload(world: World, name: string): Promise<string> {
  const { config, clock } = world.services
  const made = await createUpload(join(config.dataDir, 'uploads'), { owner: world.accounts.producer, name, size: 100, now: clock.now() })
  if (!made.ok) throw new Error(made.reason)
  return made.session.id
}
