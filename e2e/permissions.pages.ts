// The permission matrix of the pages' forms. All things belong to the producer in phường Sầm Sơn, so every "other" part is of another scope.
import { councilPageRows } from './permissions.council.ts'
import { afterPageRows } from './permissions.after.ts'
import { ideaPageRows } from './permissions.ideas.ts'
import { moneyPageRows } from './permissions.money.ts'
import { supportPageRows } from './permissions.support.ts'
import { levelPageRows } from './permissions.level.ts'
import { bodyPageRows, sheetPageRows } from './permissions.body.ts'
import { planPageRows, taskPageRows } from './permissions.plan.ts'
import { importPageRows } from './permissions.import.ts'
import { producerYearPageRows } from './permissions.producer-year.ts'
import { figurePageRows } from './permissions.figures.ts'
import { inspectionPageRows } from './permissions.inspection.ts'
import { promotionPageRows } from './permissions.promotion.ts'
import { batchPageRows } from './permissions.batch.ts'
import { publicReportPageRows } from './permissions.public-report.ts'
import { salesPointPageRows } from './permissions.sales-point.ts'
import { trainingPageRows } from './permissions.training.ts'
import { registerPageRows } from './permissions.register.ts'
import { commendationPageRows } from './permissions.commendation.ts'
import { reportPageRows } from './permissions.report.ts'
import { regulationPageRows } from './permissions.regulation.ts'
import { allBut, press, signedIn, type Given, type Row } from './permissions.row.ts'
import { paperPdf, photo } from './files.ts'
import { issuing } from './states.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const png = await photo()
const pdf = paperPdf()

// ---- account -------------------------------------------------------------------------------------------------------------------------
const account: Row[] = [
  press('account/account.page.tsx createToken', () => '/tai-khoan', form({ deed: 'createToken', tokenName: 'máy' }), signedIn),
  press(
    'account/account.page.tsx revokeToken',
    () => '/tai-khoan',
    form({ deed: 'revokeToken', id: '00000000-0000-7000-8000-000000000000' }),
    '',
  ),
  press('account/notices.page.tsx markNoticesSeen', () => '/thong-bao', form({ x: '1' }), signedIn),
]

// ---- producer ------------------------------------------------------------------------------------------------------------------------
const owner = 'producer'
const product = {
  name: 'Mật ong',
  setNo: '9',
  description: '',
  'packs.0.name': 'Chai',
  'packs.0.netContent': '500 ml',
  'packs.0.barcode': '',
}
const paper = { kind: 'other', title: 'Giấy', number: '1' }
const draft = (tail: string) => (given: Given) => `/ho-so/${given.draft.dossierId}${tail}`
const producer: Row[] = [
  press(
    'producer/producer.page.tsx editProducer',
    (given) => `/chu-the/${given.world.producers.own}`,
    form({
      name: 'Hợp tác xã Vạn Triều',
      legalForm: 'cooperative',
      communeCode: '16531',
      addressLine: 'Khu phố 3',
      headName: 'Trần Văn Vạn',
      headPost: 'Giám đốc',
      _version: '1',
    }),
    'producer office',
  ),
  press(
    'producer/product-new.page.tsx addProduct',
    () => '/san-pham-cua-toi/them',
    (given) => form({ ...product, producerId: given.world.producers.own }),
    owner,
  ),
  press(
    'producer/product.page.tsx editProduct',
    (given) => `/san-pham-cua-toi/${given.draft.productId}`,
    (given) => form({ ...product, _version: String(given.productVersion) }),
    owner,
  ),
  press('producer/product.page.tsx startDossier', (given) => `/san-pham-cua-toi/${given.loneProductId}`, form({ deed: 'start' }), owner),
  press(
    'producer/product.page.tsx addPhoto',
    (given) => `/san-pham-cua-toi/${given.draft.productId}`,
    { form: { deed: 'photos', photos: png } },
    owner,
  ),
  press(
    'producer/product.page.tsx removePhoto',
    (given) => `/san-pham-cua-toi/${given.draft.productId}`,
    (given) => form({ deed: `removePhoto:${given.photoId}` }),
    owner,
  ),
  press(
    'producer/set-finder.page.tsx chooseSet',
    (given) => `/san-pham-cua-toi/${given.loneProductId}/bo-san-pham`,
    form({ setNo: '9', _version: '1' }),
    owner,
  ),
  press(
    'producer/paper-new.page.tsx addPaper',
    () => '/kho-giay-to/them',
    (given) => form({ ...paper, producerId: given.world.producers.own }),
    owner,
  ),
  press('producer/paper.page.tsx editPaper', (given) => `/kho-giay-to/${given.paperId}`, form({ ...paper, _version: '1' }), owner),
  press('producer/paper.page.tsx removePaper', (given) => `/kho-giay-to/${given.paperId}`, form({ deed: 'remove' }), owner),
  press(
    'producer/paper.page.tsx addPaperFile',
    (given) => `/kho-giay-to/${given.paperId}`,
    { form: { deed: 'addFiles', files: pdf } },
    owner,
  ),
  press(
    'producer/paper.page.tsx replacePaperFile',
    (given) => `/kho-giay-to/${given.paperId}`,
    (given) => ({ form: { deed: `replaceFile:${given.paperFileId}`, files: pdf } }),
    owner,
  ),
  press(
    'producer/paper.page.tsx removePaperFile',
    (given) => `/kho-giay-to/${given.paperId}`,
    (given) => form({ deed: `removeFile:${given.paperFileId}` }),
    owner,
  ),
  // The draft at hand is a first dossier: it has no account of changes and nothing to take over, so nobody finds any.
  press(
    'producer/changes.page.tsx saveChange',
    draft('/thay-doi'),
    form({ topic: 'materials', changed: 'no', text: '', _version: '0' }),
    '',
  ),
  press('producer/criterion.page.tsx confirmFormer', draft('/tieu-chi/1.1'), form({ deed: 'former:1', _version: '1' }), ''),
  press('producer/criterion.page.tsx takeFormerPapers', draft('/tieu-chi/1.1'), form({ deed: 'takeFormer' }), ''),
  press('producer/case.page.tsx chooseCase', (given) => `/ho-so/${given.casesDossierId}/bo-san-pham`, form({ case: '1' }), owner),
  press(
    'producer/criterion.page.tsx answerCriterion',
    draft('/tieu-chi/1.1'),
    form({ option: '1', description: '', _version: '1' }),
    owner,
  ),
  press(
    'producer/criterion.page.tsx confirmProposal',
    (given) => `/ho-so/${given.draft.dossierId}/tieu-chi/${given.proposal.criterion}`,
    (given) => form({ deed: `confirm:${given.proposal.option}`, _version: '1' }),
    owner,
  ),
  press(
    'producer/criterion.page.tsx unlinkEvidence',
    draft('/tieu-chi/1.1'),
    (given) => form({ deed: `unlink:${given.paperId}`, _version: '1' }),
    owner,
  ),
  press(
    'producer/criterion.page.tsx addPaper',
    draft('/tieu-chi/1.1'),
    { form: { deed: 'upload', kind: 'other', files: pdf, _version: '1' } },
    owner,
  ),
  press(
    'producer/criterion.page.tsx linkEvidence',
    draft('/tieu-chi/1.1'),
    { form: { deed: 'upload', kind: 'other', files: pdf, _version: '1' } },
    owner,
  ),
  press('producer/evidence.page.tsx linkEvidence', draft('/tieu-chi/1.1/kho'), (given) => form({ papers: given.paperId }), owner),
  press(
    'producer/registration.page.tsx saveRegistration',
    draft('/phieu-dang-ky'),
    form({ contactName: 'Nguyễn Thị Hạnh', contactPhone: '0912000111', _version: '1' }),
    owner,
  ),
  press('producer/report.page.tsx fillFromYears', draft('/bao-cao/results'), form({ deed: 'fill', taken: 'revenue2' }), owner),
  press('producer/report.page.tsx saveReport', draft('/bao-cao/plan'), form({ planProduction: 'Mở thêm 6 bể.', _version: '1' }), owner),
  press('producer/check.page.tsx submitDossier', draft('/kiem-tra'), (given) => form({ declared: '1', seen: given.seen }), owner),
  press(
    'producer/supplement.page.tsx answerSupplementItem',
    (given) => `/ho-so/${given.waiting}/bo-sung`,
    (given) => form({ itemId: given.waitingItemId, answer: 'Đã bổ sung.' }),
    owner,
    'officer communeLeader office advisor leader clerk',
  ),
  press(
    'producer/withdraw.page.tsx withdrawDossier',
    (given) => `/ho-so/${given.filed}/rut`,
    form({ reason: 'Chưa đủ hàng.' }),
    owner,
    'officer communeLeader office advisor leader clerk',
  ),
]

// ---- commune -------------------------------------------------------------------------------------------------------------------------
const commune =
  (dossier: (given: Given) => string, tail = '') =>
  (given: Given) =>
    `/xa/ho-so/${dossier(given)}${tail}`
const communeRows: Row[] = [
  // The owner may ask for its own facts; the page around the press is the staff's.
  press(
    'commune/private.page.tsx readProducerPrivate',
    (given) => `/xa/ho-so/${given.filed}/rieng-tu`,
    form({}),
    'officer communeLeader office',
    '',
    { except: { producer: 'allowed' } },
  ),
  press(
    'commune/dossier.page.tsx saveCommuneCheck',
    commune((given) => given.filed),
    form({ 'verdict:registrationSlip': 'present', 'remark:registrationSlip': '' }),
    'officer',
    'communeLeader',
  ),
  press(
    'commune/supplement.page.tsx askCommuneSupplement',
    commune((given) => given.filed, '/bo-sung'),
    form({ 'ask:general:': 'Bổ sung ảnh nhãn.', dueOn: '30/09/2026', reason: 'Thiếu.' }),
    'officer',
    'communeLeader',
  ),
  press(
    'commune/reject.page.tsx rejectAtCommune',
    commune((given) => given.filed, '/tu-choi'),
    form({ reason: 'Sai bộ sản phẩm.' }),
    'officer',
    'communeLeader',
  ),
  press(
    'commune/report.page.tsx saveReport',
    commune((given) => given.writing, '/bao-cao'),
    form({ conclusion: 'Đề nghị.', proposes: 'yes', _version: '2' }),
    'officer',
    'communeLeader',
  ),
  press(
    'commune/report.page.tsx addReportPhoto',
    commune((given) => given.writing, '/bao-cao'),
    { form: { viec: 'them-anh', photo: png, caption: '' } },
    'officer',
    'communeLeader',
  ),
  press(
    'commune/report.page.tsx removeReportPhoto',
    commune((given) => given.writing, '/bao-cao'),
    (given) => form({ 'bo-anh': given.reportPhotoId }),
    'officer',
    'communeLeader',
  ),
  press(
    'commune/report.page.tsx markReportReady',
    commune((given) => given.writing, '/bao-cao'),
    form({ viec: 'trinh', conclusion: 'Đề nghị.', proposes: 'yes', _version: '2' }),
    'officer',
    'communeLeader',
  ),
  press(
    'commune/issue.page.tsx sendBackReport',
    commune((given) => given.ready, '/ban-hanh'),
    form({ viec: 'tra-lai', remark: 'Ghi rõ hơn.' }),
    'communeLeader',
    'officer',
  ),
  press(
    'commune/issue.page.tsx issueReport',
    commune((given) => given.ready, '/ban-hanh'),
    form({ post: 'chair' }),
    'communeLeader',
    'officer',
  ),
  press(
    'commune/send.page.tsx handOverSamples',
    commune((given) => given.reported, '/gui-tinh'),
    form({ viec: 'mau', handed: '5', note: '' }),
    'officer',
    'communeLeader',
  ),
  press(
    'commune/send.page.tsx sendToProvince',
    commune((given) => given.handed, '/gui-tinh'),
    form({ viec: 'gui' }),
    'officer',
    'communeLeader',
  ),
]

// ---- the province's office -----------------------------------------------------------------------------------------------------------
const reception =
  (dossier: (given: Given) => string, tail = '') =>
  (given: Given) =>
    `/tinh/tiep-nhan/${dossier(given)}${tail}`
const round = {
  year: '2028',
  ordinal: '1',
  name: '',
  opensOn: '01/02/2028',
  proposalsDueOn: '28/04/2028',
  closesOn: '30/06/2028',
  note: 'theo kế hoạch',
}
const office: Row[] = [
  press('office/round-new.page.tsx planRound', () => '/tinh/dot/moi', form(round), 'office otherOffice', '', { others: 'forbidden' }),
  press(
    'office/round.page.tsx changeRound',
    (given) => `/tinh/dot/${given.planned}`,
    form({ ...round, year: '2027', opensOn: '01/02/2027', proposalsDueOn: '29/04/2027', closesOn: '29/06/2027', _version: '1' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/round.page.tsx openRound',
    (given) => `/tinh/dot/${given.planned}`,
    form({ viec: 'mo', confirmed: '1' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/round.page.tsx closeRound',
    (given) => `/tinh/dot/${given.roundId}`,
    form({ viec: 'dong' }),
    'office',
    'advisor leader clerk',
    { ends: 409 },
  ),
  press(
    'office/receive.page.tsx agreeWithCommune',
    reception((given) => given.proposed),
    form({ viec: 'dong-y' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/receive.page.tsx receiveSamples',
    reception((given) => given.proposed),
    form({ viec: 'mau', received: '5', note: '' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/receive.page.tsx saveProvinceCheck',
    reception((given) => given.proposed),
    form({ 'verdict:communeReport': 'present', 'remark:communeReport': '' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/receive.page.tsx acceptDossier',
    reception((given) => given.received),
    (given) => form({ viec: 'tiep-nhan', roundId: given.roundId, exception: '' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/return.page.tsx askProvinceSupplement',
    reception((given) => given.proposed, '/bo-sung'),
    form({ 'ask:general:': 'Bổ sung ảnh.', dueOn: '30/09/2026', reason: 'Thiếu.' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/reject.page.tsx rejectAtProvince',
    reception((given) => given.proposed, '/tu-choi'),
    form({ reason: 'Không đúng bộ.' }),
    'office',
    'advisor leader clerk',
  ),
  press(
    'office/advisory.page.tsx saveAdvisoryWork',
    (given) => `/tinh/ho-so/${given.proposed}/to-tu-van`,
    form({ 'state:1.1': 'done', summary: 'Đủ.', _version: '0' }),
    'office advisor',
    'leader clerk',
  ),
  press(
    'office/advisory.page.tsx issueAdvisoryReport',
    (given) => `/tinh/ho-so/${given.accepted}/to-tu-van`,
    form({ viec: 'ban-hanh', summary: 'Đủ.', _version: '1' }),
    'office advisor',
    'leader clerk',
  ),
]

// ---- the council: set-up by the office, work by its members --------------------------------------------------------------------------
const councilPage = (given: Given) => `/tinh/hoi-dong/${given.meeting.councilId}`
const meetingPage = (given: Given) => `${councilPage(given)}/ky-hop/${given.plannedMeetingId}`
const conflictPage = (given: Given) => `${councilPage(given)}/ky-hop/${given.meeting.meetingId}/xung-dot`
const session = (given: Given) => `/hoi-dong/ky-hop/${given.meeting.meetingId}`
const item =
  (which: (given: Given) => { itemId: string }, tail = '') =>
  (given: Given) =>
    `/hoi-dong/muc/${which(given).itemId}${tail}`
const seated = 'chair viceChair member conflicted secretary'
const council: Row[] = [
  press(
    'office/councils.page.tsx createCouncil',
    () => '/tinh/hoi-dong',
    form({ name: 'Hội đồng', termFrom: '01/09/2026', termTo: '31/12/2030' }),
    'office otherOffice',
    '',
    { others: 'forbidden' },
  ),
  press(
    'office/council.page.tsx addMember',
    (given) => `/tinh/hoi-dong/${given.newCouncilId}`,
    (given) =>
      form({
        _do: 'add',
        accountId: given.world.accounts.seat6,
        bodyId: given.world.bodies.departments[1],
        post: 'Trưởng phòng',
        role: 'member',
      }),
    'office',
    'advisor leader clerk admin',
  ),
  press(
    'office/council.page.tsx memberLeaves',
    (given) => `/tinh/hoi-dong/${given.newCouncilId}`,
    (given) => form({ _do: 'leave', memberId: given.newMemberId, reason: 'Chuyển công tác.' }),
    'office',
    'advisor leader clerk admin',
  ),
  press(
    'office/council.page.tsx establishCouncil',
    (given) => `/tinh/hoi-dong/${given.fullCouncilId}`,
    form({ _do: 'establish', number: '', date: '05/09/2026', signer: 'Trần Quốc Huy', signerPost: 'Chủ tịch' }),
    'office',
    'advisor leader clerk admin',
  ),
  press(
    'account/desk.page.tsx changeDesk',
    () => '/tai-khoan/ban-lam-viec',
    form({ desk: '38' }),
    'office advisor leader clerk bodyOfficer admin',
  ),
  press(
    'office/council.page.tsx createMeeting',
    councilPage,
    (given) =>
      form({
        _do: 'plan',
        roundId: given.meeting.roundId,
        name: 'Kỳ họp ba',
        day: '20/10/2026',
        time: '08:00',
        place: 'Hội trường',
        mode: 'meeting',
      }),
    'office',
    '',
    { others: 'forbidden', except: { otherOffice: 'notFound' } },
  ),
  press(
    'office/council-rules.page.tsx changeRules',
    (given) => `/tinh/hoi-dong/${given.newCouncilId}/quy-che`,
    (given) => form({ ...given.rules, _version: '1' }),
    'office',
    'advisor leader clerk admin',
  ),
  press(
    'office/council-meeting.page.tsx putOnAgenda',
    meetingPage,
    (given) => form({ _do: 'put', dossier: given.looseDossierId }),
    'office',
  ),
  press(
    'office/council-meeting.page.tsx changeMeeting',
    meetingPage,
    form({ _do: 'change', name: 'Kỳ họp', day: '20/10/2026', time: '08:00', place: '', _version: '1' }),
    'office',
  ),
  press(
    'office/council-meeting.page.tsx moveItem',
    meetingPage,
    (given) => form({ _do: 'move', itemId: given.plannedItemId, place: '1' }),
    'office',
  ),
  press(
    'office/council-meeting.page.tsx removeFromAgenda',
    meetingPage,
    (given) => form({ _do: 'remove', itemId: given.plannedItemId, reason: 'Chuyển kỳ sau.' }),
    'office',
  ),
  press('office/council-meeting.page.tsx releasePack', meetingPage, form({ _do: 'release', reason: '' }), 'office'),
  press(
    'office/council-meeting.page.tsx recordArrival',
    (given) => `${councilPage(given)}/ky-hop/${given.meeting.meetingId}`,
    (given) => form({ _do: 'arrive', memberId: given.meeting.members.seat5 }),
    'office chair viceChair secretary',
    'member conflicted',
  ),
  press(
    'office/council-meeting.page.tsx recordLeaving',
    (given) => `${councilPage(given)}/ky-hop/${given.meeting.meetingId}`,
    (given) => form({ _do: 'leave', memberId: given.meeting.members.seat5 }),
    'office chair viceChair secretary',
    'member conflicted',
  ),
  press(
    'office/council-conflicts.page.tsx decideConflict',
    conflictPage,
    (given) => form({ _do: 'dismiss', conflictId: given.openConflictId, reason: 'Không liên quan.' }),
    'office chair',
  ),
  press(
    'office/council-conflicts.page.tsx liftConflict',
    conflictPage,
    (given) => form({ _do: 'lift', conflictId: given.conflictId, reason: 'Đã thôi góp vốn.' }),
    'office',
  ),
  press(
    'office/council-conflicts.page.tsx pinConflict',
    conflictPage,
    (given) =>
      form({ _do: 'pin', itemId: given.open.itemId, accountId: given.world.accounts.seat6, cause: 'other', reason: 'Theo phản ánh.' }),
    'office',
    'chair viceChair member secretary',
  ),
  press(
    'office/council-conflicts.page.tsx appointStandIn',
    conflictPage,
    (given) => form({ _do: 'standIn', itemId: given.open.itemId, memberId: given.meeting.members.seat2, reason: 'Chủ tịch đi công tác.' }),
    'office',
    'chair viceChair member secretary',
  ),
  press(
    'office/council-conflicts.page.tsx reviewConflicts',
    conflictPage,
    (given) => form({ _do: 'review', itemId: given.open.itemId }),
    'office',
    'chair viceChair member secretary',
  ),
  press('council/meeting.page.tsx declareConflict', session, form({ _do: 'none' }), `${seated} office`),
  press(
    'council/meeting.page.tsx recordArrival',
    session,
    (given) => form({ _do: 'arrive', memberId: given.meeting.members.seat5 }),
    'office chair viceChair secretary',
    'member conflicted',
  ),
  press(
    'council/meeting.page.tsx recordLeaving',
    session,
    (given) => form({ _do: 'leave', memberId: given.meeting.members.seat5 }),
    'office chair viceChair secretary',
    'member conflicted',
  ),
  // The session at hand is a meeting: whoever may is told that no opinion is taken in writing.
  press(
    'council/opinion.page.tsx extendBallots',
    (given) => `${session(given)}/y-kien`,
    form({ _do: 'extend', dueOn: '30/12/2026', reason: 'Đi công tác', _version: '1' }),
    'office chair viceChair',
    'member conflicted secretary',
    { ends: 409 },
  ),
  press(
    'council/opinion.page.tsx callToMeeting',
    (given) => `${session(given)}/y-kien`,
    (given) => form({ _do: 'call', itemId: given.open.itemId, reason: 'Khác nhau' }),
    'chair',
    'viceChair member secretary office advisor',
    { ends: 409 },
  ),
  press('council/meeting.page.tsx openMeeting', session, form({ _do: 'open' }), 'chair viceChair', 'office member conflicted secretary'),
  press('council/meeting.page.tsx closeMeeting', session, form({ _do: 'close' }), 'chair viceChair', 'office member conflicted secretary', {
    ends: 409,
  }),
  press(
    'council/meeting.page.tsx saveScribeNotes',
    session,
    (given) => form({ _do: 'notes', notes: 'Ghi chép.', _version: String(given.notesVersion) }),
    'office chair viceChair secretary',
    'member conflicted',
  ),
  press(
    'council/meeting.page.tsx startItem',
    session,
    (given) => form({ _do: 'startItem', itemId: given.open.itemId }),
    'chair secretary',
    'office viceChair member',
  ),
  press(
    'council/meeting.page.tsx endItem',
    session,
    (given) => form({ _do: 'endItem', itemId: given.open.itemId }),
    'chair secretary',
    'office viceChair member',
  ),
  press(
    'council/meeting.page.tsx saveItemNotes',
    session,
    (given) => form({ _do: 'itemNotes', itemId: given.open.itemId, notes: 'Ghi chép.', _version: '0' }),
    'secretary',
    'office chair viceChair member',
  ),
  // A recused member who presses again changes nothing and is told nothing.
  press(
    'council/item.page.tsx declareConflict',
    item((given) => given.fresh),
    form({ _do: 'none' }),
    seated,
  ),
  press(
    'council/item.page.tsx openPack',
    item((given) => given.unopened),
    form({ _do: 'open' }),
    'chair viceChair member secretary',
  ),
  press(
    'council/item.page.tsx changeBallot',
    item((given) => given.open),
    form({ _do: 'change' }),
    'chair viceChair member',
    'secretary',
    { ends: 409 },
  ),
  press(
    'council/item.page.tsx startSheet',
    item((given) => given.open),
    form({ _do: 'start' }),
    'chair viceChair member',
    'secretary',
  ),
  press(
    'council/item.page.tsx saveSheet',
    item((given) => given.drafts),
    (given) => form({ _version: String(given.draftVersion), 'c.1.1': '1' }),
    'chair viceChair member',
    'secretary',
  ),
  press(
    'council/finalise.page.tsx finaliseSheet',
    item((given) => given.drafts, '/hoan-tat'),
    (given) => form({ _version: String(given.draftVersion) }),
    'chair viceChair member',
    'secretary',
  ),
]

// ---- closing: the presses of both closing pages share one table of verbs -------------------------------------------------------------
const closingPage =
  (which: (given: Given) => { itemId: string }, tail = 'dong') =>
  (given: Given) =>
    `/hoi-dong/ho-so/${which(given).itemId}/${tail}`
const presses = (verb: string) => `council/closing.actions.server.ts ${verb}`
/** The one who chairs leads; who may see the closing is told that leading is not theirs; the recused member and all outside learn nothing. */
const seeing = 'viceChair member secretary office advisor'
const voters = 'chair viceChair member'
const closing: Row[] = [
  press(
    presses('closeScoring'),
    closingPage((given) => given.finals),
    form({ _do: 'score' }),
    'chair',
    seeing,
  ),
  press(
    presses('closeResult'),
    closingPage((given) => given.scored),
    form({ _do: 'close', reason: '' }),
    'chair',
    seeing,
  ),
  press(
    presses('openReconciliation'),
    closingPage((given) => given.spread),
    (given) => ({ form: { _do: 'reconcile', reason: 'Chênh lệch.', scope: given.scope } }),
    'chair',
    seeing,
  ),
  press(
    presses('finishReconciliation'),
    closingPage((given) => given.talking),
    form({ _do: 'finish' }),
    'chair',
    seeing,
    { ends: 409 },
  ),
  press(
    presses('proposeSpread'),
    closingPage((given) => given.spread),
    form({ _do: 'propose', reason: 'Giữ ý kiến.' }),
    'chair',
    seeing,
    { ends: 409 },
  ),
  press(
    presses('deferItem'),
    closingPage((given) => given.scored),
    form({ _do: 'defer', reason: 'Chuyển kỳ sau.' }),
    'chair',
    seeing,
    { ends: 409 },
  ),
  press(
    presses('raiseEnding'),
    closingPage((given) => given.open),
    (given) => form({ _do: 'raise', ruleId: given.endingRule, reason: 'Theo văn bản.' }),
    `${voters} office advisor`,
    'secretary',
  ),
  press(
    presses('voteEnding'),
    closingPage((given) => given.ending, 'bieu-quyet'),
    (given) => form({ _do: 'voteEnding', id: given.endingId, agrees: 'yes' }),
    voters,
    'secretary office advisor',
  ),
  press(
    presses('concludeEnding'),
    closingPage((given) => given.ending, 'bieu-quyet'),
    (given) => form({ _do: 'concludeEnding', id: given.endingId }),
    'chair',
    seeing,
    { ends: 409 },
  ),
  press(
    presses('voteSpread'),
    closingPage((given) => given.voting, 'bieu-quyet'),
    (given) => form({ _do: 'voteSpread', id: given.resolutionId, agrees: 'yes' }),
    voters,
    'secretary office advisor',
  ),
  press(
    presses('concludeSpread'),
    closingPage((given) => given.voting, 'bieu-quyet'),
    (given) => form({ _do: 'concludeSpread', id: given.resolutionId }),
    'chair',
    seeing,
    { ends: 409 },
  ),
  press(
    'council/closing-result.page.tsx supersedeResult',
    closingPage((given) => given.closed, 'ket-qua'),
    form({ reason: 'Phát hiện xung đột.' }),
    'office',
    'chair viceChair member secretary',
  ),
]

// ---- decisions, letters, packs, certificates, papers ---------------------------------------------------------------------------------
const decisions: Row[] = [
  press(
    'office/decisions.page.tsx prepareDecision',
    () => '/tinh/quyet-dinh',
    (given) => form({ kind: 'recognition', 'title-recognition': 'Công nhận', 'resultIds-recognition': given.waitingResult }),
    'office',
    '',
    { others: 'forbidden', except: { otherOffice: 409 } },
  ),
  press(
    'office/decision.page.tsx cancelDecision',
    (given) => `/tinh/quyet-dinh/${given.decisionId}`,
    form({ reason: 'Sai danh sách.' }),
    'office leader',
    'clerk admin',
  ),
  press(
    'leader/issue.page.tsx issueDecision',
    (given) => `/lanh-dao/ky-ban-hanh/${given.decisionId}`,
    form({ ...issuing, intent: 'issue', _version: '1' }),
    'leader',
    'office clerk admin',
  ),
  press(
    'office/letter.page.tsx issueLetter',
    (given) => `/tinh/thong-bao/${given.low}`,
    form({ ...issuing, advice: 'Hoàn thiện nhãn.' }),
    'office',
    'leader clerk',
  ),
  press(
    'office/expiry-letters.page.tsx issueExpiryLetters',
    () => '/tinh/chung-nhan/thong-bao-het-han',
    (given) => form({ ...issuing, certificates: given.endingCertificateId }),
    'office',
    'leader clerk',
  ),
  press(
    'office/pack.page.tsx buildMinistryPack',
    (given) => `/tinh/trinh-bo/${given.toPack}`,
    form({ intent: 'build' }),
    'office',
    'leader clerk',
  ),
  press(
    'office/pack.page.tsx recordSentToMinistry',
    (given) => `/tinh/trinh-bo/${given.high}`,
    (given) => form({ intent: 'sent', packId: given.packId }),
    'office',
    'leader clerk',
  ),
  press(
    'office/certificate.page.tsx withdrawCertificate',
    (given) => `/tinh/chung-nhan/${given.certificateId}`,
    form({ ground: 'a', reason: 'Theo đề nghị.', conclusion: '', decisionNumber: '12/QĐ-UBND', decisionDate: '15/09/2026', _version: '1' }),
    'leader',
    'office advisor clerk admin',
  ),
  press(
    'office/clerk-paper.page.tsx attachSignedCopy',
    (given) => `/van-thu/${given.documentId}`,
    { form: { file: pdf, note: '' } },
    'clerk',
  ),
  press(
    'office/numbers.page.tsx reserveNumber',
    () => '/van-thu/so-van-ban',
    (given) => form({ bodyId: given.world.bodies.province, symbol: 'QĐ-UBND', irregular: '' }),
    'clerk leader',
    'office',
  ),
  press(
    'office/numbers.page.tsx cancelReserved',
    () => '/van-thu/so-van-ban',
    (given) => form({ intent: 'cancel', entryId: given.numberEntryId, reason: 'Không dùng.' }),
    'clerk leader',
    'office',
  ),
]

// ---- administration ------------------------------------------------------------------------------------------------------------------
/** Accounts of another province are not found. */
const ofThisProvince = allBut('admin otherOffice')
const admin: Row[] = [
  press('admin/doctor.page.tsx examineHouse', () => '/quan-tri/kiem-tra-he-thong', form({ x: '1' }), 'admin', '', { others: 'forbidden' }),
  press(
    'admin/holiday.page.tsx changeCalendar',
    () => '/quan-tri/ngay-nghi/ngay',
    form({ deed: 'set', date: '01/03/2032', kind: 'day-off', name: 'Nghỉ bù', source: 'Thông báo 1', reason: 'Theo thông báo.' }),
    'office admin',
    '',
    { others: 'forbidden' },
  ),
  press(
    'admin/holiday-import.page.tsx changeCalendar',
    () => '/quan-tri/ngay-nghi/nhap',
    form({ deed: 'save', lines: '01/03/2032; day-off; Nghỉ bù; Thông báo 1', reason: 'Theo thông báo.' }),
    'office admin',
    '',
    { others: 'forbidden' },
  ),
  press(
    'admin/setting.page.tsx changeSetting',
    () => '/quan-tri/thiet-lap/supplement.daysMax',
    form({ value: '30', reason: 'Theo quy định của tỉnh.', seen: '20' }),
    'office otherOffice admin',
    '',
    { others: 'forbidden' },
  ),
  press(
    'admin/new-account.page.tsx createAccount',
    () => '/quan-tri/tai-khoan/them',
    form({ username: 'nguoi-moi', name: 'Người Mới', password: 'mot-mat-khau-dai', phone: '' }),
    'admin',
    '',
    { others: 'forbidden' },
  ),
  press(
    'admin/account.page.tsx grantRole',
    (given) => `/quan-tri/tai-khoan/${given.world.accounts.seat8}`,
    form({ deed: 'grant', role: 'advisor' }),
    'admin',
    ofThisProvince,
  ),
  press(
    'admin/account.page.tsx revokeRole',
    (given) => `/quan-tri/tai-khoan/${given.world.accounts.clerk}`,
    (given) => form({ deed: 'revoke', grantId: given.clerkGrantId }),
    'admin',
    ofThisProvince,
  ),
  press(
    'admin/account.page.tsx setBlocked',
    (given) => `/quan-tri/tai-khoan/${given.world.accounts.seat8}`,
    form({ deed: 'block' }),
    'admin',
    ofThisProvince,
  ),
  press(
    'admin/account.page.tsx resetPassword',
    (given) => `/quan-tri/tai-khoan/${given.world.accounts.seat8}`,
    form({ deed: 'password', password: 'mot-mat-khau-dai' }),
    'admin',
    ofThisProvince,
  ),
]

/** Who may is settled by the password itself; a report of misuse is sent by anyone, its answer read by the code (public-report.actions.test.ts). */
export const outside: readonly string[] = ['account/sign-in.page.tsx', 'account/sign-out.tsx', 'public-report/send.page.tsx']

export const pageRows: readonly Row[] = [
  ...account,
  ...producer,
  ...ideaPageRows,
  ...afterPageRows,
  ...levelPageRows,
  ...communeRows,
  ...office,
  ...council,
  ...councilPageRows,
  ...closing,
  ...decisions,
  ...admin,
  ...importPageRows,
  ...bodyPageRows,
  ...sheetPageRows,
  ...figurePageRows,
  ...registerPageRows,
  ...reportPageRows,
  ...commendationPageRows,
  ...moneyPageRows,
  ...producerYearPageRows,
  ...supportPageRows,
  ...trainingPageRows,
  ...salesPointPageRows,
  ...publicReportPageRows,
  ...batchPageRows,
  ...promotionPageRows,
  ...inspectionPageRows,
  ...regulationPageRows,
  ...planPageRows,
  ...taskPageRows,
]
