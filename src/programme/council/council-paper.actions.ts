// The council's own papers, issued by its chair under its own series: working rules, the report on a session. Frozen once issued.
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { Fields } from '../fields.ts'
import { renderCouncilReport } from '../paperwork/council-report.ts'
import { renderCouncilRules } from '../paperwork/council-rules.ts'
import { must, mustSee } from '../refuse.ts'
import { headOf } from './council.decision.ts'
import { councilForChair } from './council.guard.ts'
import { COUNCIL_SERIES, numberFault, readNumber, REPORT_SERIES, takeOwnNumber, type TypedNumber } from './council.numbers.ts'
import { councilReport, councilRulesPapers, reportFacts } from './council-paper.store.ts'
import { reportItem, rulesInWords } from './council-paper.ts'
import type { CouncilRules } from './council.rules.ts'
import { meetingForUpdate, recusedItems, type MeetingRow } from './meeting.store.ts'
import { councilLetterhead } from './result.papers.ts'
import { meetingRights } from './rights.ts'

/** `version` 0: nothing was written yet. */
export type PaperDraft = { text: unknown; version: number }
/** `number` empty: the next of the council's series; an irregular one as it stands on the paper (seed X29). */
export type PaperIssue = { number: unknown; date: unknown; signer: unknown }

type Issue = { typed: TypedNumber; date: string; signer: string }

function readIssue(input: PaperIssue): Issue {
  const form = new Fields(input)
  const typed = readNumber(form.text('number', { max: 40 }))
  if (typed === undefined) form.say('number', numberFault)
  const on = form.date('date', { required: true })
  const signer = form.text('signer', { max: 120, required: true })
  const { date } = form.done({ date: on })
  return { typed: typed ?? null, date, signer }
}

function readText(draft: PaperDraft): string {
  const form = new Fields({ text: draft.text })
  const text = form.text('text', { max: 30_000, required: true, multiline: true })
  form.done()
  return text
}

/** Keeps the text of the next working rules. Office or chair. Returns the new version. */
export async function saveCouncilRulesText(ctx: Ctx, councilId: string, draft: PaperDraft): Promise<number> {
  const council = await councilForChair(ctx, councilId)
  const known = (await councilRulesPapers(ctx.tx, councilId)).find((paper) => paper.state === 'draft')
  if ((known?.version ?? 0) !== draft.version) throw new AppError('versionConflict')
  await keep(ctx, {
    id: known?.id ?? null,
    kind: 'councilRules',
    councilId,
    meetingId: null,
    text: readText(draft),
    version: draft.version + 1,
  })
  await audit(ctx, { verb: 'council.rulesTextSaved', subjectKind: 'council', subjectId: councilId, authority: council.authority })
  return draft.version + 1
}

/** Issues the rules in the council's own name (seed D47: 3117/QĐ-HĐOCOP, 21/5/2020). The settings of the day are printed with them. */
export async function issueCouncilRules(ctx: Ctx, councilId: string, input: PaperIssue): Promise<string> {
  const council = await councilForChair(ctx, councilId)
  if (council.state !== 'established') throw new AppError('stateConflict', { state: 'Hội đồng chưa được thành lập' })
  const paper = (await councilRulesPapers(ctx.tx, councilId)).find((entry) => entry.state === 'draft')
  if (!paper) throw new AppError('stateConflict', { state: 'quy chế chưa có dự thảo' })
  const { typed, date, signer } = readIssue(input)
  const taken = await takeOwnNumber(ctx, { authority: council.authority, symbol: COUNCIL_SERIES, date, typed })
  const letterhead = await councilLetterhead(ctx, council.authority, council.name, ctx.now.toISOString())
  const { regulation } = council.regulationId ? ctx.regulations.get(council.regulationId) : ctx.regulations.current
  const documentId = await storeDocument(ctx, {
    authority: council.authority,
    bodyId: taken.bodyId,
    kind: 'councilRules',
    subjectKind: 'council',
    subjectId: councilId,
    title: `Quy chế hoạt động của ${council.name}`,
    numberEntryId: taken.entryId,
    number: taken.printed,
    issuedOn: date,
    signer,
    file: renderCouncilRules({
      createdAt: ctx.now.toISOString(),
      demo: ctx.config.demo,
      letterhead: { ...letterhead, number: taken.number, symbol: taken.symbol, date },
      title: `Quy chế hoạt động của ${council.name}`,
      council: council.name,
      authority: 'Chủ tịch Hội đồng',
      bases: [
        ...(council.decisionNumber === ''
          ? []
          : [`Căn cứ Quyết định số ${council.decisionNumber} ngày ${formatDate(council.decisionDate)} về việc thành lập ${council.name}`]),
        `Căn cứ Quyết định số ${regulation.number} ${regulation.title.vi}`,
        'Theo đề nghị của Tổ thư ký Hội đồng',
      ],
      text: paper.text,
      settingsTitle: 'Các mức áp dụng',
      settings: rulesInWords(council.rules as CouncilRules),
      recipients: ['Như Điều 3', taken.bodyName],
      archive: 'HĐ',
      signature: { capacity: ['CHỦ TỊCH HỘI ĐỒNG'], name: signer },
    }),
  })
  await freeze(ctx, paper.id, documentId)
  await audit(ctx, {
    verb: 'council.rulesIssued',
    subjectKind: 'council',
    subjectId: councilId,
    authority: council.authority,
    payload: { documentId, number: taken.printed, date },
  })
  return documentId
}

/** Keeps the text of the report on a closed session. Office, chair, secretary; never one who is recused from an item of it. */
export async function saveCouncilReport(ctx: Ctx, meetingId: string, draft: PaperDraft): Promise<number> {
  const meeting = await reportable(ctx, meetingId, ['chair', 'secretary'])
  const known = await councilReport(ctx.tx, meetingId)
  if (known?.state === 'issued') throw new AppError('stateConflict', { state: 'báo cáo đã ban hành' })
  if ((known?.version ?? 0) !== draft.version) throw new AppError('versionConflict')
  await keep(ctx, {
    id: known?.id ?? null,
    kind: 'councilReport',
    councilId: meeting.councilId,
    meetingId,
    text: readText(draft),
    version: draft.version + 1,
  })
  await audit(ctx, { verb: 'meeting.reportSaved', subjectKind: 'meeting', subjectId: meetingId, authority: meeting.authority })
  return draft.version + 1
}

/** Issues the report; its table comes from the frozen results, whatever the text says. Office or chair. Issued twice: once. */
export async function issueCouncilReport(ctx: Ctx, meetingId: string, input: PaperIssue): Promise<string> {
  const meeting = await reportable(ctx, meetingId, ['chair'])
  const paper = await councilReport(ctx.tx, meetingId)
  if (paper?.documentId) return paper.documentId
  if (!paper) throw new AppError('stateConflict', { state: 'báo cáo chưa có dự thảo' })
  const { typed, date, signer } = readIssue(input)
  const taken = await takeOwnNumber(ctx, { authority: meeting.authority, symbol: REPORT_SERIES, date, typed })
  const letterhead = await councilLetterhead(ctx, meeting.authority, meeting.councilName, ctx.now.toISOString())
  const facts = await reportFacts(ctx.tx, meeting)
  const title = `Báo cáo kết quả ${meeting.name}`
  const documentId = await storeDocument(ctx, {
    authority: meeting.authority,
    bodyId: taken.bodyId,
    kind: 'councilReport',
    subjectKind: 'meeting',
    subjectId: meetingId,
    title,
    numberEntryId: taken.entryId,
    number: taken.printed,
    issuedOn: date,
    signer,
    file: renderCouncilReport({
      createdAt: ctx.now.toISOString(),
      demo: ctx.config.demo,
      letterhead: { ...letterhead, number: taken.number, symbol: taken.symbol, date },
      title,
      subject: `Kết quả đánh giá, phân hạng sản phẩm OCOP tại ${meeting.name}, ${meeting.roundName}`,
      addressees: [headOf(taken.bodyName)],
      text: paper.text,
      items: facts.results.map(reportItem),
      closingLine: `${meeting.councilName} báo cáo ${headOf(taken.bodyName)} xem xét, quyết định`,
      recipients: ['Như trên', 'Thành viên Hội đồng'],
      archive: 'HĐ',
      signature: { capacity: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH'], name: signer },
    }),
  })
  await freeze(ctx, paper.id, documentId)
  await audit(ctx, {
    verb: 'meeting.reportIssued',
    subjectKind: 'meeting',
    subjectId: meetingId,
    authority: meeting.authority,
    payload: { documentId, number: taken.printed, date, results: facts.results.length },
  })
  return documentId
}

async function reportable(ctx: Ctx, meetingId: string, roles: readonly string[]): Promise<MeetingRow> {
  const meeting = await meetingForUpdate(ctx.tx, meetingId)
  const mine = meetingRights(ctx.actor, meeting)
  mustSee(mine.maySee)
  const role = meeting.seats.find((seat) => seat.memberId === mine.memberId)?.role
  must(mine.isOffice || (role !== undefined && roles.includes(role)))
  // The report tells every result of the session.
  must((await recusedItems(ctx.tx, meetingId, ctx.actor.accountId)).length === 0)
  if (meeting.state !== 'closed') throw new AppError('stateConflict', { state: 'kỳ họp chưa bế mạc' })
  return meeting
}

type Kept = { id: string | null; kind: string; councilId: string; meetingId: string | null; text: string; version: number }

async function keep(ctx: Ctx, { id, ...paper }: Kept): Promise<void> {
  const row = { text: paper.text, version: paper.version, updatedBy: ctx.actor.accountId, updatedAt: ctx.now }
  if (id === null)
    await ctx.tx
      .insertInto('councilPaper')
      .values({ id: newId(), kind: paper.kind, councilId: paper.councilId, meetingId: paper.meetingId, state: 'draft', ...row })
      .execute()
  else await ctx.tx.updateTable('councilPaper').set(row).where('id', '=', id).execute()
}

async function freeze(ctx: Ctx, paperId: string, documentId: string): Promise<void> {
  await ctx.tx
    .updateTable('councilPaper')
    .set({ state: 'issued', documentId, issuedBy: ctx.actor.accountId, issuedAt: ctx.now })
    .where('id', '=', paperId)
    .execute()
}
