// The report as a paper in the layout of NĐ 30/2020: text first, figures as an annex on landscape sheets. PDF and Word from one template.
import { eraOf } from '../units/units.ts'
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { numberFor } from '../certificate/paper-number.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { bodiesOf, placeOfCommittee } from '../people/bodies.store.ts'
import { attachedTo, letterheadView, setPaper, type Letterhead, type Paper } from '../paperwork/paper.ts'
import { shortName } from '../units/units.ts'
import { figureText, partsText } from './figure.text.ts'
import { figuresOf, type KeptFigure } from './figures.store.ts'
import { flows, periodicKinds, unitOf, type FormContent } from './form.ts'
import { proposalsOf } from './proposals.store.ts'
import type { ReportRecord } from './report.load.ts'
import { unitKindOf } from './report.policy.ts'

export type Signer = { name: string; post: string }

export type ReportPaper = {
  createdAt: string
  letterhead: Letterhead
  report: Pick<
    ReportRecord,
    | 'kind'
    | 'callTitle'
    | 'unitName'
    | 'periodFrom'
    | 'periodTo'
    | 'cutOffOn'
    | 'comment'
    | 'nothingToReport'
    | 'parentName'
    | 'demo'
    | 'unitEra'
  >
  content: FormContent
  figures: ReadonlyMap<string, KeptFigure>
  proposals: readonly { kind: string; name: string; post: string; merit: string }[]
  signer: Signer
}

/** Interpretation, printed where the period began in an older era: whose units are asked. */
export function eraNote(report: { periodFrom: string; periodTo: string }): string | null {
  if (eraOf(report.periodFrom) === eraOf(report.periodTo)) return null
  return 'Đơn vị hành chính trong báo cáo là đơn vị tại ngày cuối kỳ; kết quả của đơn vị đã sáp nhập, giải thể trong kỳ tính vào đơn vị kế thừa.'
}

/** What the paper is about, without the name of its kind that stands above it (NĐ 30/2020, Phụ lục I: tên loại, then trích yếu). */
function subjectOf(title: string): string {
  const rest = title.replace(/^(báo cáo|tờ trình)\s+(?=\p{L})/iu, '')
  return rest.replace(/^./u, (first) => first.toUpperCase())
}

export function renderReport(paper: ReportPaper): Paper {
  const { report, content, figures, letterhead } = paper
  const ask = report.kind === 'commendation'
  const kind = ask ? 'Tờ trình' : 'Báo cáo'
  const estimate = report.cutOffOn < report.periodTo && periodicKinds.includes(report.kind)
  const has = (name: 'trueUp' | 'cumulative' | 'lowerUnits') => [...figures.values()].some((one) => one[name] !== null)
  const [trueUp, cumulative, lower] = [has('trueUp'), has('cumulative'), has('lowerUnits')]
  const whole = (value: number | null) => (value === null ? '' : formatNumber(value))
  let ordinal = 0
  const table = content.sections.flatMap((section) => {
    const rows = section.rows.flatMap((row) => {
      if (row.kind !== 'indicator' && row.kind !== 'hand') return []
      const figure = figures.get(row.code)
      ordinal += 1
      const parts = figure ? partsText(row, figure, false) : ''
      return [
        {
          section: false,
          ordinal: String(ordinal),
          title: row.title,
          unit: unitOf(row).vi,
          done: figure ? `${figureText(row, figure, false)}${parts === '' ? '' : ` (${parts})`}` : '–',
          estimate: flows(row) ? whole(figure?.estimate ?? null) : '',
          trueUp: whole(figure?.trueUp ?? null),
          cumulative: whole(figure?.cumulative ?? null),
          lower:
            figure?.lowerUnits == null
              ? ''
              : figureText(row, { numerator: figure.lowerNumerator, denominator: figure.lowerDenominator }, false),
          note: [figure?.blankReason ?? '', figure?.comment ?? ''].filter((one) => one !== '').join(' '),
        },
      ]
    })
    return rows.length === 0 ? [] : [{ section: true, title: section.title }, ...rows]
  })
  const sections = content.sections
    .map((section) => ({
      title: section.title,
      texts: section.rows.flatMap((row) => {
        const text = row.kind === 'text' ? (figures.get(row.code)?.comment ?? '') : ''
        return text === '' || row.kind !== 'text' ? [] : [{ title: row.title, text }]
      }),
      figures: section.rows.flatMap((row) => {
        const figure = row.kind === 'indicator' || row.kind === 'hand' ? figures.get(row.code) : undefined
        if (!figure || (row.kind !== 'indicator' && row.kind !== 'hand') || figure.numerator === null) return []
        // A figure that cannot be told is told by its reason, not by a dash.
        const said =
          figure.blankReason?.replace(/\.$/u, '').replace(/^./u, (first) => first.toLowerCase()) ?? figureText(row, figure, false)
        const part = row.title.startsWith('Trong đó')
        return [{ mark: part ? '+' : '-', text: `${row.title}: ${said}${row.kind === 'hand' ? ` ${row.unit}` : ''}.` }]
      }),
      proposals: section.rows.some((row) => row.kind === 'proposals')
        ? paper.proposals.map(({ kind: who, ...one }) => ({ ...one, kind: who === 'unit' ? 'Tập thể' : 'Cá nhân' }))
        : [],
    }))
    .filter((section) => section.texts.length + section.figures.length + section.proposals.length > 0)
  const period = `từ ngày ${dateInTable(report.periodFrom)} đến ngày ${dateInTable(report.periodTo)}`
  const era = eraNote(report)
  const { unitName } = report
  return setPaper(
    'programme-report',
    `${kind} - ${report.callTitle} - ${unitName}`,
    { createdAt: paper.createdAt, demo: report.demo },
    {
      letterhead: letterheadView(letterhead),
      kind,
      subject: subjectOf(report.callTitle),
      addressees: report.parentName === null ? [] : [report.parentName],
      opening: report.nothingToReport
        ? `${unitName} báo cáo: trong kỳ ${period} không phát sinh nội dung phải báo cáo.`
        : ask
          ? `${unitName} đề nghị khen thưởng các tập thể, cá nhân có thành tích trong thực hiện Chương trình OCOP ${period} như sau:`
          : `${unitName} báo cáo kết quả thực hiện Chương trình OCOP ${period}, số liệu đến hết ngày ${dateInTable(report.cutOffOn)}, như sau:`,
      sections: report.nothingToReport ? [] : sections,
      comment: report.comment,
      ending: ask ? 'Kính đề nghị cấp có thẩm quyền xem xét, quyết định./.' : `Trên đây là báo cáo của ${unitName}./.`,
      attachedTo: attachedTo(kind, letterhead, unitName),
      table: report.nothingToReport ? [] : table,
      notes: [`Kỳ báo cáo ${period}; số liệu khóa theo ngày chốt ${dateInTable(report.cutOffOn)}.`, ...(era === null ? [] : [era])],
      cutOff: dateInTable(report.cutOffOn),
      estimate,
      trueUp,
      cumulative,
      lower,
      recipients: report.parentName === null ? [] : ['Như trên'],
      archive: 'VT',
      signature: { capacity: paper.signer.post === '' ? [] : paper.signer.post.split('\n'), name: paper.signer.name },
    },
  )
}

type Issuer = { bodyId: string | null; letterhead: Omit<Letterhead, 'number' | 'date'>; post: string }

/** Whose paper it is: the desk's office, the commune's committee, the body itself. */
async function issuerOf(tx: Db | Tx, report: ReportRecord): Promise<Issuer> {
  const desk = await bodiesOf(tx, report.callAuthority)
  const place = desk.committee ? placeOfCommittee(desk.committee.name) : ''
  const kind = unitKindOf(report)
  if (kind === 'commune') {
    const body = await tx
      .selectFrom('body')
      .select(['id', 'name'])
      .where('authority', '=', report.authority)
      .where('kind', '=', 'communeCommittee')
      .where('unitEra', '=', report.unitEra)
      .where('unitCode', '=', report.communeCode)
      .executeTakeFirst()
    const parent = desk.committee?.name.replace(/^Ủy ban nhân dân /u, '') ?? ''
    return {
      bodyId: body?.id ?? null,
      letterhead: {
        parentBody: parent.charAt(0).toUpperCase() + parent.slice(1),
        body: body?.name ?? `Ủy ban nhân dân ${report.unitName.charAt(0).toLowerCase()}${report.unitName.slice(1)}`,
        symbol: 'BC-UBND',
        place: shortName(report.unitName),
      },
      post: 'CHỦ TỊCH',
    }
  }
  if (kind === 'body') return { bodyId: null, letterhead: { body: report.unitName, symbol: 'BC', place }, post: '' }
  const own = await bodiesOf(tx, report.authority)
  return {
    bodyId: own.office?.id ?? null,
    letterhead: {
      ...(own.committee ? { parentBody: own.committee.name } : {}),
      body: own.office?.name ?? report.unitName,
      symbol: 'BC-VPĐP',
      place: own.committee ? placeOfCommittee(own.committee.name) : place,
    },
    post: '',
  }
}

/** The paper as it would be now, without number and signature day. */
export async function draftReportPaper(tx: Db | Tx, report: ReportRecord, content: FormContent, now: Date): Promise<Paper> {
  const issuer = await issuerOf(tx, report)
  return renderReport({
    createdAt: now.toISOString(),
    letterhead: { ...issuer.letterhead, number: null, date: null },
    report,
    content,
    figures: await figuresOf(tx, report.id),
    proposals: await proposalsOf(tx, report.id),
    signer: { name: '', post: issuer.post },
  })
}

/** Issues the paper with the next number of its body's register (a body outside the program numbers its own). Returns the document. */
export async function storeReportPaper(ctx: Ctx, report: ReportRecord, content: FormContent, signer: Signer): Promise<string> {
  const issuer = await issuerOf(ctx.tx, report)
  const issuedOn = plainDateOf(ctx.now)
  const number = issuer.bodyId === null ? null : await numberFor(ctx, issuer.bodyId, issuer.letterhead.symbol, issuedOn, { kind: 'next' })
  const file = renderReport({
    createdAt: ctx.now.toISOString(),
    letterhead: { ...issuer.letterhead, number: number?.bare ?? null, date: issuedOn },
    report,
    content,
    figures: await figuresOf(ctx.tx, report.id),
    proposals: await proposalsOf(ctx.tx, report.id),
    signer: { name: signer.name, post: signer.post === '' ? issuer.post : signer.post },
  })
  return storeDocument(ctx, {
    authority: report.callAuthority,
    bodyId: issuer.bodyId,
    kind: 'programmeReport',
    subjectKind: 'report',
    subjectId: report.id,
    title: `${report.callTitle}, ${report.unitName}`,
    numberEntryId: number?.entryId ?? null,
    number: number?.printed ?? null,
    issuedOn,
    signer: signer.name,
    // A report approved again is a new paper that names the one before.
    correctsId: report.documentId,
    file,
  })
}
