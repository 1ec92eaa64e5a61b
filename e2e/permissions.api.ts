// The permission matrix of the API. A verb that a page also offers takes its line from the pages' table: one right, two doors.
import { criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { paperPdf, photo } from './files.ts'
import { activityApiRows } from './permissions.activity-api.ts'
import { councilApiRows } from './permissions.council.ts'
import { afterApiRows } from './permissions.after-api.ts'
import { figureApiRows } from './permissions.figures.ts'
import { ideaApiRows } from './permissions.ideas-api.ts'
import { inspectionApiRows } from './permissions.inspection-api.ts'
import { moneyApiRows } from './permissions.money-api.ts'
import { planApiRows } from './permissions.plan-api.ts'
import { batchApiRows } from './permissions.batch-api.ts'
import { publicReportApiRows } from './permissions.public-report-api.ts'
import { registerApiRows } from './permissions.register-api.ts'
import { reportApiRows } from './permissions.report.ts'
import { pageRows } from './permissions.pages.ts'
import { importApiRows } from './permissions.import.ts'
import { regulationApiRows } from './permissions.regulation.ts'
import { everyone, look, press, signedIn, type Given, type Outcome, type Row } from './permissions.row.ts'
import { issuing } from './states.ts'
import type { Part } from './cast.ts'

type Params = Record<string, string>
type Right = { may: string; not?: string; others?: Outcome; ends?: number; except?: Partial<Record<Part, Outcome | number>> }

const png = await photo()
const pdf = paperPdf()
const noId = '00000000-0000-7000-8000-000000000000'

function address(path: string, params: Params): string {
  return `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? noId)}`
}

/** The right of a verb as the pages' table has it. */
function as(verb: string): Right {
  // A name may serve two nouns (saveReport): the area then says which.
  const [name = '', area = ''] = verb.split(' ')
  const row = pageRows.find((one) => one.verb.startsWith(area) && one.verb.endsWith(` ${name}`))
  if (!row) throw new Error(`no page row for ${verb}`)
  const names = (parts: readonly Part[]) => parts.join(' ')
  return {
    may: names(row.allowed),
    not: names(row.forbidden),
    others: row.others,
    except: row.except,
    ...(row.ends === undefined ? {} : { ends: row.ends }),
  }
}

/** One call: `sends` gives the JSON body, or a form for files. */
function call(verb: string, right: Right, params: (given: Given) => Params, sends: (given: Given) => unknown = () => undefined): Row {
  const [method = '', path = ''] = verb.split(' ')
  return press(
    verb,
    (given) => address(path, params(given)),
    (given) => {
      const body = sends(given)
      const file = typeof body === 'object' && body !== null && Object.values(body).some((value) => value instanceof File)
      return { method, ...(body === undefined ? {} : file ? { form: body as Record<string, File> } : { json: body }) }
    },
    right.may,
    right.not ?? '',
    right,
  )
}

function see(
  path: string,
  params: (given: Given) => Params,
  may: string,
  not = '',
  others: Outcome = 'notFound',
  query: (given: Given) => string = () => '',
): Row {
  return look(`GET ${path}`, (given) => address(path, params(given)) + query(given), may, not, others)
}

const nothing = (): Params => ({})

const anyAccount: Right = { may: signedIn }
const dossier =
  (which: (given: Given) => string) =>
  (given: Given): Params => ({ dossierId: which(given) })
const draft = (given: Given): Params => ({ dossierId: given.draft.dossierId, criterion: '1.1', paperId: given.paperId })
const own = (given: Given): Params => ({
  producerId: given.world.producers.own,
  productId: given.draft.productId,
  photoId: given.photoId,
  paperId: given.paperId,
  fileId: given.paperFileId,
})
const item =
  (which: (given: Given) => { itemId: string }) =>
  (given: Given): Params => ({ itemId: which(given).itemId })
const council = (given: Given): Params => ({ councilId: given.newCouncilId, memberId: given.newMemberId })
const planned = (given: Given): Params => ({ meetingId: given.plannedMeetingId, itemId: given.plannedItemId })
const session = (given: Given): Params => ({ meetingId: given.meeting.meetingId, memberId: given.meeting.members.seat5 })

const product = { name: 'Mật ong', setNo: 9, description: '', packs: [{ name: 'Chai', netContent: '500 ml', barcode: '' }] }
const producer = {
  name: 'Hợp tác xã Vạn Triều',
  legalForm: 'cooperative',
  communeCode: '16531',
  addressLine: 'Khu phố 3',
  headName: 'Trần Văn Vạn',
  headPost: 'Giám đốc',
}
const paper = { kind: 'other', title: 'Giấy', number: '1' }
const supplement = { items: [{ targetKind: 'general', target: '', ask: 'Bổ sung ảnh.' }], dueOn: '30/09/2026', reason: 'Thiếu.' }
const round = {
  year: 2028,
  ordinal: 1,
  name: '',
  opensOn: '01/02/2028',
  proposalsDueOn: '28/04/2028',
  closesOn: '30/06/2028',
  note: 'theo kế hoạch',
}
const { numberKind, issuedOn, signerName, signerPost } = issuing
const signing = { numberKind, issuedOn, signerName, signerPost }

const account: Row[] = [
  call('DELETE /tokens/{tokenId}', { may: '' }, () => ({ tokenId: noId })),
  call('POST /notices/seen', anyAccount, nothing),
  call('POST /uploads', anyAccount, nothing, () => ({ name: 'giay.pdf', size: 100 })),
  press(
    'PATCH /uploads/{uploadId}',
    (given) => address('/uploads/{uploadId}', { uploadId: given.uploadId }),
    { method: 'PATCH', headers: { 'upload-offset': '0' }, raw: new Uint8Array(10) },
    'producer',
  ),
  call('DELETE /uploads/{uploadId}', { may: 'producer' }, (given) => ({ uploadId: given.otherUploadId })),
]

const producerRows: Row[] = [
  call('POST /producers', { may: 'office admin', others: 'forbidden', except: { otherOffice: 422 } }, nothing, () => ({
    ...producer,
    name: 'Hợp tác xã Mới',
    taxCode: '',
  })),
  call('PUT /producers/{producerId}', as('editProducer'), own, () => ({ ...producer, version: 1 })),
  call('POST /producers/{producerId}/products', as('addProduct'), own, () => product),
  call('PUT /products/{productId}', as('editProduct'), own, (given) => ({ ...product, version: given.productVersion })),
  call(
    'PUT /products/{productId}/set',
    as('chooseSet'),
    (given) => ({ productId: given.loneProductId }),
    () => ({ setNo: 9, version: 1 }),
  ),
  call('POST /products/{productId}/photos', as('addPhoto'), own, () => ({ file: png })),
  call('DELETE /products/{productId}/photos/{photoId}', as('removePhoto'), own),
  call('POST /producers/{producerId}/papers', as('addPaper'), own, () => paper),
  call('PUT /papers/{paperId}', as('editPaper'), own, () => ({ ...paper, version: 1 })),
  call('DELETE /papers/{paperId}', as('removePaper'), own),
  call('POST /papers/{paperId}/files', as('addPaperFile'), own, () => ({ file: pdf })),
  call('PUT /papers/{paperId}/files/{fileId}', as('replacePaperFile'), own, () => ({ file: pdf })),
  call('DELETE /papers/{paperId}/files/{fileId}', as('removePaperFile'), own),
  call(
    'POST /products/{productId}/dossiers',
    as('startDossier'),
    (given) => ({ productId: given.loneProductId }),
    () => ({}),
  ),
  call(
    'PUT /dossiers/{dossierId}/changes/{topic}',
    as('saveChange'),
    (given) => ({ dossierId: given.draft.dossierId, topic: 'materials' }),
    () => ({
      changed: 'no',
      version: 0,
    }),
  ),
  call('POST /dossiers/{dossierId}/answers/{criterion}/former', as('confirmFormer'), draft, () => ({ option: 1, version: 1 })),
  call('POST /dossiers/{dossierId}/evidence/{criterion}/former', as('takeFormerPapers'), draft),
  call('PUT /dossiers/{dossierId}/answers/{criterion}', as('answerCriterion'), draft, () => ({ option: 1, version: 1 })),
  call(
    'POST /dossiers/{dossierId}/answers/{criterion}/confirm',
    as('confirmProposal'),
    (given) => ({ dossierId: given.draft.dossierId, criterion: given.proposal.criterion }),
    (given) => ({ option: given.proposal.option, version: 1 }),
  ),
  call(
    'PUT /dossiers/{dossierId}/case',
    as('chooseCase'),
    dossier((given) => given.casesDossierId),
    () => ({ case: 1 }),
  ),
  call('PUT /dossiers/{dossierId}/evidence/{criterion}/{paperId}', as('linkEvidence'), draft),
  call('DELETE /dossiers/{dossierId}/evidence/{criterion}/{paperId}', as('unlinkEvidence'), draft),
  call('PUT /dossiers/{dossierId}/registration', as('saveRegistration'), draft, () => ({
    contactName: 'Nguyễn Thị Hạnh',
    contactPhone: '0912000111',
    version: 1,
  })),
  ...['general', 'results', 'market', 'plan'].map((section) =>
    call(`PUT /dossiers/{dossierId}/report/${section}`, as('saveReport producer'), draft, () => ({ version: 1 })),
  ),
  call('POST /dossiers/{dossierId}/submit', as('submitDossier'), draft, (given) => ({ declared: true, seen: given.seen })),
  call(
    'PUT /dossiers/{dossierId}/supplement/items/{itemId}',
    as('answerSupplementItem'),
    (given) => ({ dossierId: given.waiting, itemId: given.waitingItemId }),
    () => ({ answer: 'Đã bổ sung.' }),
  ),
  call(
    'POST /dossiers/{dossierId}/withdraw',
    as('withdrawDossier'),
    dossier((given) => given.filed),
    () => ({ reason: 'Chưa đủ hàng.' }),
  ),
]

const commune: Row[] = [
  call(
    'POST /dossiers/{dossierId}/private-reading',
    { may: 'producer officer communeLeader office' },
    dossier((given) => given.proposed),
  ),
  call(
    'PUT /commune/dossiers/{dossierId}/checks',
    as('saveCommuneCheck'),
    dossier((given) => given.filed),
    () => ({ lines: [{ component: 'registrationSlip', verdict: 'present', remark: '' }] }),
  ),
  call(
    'POST /commune/dossiers/{dossierId}/supplements',
    as('askCommuneSupplement'),
    dossier((given) => given.filed),
    () => supplement,
  ),
  call(
    'POST /commune/dossiers/{dossierId}/reject',
    as('rejectAtCommune'),
    dossier((given) => given.filed),
    () => ({ reason: 'Sai bộ.' }),
  ),
  call(
    'PUT /commune/dossiers/{dossierId}/report',
    as('saveReport commune'),
    dossier((given) => given.writing),
    () => ({ opinions: {}, conclusion: 'Đề nghị.', proposes: true, version: 2 }),
  ),
  call(
    'POST /commune/dossiers/{dossierId}/report/photos',
    as('addReportPhoto'),
    dossier((given) => given.writing),
    () => ({ file: png }),
  ),
  call('DELETE /commune/dossiers/{dossierId}/report/photos/{photoId}', as('removeReportPhoto'), (given) => ({
    dossierId: given.writing,
    photoId: given.reportPhotoId,
  })),
  call(
    'POST /commune/dossiers/{dossierId}/report/ready',
    as('markReportReady'),
    dossier((given) => given.writing),
  ),
  call(
    'POST /commune/dossiers/{dossierId}/report/send-back',
    as('sendBackReport'),
    dossier((given) => given.ready),
    () => ({ remark: 'Ghi rõ hơn.' }),
  ),
  call(
    'POST /commune/dossiers/{dossierId}/report/issue',
    as('issueReport'),
    dossier((given) => given.ready),
    () => ({ post: 'chair' }),
  ),
  call(
    'PUT /commune/dossiers/{dossierId}/samples',
    as('handOverSamples'),
    dossier((given) => given.reported),
    () => ({ handed: 5 }),
  ),
  call(
    'POST /commune/dossiers/{dossierId}/send',
    as('sendToProvince'),
    dossier((given) => given.handed),
  ),
]

const criteria = (given: Given) => criteriaOf(formOf(given.world.services.regulations.current, 9))
const province: Row[] = [
  call('POST /rounds', as('planRound'), nothing, () => round),
  call(
    'PUT /rounds/{roundId}',
    as('changeRound'),
    (given) => ({ roundId: given.planned }),
    () => ({ ...round, year: 2027, opensOn: '01/02/2027', proposalsDueOn: '29/04/2027', closesOn: '29/06/2027', version: 1 }),
  ),
  call(
    'POST /rounds/{roundId}/open',
    as('openRound'),
    (given) => ({ roundId: given.planned }),
    () => ({ confirmed: true }),
  ),
  call('POST /rounds/{roundId}/close', as('closeRound'), (given) => ({ roundId: given.roundId })),
  call(
    'PUT /reception/{dossierId}/checks',
    as('saveProvinceCheck'),
    dossier((given) => given.proposed),
    () => ({ lines: [{ component: 'communeReport', verdict: 'present', remark: '' }] }),
  ),
  call(
    'POST /reception/{dossierId}/checks/agree',
    as('agreeWithCommune'),
    dossier((given) => given.proposed),
  ),
  call(
    'PUT /reception/{dossierId}/samples',
    as('receiveSamples'),
    dossier((given) => given.proposed),
    () => ({ received: 5 }),
  ),
  call(
    'POST /reception/{dossierId}/accept',
    as('acceptDossier'),
    dossier((given) => given.received),
    (given) => ({ roundId: given.roundId }),
  ),
  call(
    'POST /reception/{dossierId}/supplements',
    as('askProvinceSupplement'),
    dossier((given) => given.proposed),
    () => supplement,
  ),
  call(
    'POST /reception/{dossierId}/reject',
    as('rejectAtProvince'),
    dossier((given) => given.proposed),
    () => ({ reason: 'Không đúng bộ.' }),
  ),
  call(
    'PUT /reception/{dossierId}/advice',
    as('saveAdvisoryWork'),
    dossier((given) => given.proposed),
    (given) => ({
      notes: [{ criterion: criteria(given)[0]?.criterion.code, state: 'done', remark: '', bringToCouncil: false }],
      summary: 'Đủ.',
      version: 0,
    }),
  ),
  call(
    'POST /reception/{dossierId}/advice/issue',
    as('issueAdvisoryReport'),
    dossier((given) => given.accepted),
  ),
]

const councilRows: Row[] = [
  call('POST /councils', as('createCouncil'), nothing, () => ({ name: 'Hội đồng', termFrom: '01/09/2026', termTo: '31/12/2030' })),
  call('POST /councils/{councilId}/members', as('addMember'), council, (given) => ({
    accountId: given.world.accounts.seat6,
    bodyId: given.world.bodies.departments[1],
    post: 'Trưởng phòng',
    role: 'member',
  })),
  call('POST /councils/{councilId}/members/{memberId}/leave', as('memberLeaves'), council, () => ({ reason: 'Chuyển công tác.' })),
  call('PUT /councils/{councilId}/rules', as('changeRules'), council, (given) => ({ rules: given.rules, version: 1 })),
  call(
    'POST /councils/{councilId}/establish',
    as('establishCouncil'),
    (given) => ({ councilId: given.fullCouncilId }),
    () => ({ number: '', date: '05/09/2026', signer: 'Trần Quốc Huy', signerPost: 'Chủ tịch' }),
  ),
  call('POST /meetings', as('createMeeting'), nothing, (given) => ({
    councilId: given.meeting.councilId,
    roundId: given.meeting.roundId,
    name: 'Kỳ họp ba',
    date: '20/10/2026',
    time: '08:00',
    place: 'Hội trường',
    mode: 'meeting',
  })),
  call('PUT /meetings/{meetingId}', as('changeMeeting'), planned, () => ({
    name: 'Kỳ họp',
    date: '20/10/2026',
    time: '08:00',
    place: '',
    version: 1,
  })),
  call('POST /meetings/{meetingId}/agenda', as('putOnAgenda'), planned, (given) => ({ dossierIds: [given.looseDossierId] })),
  call('PUT /items/{itemId}/place', as('moveItem'), planned, () => ({ place: 1 })),
  call('POST /items/{itemId}/remove', as('removeFromAgenda'), planned, () => ({ reason: 'Chuyển kỳ sau.' })),
  call('POST /meetings/{meetingId}/release', as('releasePack'), planned, () => ({})),
  call('POST /meetings/{meetingId}/presence/{memberId}/arrive', as('recordArrival'), session),
  call('POST /meetings/{meetingId}/presence/{memberId}/leave', as('recordLeaving'), session),
  call('POST /meetings/{meetingId}/opinions/extend', as('extendBallots'), session, () => ({
    dueOn: '30/12/2026',
    reason: 'Đi công tác',
    version: 1,
  })),
  call(
    'POST /items/{itemId}/change-ballot',
    as('changeBallot'),
    item((given) => given.open),
  ),
  call(
    'POST /items/{itemId}/call-meeting',
    as('callToMeeting'),
    item((given) => given.open),
    () => ({ reason: 'Khác nhau' }),
  ),
  call('POST /meetings/{meetingId}/open', as('openMeeting'), session),
  call('POST /meetings/{meetingId}/close', as('closeMeeting'), session),
  call('PUT /meetings/{meetingId}/notes', as('saveScribeNotes'), session, (given) => ({ text: 'Ghi chép.', version: given.notesVersion })),
  call(
    'POST /items/{itemId}/open-pack',
    as('openPack'),
    item((given) => given.unopened),
  ),
  call(
    'POST /items/{itemId}/declaration',
    { may: 'chair viceChair member conflicted secretary' },
    item((given) => given.fresh),
    () => ({ conflicted: false }),
  ),
  call(
    'POST /items/{itemId}/conflicts/review',
    as('reviewConflicts'),
    item((given) => given.open),
  ),
  call(
    'POST /items/{itemId}/conflicts',
    as('pinConflict'),
    item((given) => given.open),
    (given) => ({ accountId: given.world.accounts.seat6, cause: 'other', reason: 'Theo phản ánh.' }),
  ),
  call(
    'POST /conflicts/{conflictId}/decide',
    as('decideConflict'),
    (given) => ({ conflictId: given.openConflictId }),
    () => ({ decision: 'dismiss', reason: 'Không liên quan.' }),
  ),
  call(
    'POST /conflicts/{conflictId}/lift',
    as('liftConflict'),
    (given) => ({ conflictId: given.conflictId }),
    () => ({ reason: 'Đã thôi góp vốn.' }),
  ),
  call(
    'PUT /items/{itemId}/stand-in',
    as('appointStandIn'),
    item((given) => given.open),
    (given) => ({ memberId: given.meeting.members.seat2, reason: 'Chủ tịch đi công tác.' }),
  ),
  call(
    'POST /items/{itemId}/sheet',
    as('startSheet'),
    item((given) => given.open),
  ),
  call(
    'PUT /items/{itemId}/sheet',
    as('saveSheet'),
    item((given) => given.drafts),
    (given) => ({ answers: { '1.1': { option: 1 } }, version: given.draftVersion }),
  ),
  call(
    'POST /items/{itemId}/sheet/finalise',
    as('finaliseSheet'),
    item((given) => given.drafts),
    (given) => ({ version: given.draftVersion }),
  ),
]

const closing: Row[] = [
  call(
    'POST /items/{itemId}/close-scoring',
    as('closeScoring'),
    item((given) => given.finals),
  ),
  call(
    'POST /items/{itemId}/close',
    as('closeResult'),
    item((given) => given.scored),
    () => ({}),
  ),
  call(
    'POST /items/{itemId}/defer',
    as('deferItem'),
    item((given) => given.scored),
    () => ({ reason: 'Chuyển kỳ sau.' }),
  ),
  call(
    'POST /items/{itemId}/reconciliations',
    as('openReconciliation'),
    item((given) => given.spread),
    (given) => ({ reason: 'Chênh lệch.', scope: [{ memberId: given.meeting.members.seat3, criterion: given.criterion }] }),
  ),
  call(
    'POST /items/{itemId}/reconciliations/finish',
    as('finishReconciliation'),
    item((given) => given.talking),
  ),
  call(
    'POST /items/{itemId}/spread-resolutions',
    as('proposeSpread'),
    item((given) => given.spread),
    () => ({ reason: 'Giữ ý kiến.' }),
  ),
  call(
    'POST /spread-resolutions/{resolutionId}/vote',
    as('voteSpread'),
    (given) => ({ resolutionId: given.resolutionId }),
    () => ({ agrees: true }),
  ),
  call('POST /spread-resolutions/{resolutionId}/conclude', as('concludeSpread'), (given) => ({ resolutionId: given.resolutionId })),
  call(
    'POST /items/{itemId}/endings',
    as('raiseEnding'),
    item((given) => given.open),
    (given) => ({ ruleId: given.endingRule, reason: 'Theo văn bản.' }),
  ),
  call(
    'POST /endings/{endingId}/vote',
    as('voteEnding'),
    (given) => ({ endingId: given.endingId }),
    () => ({ agrees: true }),
  ),
  call('POST /endings/{endingId}/conclude', as('concludeEnding'), (given) => ({ endingId: given.endingId })),
  call(
    'POST /results/{resultId}/supersede',
    as('supersedeResult'),
    (given) => ({ resultId: given.resultId }),
    () => ({ reason: 'Phát hiện xung đột.' }),
  ),
]

const proposedOne = dossier((given) => given.proposed)
const levels: Row[] = [
  see('/desks', nothing, 'admin', '', 'forbidden'),
  call('POST /desks', as('setUpDesk'), nothing, () => ({ place: 'TW', committee: 'Bộ Nông nghiệp', office: 'Văn phòng' })),
  see('/dossiers/{dossierId}/way', proposedOne, 'office advisor leader clerk'),
  call('POST /dossiers/{dossierId}/send-up', as('sendUp'), proposedOne, () => ({ handed: 5 })),
  call('POST /dossiers/{dossierId}/return-down', as('returnDown'), proposedOne, () => ({ note: '' })),
  call('POST /dossiers/{dossierId}/return-not-valid', as('returnNotValid'), proposedOne, () => ({ reason: 'Thiếu.' })),
  call('POST /dossiers/{dossierId}/return-choice', as('chooseOnReturn'), proposedOne, () => ({ choice: 'reassess', reason: 'Thiếu.' })),
]

const decisions: Row[] = [
  call('POST /decisions', as('prepareDecision'), nothing, (given) => ({
    kind: 'recognition',
    title: 'Công nhận',
    resultIds: [given.waitingResult],
  })),
  call(
    'POST /decisions/{decisionId}/cancel',
    as('cancelDecision'),
    (given) => ({ decisionId: given.decisionId }),
    () => ({ reason: 'Sai danh sách.' }),
  ),
  call(
    'POST /decisions/{decisionId}/issue',
    as('issueDecision'),
    (given) => ({ decisionId: given.decisionId }),
    () => ({ ...signing, version: 1 }),
  ),
  call(
    'POST /results/{resultId}/letter',
    as('issueLetter'),
    (given) => ({ resultId: given.low }),
    () => ({ ...signing, advice: 'Hoàn thiện nhãn.' }),
  ),
  call('POST /register/expiry-letters', as('issueExpiryLetters'), nothing, (given) => ({
    ...signing,
    certificateIds: [given.endingCertificateId],
  })),
  call('POST /results/{resultId}/ministry-packs', as('buildMinistryPack'), (given) => ({ resultId: given.toPack })),
  call('POST /ministry-packs/{packId}/sent', as('recordSentToMinistry'), (given) => ({ packId: given.packId })),
  call(
    'POST /register/certificates/{certificateId}/withdraw',
    as('withdrawCertificate'),
    (given) => ({ certificateId: given.certificateId }),
    () => ({ ground: 'a', reason: 'Theo đề nghị.', conclusion: '', decisionNumber: '12/QĐ-UBND', decisionDate: '15/09/2026', version: 1 }),
  ),
  call('POST /numbers', as('reserveNumber'), nothing, (given) => ({ bodyId: given.world.bodies.province, symbol: 'QĐ-UBND' })),
  call(
    'POST /numbers/{numberId}/cancel',
    as('cancelReserved'),
    (given) => ({ numberId: given.numberEntryId }),
    () => ({ reason: 'Không dùng.' }),
  ),
  call(
    'POST /documents/{documentId}/signed-copies',
    as('attachSignedCopy'),
    (given) => ({ documentId: given.documentId }),
    () => ({ file: pdf }),
  ),
]

const administrator: Right = { may: 'admin', others: 'forbidden' }
const admin: Row[] = [
  call(
    'PUT /settings/{key}',
    { may: 'office otherOffice admin', others: 'forbidden' },
    () => ({ key: 'supplement.daysMax' }),
    () => ({ value: 30, reason: 'Theo quy định của tỉnh.' }),
  ),
  call(
    'POST /meetings/{meetingId}/minutes/corrections',
    { may: 'office chair viceChair secretary', not: 'member conflicted', ends: 409 },
    session,
    () => ({ place: 'Mục 1', was: 'a', becomes: 'b', reason: 'Sai.' }),
  ),
  call('POST /calendar', as('changeCalendar admin/holiday.page'), nothing, () => ({
    set: [{ date: '01/03/2032', kind: 'day-off', name: 'Nghỉ bù', source: 'Thông báo 1' }],
    reason: 'Theo thông báo.',
  })),
  call('POST /calendar/preview', as('changeCalendar admin/holiday.page'), nothing, () => ({
    set: [{ date: '01/03/2032', kind: 'day-off', name: 'Nghỉ bù', source: 'Thông báo 1' }],
  })),
  call('POST /accounts', as('createAccount'), nothing, () => ({ username: 'nguoi-moi', name: 'Người Mới', password: 'mot-mat-khau-dai' })),
  call(
    'POST /accounts/{accountId}/roles',
    administrator,
    (given) => ({ accountId: given.world.accounts.seat8 }),
    () => ({ role: 'advisor' }),
  ),
  call('DELETE /roles/{grantId}', administrator, (given) => ({ grantId: given.clerkGrantId })),
  call('POST /accounts/{accountId}/block', administrator, (given) => ({ accountId: given.world.accounts.seat8 })),
  call('POST /accounts/{accountId}/unblock', administrator, (given) => ({ accountId: given.world.accounts.seat8 })),
  call(
    'PUT /accounts/{accountId}/password',
    administrator,
    (given) => ({ accountId: given.world.accounts.seat8 }),
    () => ({ password: 'mot-mat-khau-dai' }),
  ),
  call('POST /bodies', as('createAccount'), nothing, () => ({ kind: 'department', name: 'Sở Mới', shortName: 'SM' })),
]

const reads: Row[] = [
  see('/ledger', nothing, 'admin', '', 'forbidden'),
  see('/settings', nothing, 'office otherOffice admin', '', 'forbidden'),
  see('/calendar', nothing, signedIn),
  see('/settings/{key}', () => ({ key: 'supplement.daysMax' }), 'office otherOffice admin', '', 'forbidden'),
  see('/decisions/{decisionId}/preview', (given) => ({ decisionId: given.decisionId }), 'office leader clerk admin'),
  see('/meetings/{meetingId}/closing', session, 'office chair viceChair member conflicted secretary'),
  see('/certificates/{code}', (given) => ({ code: given.certificateCode }), everyone),
  see('/catalogue', nothing, everyone),
  see('/catalogue/{productId}', (given) => ({ productId: given.certificateProductId }), everyone),
  see('/sets', nothing, everyone, '', 'notFound', () => '?q=mam'),
  see('/forms/{regulation}/{set}', () => ({ regulation: 'qd-26-2026', set: '9' }), everyone),
  see('/communes', nothing, everyone, '', 'notFound', () => '?q=sam'),
  see('/tokens', nothing, signedIn),
  see('/me', nothing, signedIn),
  see('/notices', nothing, signedIn),
  see('/producers', nothing, signedIn),
  see('/producers/{producerId}', own, 'producer office'),
  see('/products', nothing, signedIn),
  see('/products/{productId}', own, 'producer'),
  see('/papers', nothing, signedIn),
  see('/papers/{paperId}', own, 'producer'),
  see('/dossiers', nothing, signedIn),
  ...['', '/tasks', '/points', '/proposals', '/former', '/submissions', '/supplement'].map((tail) =>
    see(`/dossiers/{dossierId}${tail}`, draft, 'producer'),
  ),
  see('/commune/dossiers', nothing, 'officer otherOfficer communeLeader otherCommuneLeader', '', 'forbidden'),
  see(
    '/commune/dossiers/{dossierId}',
    dossier((given) => given.filed),
    'officer communeLeader',
  ),
  see('/rounds', nothing, 'office otherOffice advisor leader clerk', '', 'forbidden'),
  see('/register', nothing, 'office otherOffice advisor leader clerk', '', 'forbidden'),
  see('/reception', nothing, 'office otherOffice advisor leader clerk', '', 'forbidden'),
  see(
    '/reception/{dossierId}',
    dossier((given) => given.proposed),
    'office advisor leader clerk',
  ),
  see('/councils', nothing, signedIn),
  see('/councils/{councilId}', council, 'office'),
  see('/meetings', nothing, signedIn),
  see('/meetings/{meetingId}', session, 'office chair viceChair member conflicted secretary'),
  // The session at hand is a meeting, not a written opinion.
  see('/meetings/{meetingId}/opinions', session, ''),
  see('/people', nothing, 'office otherOffice admin', '', 'forbidden', () => '?q=an'),
  see(
    '/items/{itemId}',
    item((given) => given.open),
    'office chair viceChair member conflicted secretary',
  ),
  see(
    '/items/{itemId}/conflicts',
    item((given) => given.open),
    'office chair',
    'viceChair member secretary',
  ),
  see(
    '/items/{itemId}/closing',
    item((given) => given.scored),
    'office chair viceChair member secretary advisor',
  ),
  see(
    '/items/{itemId}/result',
    item((given) => given.closed),
    'office chair viceChair member secretary',
  ),
  see('/results/{resultId}', (given) => ({ resultId: given.resultId }), 'office chair viceChair member secretary'),
  see('/results/waiting', nothing, 'office otherOffice leader', '', 'forbidden'),
  see('/decisions', nothing, 'office otherOffice leader clerk', '', 'forbidden'),
  see('/decisions/{decisionId}', (given) => ({ decisionId: given.decisionId }), 'office leader clerk admin'),
  see('/ministry-packs', nothing, 'office otherOffice leader clerk', '', 'forbidden'),
  see('/ministry-packs/{packId}/file', (given) => ({ packId: given.packId }), 'office leader clerk'),
  see('/register/certificates', nothing, 'office otherOffice advisor leader clerk admin', '', 'forbidden'),
  see('/register/certificates/{certificateId}', (given) => ({ certificateId: given.certificateId }), 'office advisor leader clerk admin'),
  see('/numbers', nothing, 'clerk leader office otherOffice', '', 'forbidden'),
  see('/documents', nothing, 'clerk', '', 'forbidden'),
  see('/documents/{documentId}', (given) => ({ documentId: given.documentId }), 'clerk'),
  see('/accounts', nothing, 'admin', '', 'forbidden'),
  see('/accounts/{accountId}', (given) => ({ accountId: given.world.accounts.seat8 }), 'admin', '', 'forbidden'),
  see('/uploads/{uploadId}', (given) => ({ uploadId: given.uploadId }), 'producer'),
  see('/files/papers/{fileId}', own, 'producer'),
  see('/files/photos/{fileId}', (given) => ({ fileId: given.photoId }), 'producer'),
  see('/files/report-photos/{fileId}', (given) => ({ fileId: given.reportPhotoId }), 'officer communeLeader'),
  see('/files/documents/{fileId}', (given) => ({ fileId: given.documentId }), 'office leader clerk advisor'),
  see('/files/signed-copies/{fileId}', () => ({ fileId: noId }), ''),
]

/** The password itself settles who may. */
export const outsideApi: readonly string[] = ['POST /tokens']

export const apiRows: readonly Row[] = [
  ...account,
  ...producerRows,
  ...ideaApiRows,
  ...moneyApiRows,
  ...inspectionApiRows,
  ...planApiRows,
  ...figureApiRows,
  ...registerApiRows,
  ...activityApiRows,
  ...publicReportApiRows,
  ...batchApiRows,
  ...reportApiRows,
  ...afterApiRows,
  ...commune,
  ...province,
  ...councilRows,
  ...councilApiRows,
  ...closing,
  ...decisions,
  ...levels,
  ...admin,
  ...regulationApiRows,
  ...importApiRows,
  ...reads,
]
