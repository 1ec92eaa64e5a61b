// The permission matrix of reports by level.
import { paperPdf } from './files.ts'
import { look, press, signedIn, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | File>) => ({ form: { reason: 'Theo chỉ đạo.', ...fields } })
const deed = (name: string, fields: Record<string, string | File> = {}) => form({ deed: name, ...fields })
/** Who reads the desk's reports and writes none. */
const beside = 'leader advisor'
const call = (given: Given) => `/bao-cao/dot/${given.report.plannedId}`
const at =
  (which: 'own' | 'samSon' | 'hauLoc' | 'body', tail = '') =>
  (given: Given) =>
    `/bao-cao/${given.report[which]}${tail}`
const draft = (given: Given) => `/bao-cao/mau/${given.report.draftForm}`
const samSon = 'officer communeLeader'
const hauLoc = 'otherOfficer otherCommuneLeader'
const days = { periodFrom: '01/01/2026', periodTo: '30/06/2026', cutOffOn: '31/05/2026', beforeOn: '15/06/2026', communes: '1' }
const page = 'report/report.page.tsx'
const row = { code: 'new.row', title: 'Gian hàng', kind: 'hand', unit: 'gian', measure: 'flow', section: '1' }

export const reportPageRows: readonly Row[] = [
  press(
    'report/call-new.page.tsx planReportCall',
    () => '/bao-cao/dot/them',
    (given) => form({ ...days, title: 'Đợt mới', formId: given.report.callForm }),
    'office',
    '',
    { others: 'forbidden', except: { otherOffice: 422 } },
  ),
  press('report/call.page.tsx openReportCall', call, deed('open'), 'office', beside),
  press('report/call.page.tsx dropReportCall', call, deed('drop'), 'office', beside),
  press('report/call.page.tsx changeReportCall', call, deed('change', { ...days, title: 'Đợt khác', _version: '1' }), 'office', beside),
  press('report/call.page.tsx closeReportCall', (given) => `/bao-cao/dot/${given.report.callId}`, deed('close'), 'office', beside, {
    ends: 409,
  }),
  press('report/forms.page.tsx takeShippedForms', () => '/bao-cao/mau', deed('take'), 'office otherOffice', '', { others: 'forbidden' }),
  press('report/form.page.tsx reviseForm', (given) => `/bao-cao/mau/${given.report.usedForm}`, deed('revise'), 'office', beside),
  press('report/form.page.tsx saveFormRow', draft, deed('row', { ...row, _version: '1' }), 'office', beside),
  press('report/form.page.tsx removeFormRow', draft, deed('remove', { code: 'star.new', _version: '1' }), 'office', beside),
  press('report/form.page.tsx useForm', draft, deed('use', { _version: '1' }), 'office', beside, { ends: 409 }),
  press('report/form.page.tsx dropForm', draft, deed('dropForm', { _version: '1' }), 'office', beside),
  press(`${page} addReportFiles`, at('samSon'), deed('files', { files: paperPdf(), caption: '' }), samSon, `office ${beside}`),
  press(`${page} removeReportFile`, at('samSon'), (given) => deed('removeFile', { file: given.report.fileId }), samSon, `office ${beside}`),
  press(`${page} startCompute`, at('samSon'), deed('compute'), samSon, `office ${beside}`),
  press(`${page} markReady`, at('samSon'), deed('ready'), samSon, `office ${beside}`),
  // The world of the matrix has recognised something in Sầm Sơn.
  press(`${page} fileNothing`, at('samSon'), deed('nothing'), samSon, `office ${beside}`, { ends: 409 }),
  press(`${page} acceptAll`, at('own'), deed('acceptAll'), 'office', beside),
  press(`${page} goWithout`, at('own'), deed('goWithout'), 'office', beside),
  press(`${page} unready`, at('body'), deed('unready'), 'bodyOfficer', `office ${beside}`),
  press(`${page} approveReport`, at('body'), deed('approve', { signer: 'Lê Văn Ký', post: 'Giám đốc' }), 'bodyOfficer', `office ${beside}`),
  press(`${page} takeBackReport`, at('hauLoc'), deed('takeBack'), 'otherCommuneLeader', `otherOfficer office ${beside}`),
  press(`${page} acceptReport`, at('hauLoc'), deed('accept'), 'office', `${hauLoc} ${beside}`),
  press(`${page} reopenReport`, at('hauLoc'), deed('reopen'), 'office', `${hauLoc} ${beside}`),
  press(`${page} excuseReport`, at('samSon'), deed('excuse'), 'office', `${samSon} ${beside}`),
  press(`${page} expectReport`, at('samSon'), deed('expect'), 'office', `${samSon} ${beside}`, { ends: 409 }),
  press(`${page} extendReport`, at('samSon'), deed('extend', { dueOn: '30/11/2026' }), 'office', `${samSon} ${beside}`, { ends: 422 }),
  press(
    'report/fill.page.tsx saveReport',
    at('samSon', '/nhap'),
    deed('save', { 'v.lead.checks': '0', _version: '-1' }),
    samSon,
    `office ${beside}`,
    {
      ends: 409,
    },
  ),
  press(
    'report/fill.page.tsx propose',
    at('samSon', '/nhap'),
    deed('propose', { kind: 'person', name: 'Lê Thị Hoa', post: '', merit: 'Thành tích' }),
    samSon,
    `office ${beside}`,
  ),
  press(
    'report/fill.page.tsx dropProposal',
    at('samSon', '/nhap'),
    (given) => deed('drop', { proposal: given.report.proposalId }),
    samSon,
    `office ${beside}`,
  ),
  press(
    'report/row.page.tsx restateFigure',
    at('hauLoc', '/dong/lead.checks'),
    deed('restate', { numerator: '9' }),
    hauLoc,
    `office ${beside}`,
  ),
  press(
    'report/send-back.page.tsx sendBackReport',
    at('hauLoc', '/tra-lai'),
    deed('sendBack', { remark: 'Xem lại' }),
    'office',
    `${hauLoc} ${beside}`,
  ),
]

export const reportReadRows: readonly Row[] = [
  look('GET /bao-cao/:id', at('samSon'), `${samSon} office ${beside}`),
  look('GET /bao-cao/:id/dong/:row', at('hauLoc', '/dong/star.new'), `${hauLoc} office ${beside}`),
  look('GET /bao-cao/:id/nhap.xlsx', at('samSon', '/nhap.xlsx'), samSon, `office ${beside}`),
  {
    ...look('see a file of a report', (given) => `/dinh-kem/${given.report.fileId}`, `${samSon} office ${beside}`),
    except: { stranger: 'notFound' },
  },
  look('GET /bao-cao/dot.xlsx', () => '/bao-cao/dot.xlsx', 'office otherOffice leader advisor'),
  look('GET /bao-cao/:id/bang.xlsx', at('body', '/bang.xlsx'), `bodyOfficer office ${beside}`),
  look('GET /bao-cao/:id/du-thao.pdf', at('own', '/du-thao.pdf'), `office ${beside}`),
  look('GET /bao-cao/dot/:id/tong-hop.xlsx', (given) => `/bao-cao/dot/${given.report.callId}/tong-hop.xlsx`, `office ${beside}`),
]

/** What the second place of an address names. */
function inner({ report }: Given, name: string): string {
  return { proposalId: report.proposalId, fileId: report.fileId, row: 'star.new' }[name] ?? ''
}

/** A verb of the API takes its line from the pages' table: one right, two doors. */
function door(
  method: string,
  path: string,
  verb: string,
  which: 'plannedId' | 'callId' | 'own' | 'samSon' | 'hauLoc' | 'body' | 'usedForm' | 'draftForm' | null,
  json: (given: Given) => Record<string, unknown> | undefined = () => undefined,
  ends?: number,
): Row {
  const of = reportPageRows.find((one) => one.verb.endsWith(` ${verb}`))
  if (!of) throw new Error(`no page row for ${verb}`)
  const code = ends ?? of.ends
  const address = (given: Given) =>
    `/api/v1${path.replace(/\{\w+\}/, which === null ? '' : given.report[which]).replace(/\{(\w+)\}/, (_, name: string) => inner(given, name))}`
  const send = (given: Given) => {
    const body = json(given)
    const hasFile = Object.values(body ?? {}).some((value) => value instanceof File)
    return { method, ...(body === undefined ? {} : hasFile ? { form: body as Record<string, File> } : { json: body }) }
  }
  return press(`${method} ${path}`, address, send, of.allowed.join(' '), of.forbidden.join(' '), {
    others: of.others,
    except: of.except,
    ...(code === undefined ? {} : { ends: code }),
  })
}

const why = () => ({ reason: 'Theo chỉ đạo.' })
const { communes: _communes, ...dates } = days
const one = '/reports/{reportId}'

export const reportApiRows: readonly Row[] = [
  look('GET /report-calls', () => '/api/v1/report-calls', 'office otherOffice leader advisor'),
  look('GET /report-calls/{callId}', (given) => `/api/v1/report-calls/${given.report.callId}`, `office ${beside}`),
  look('GET /reports', () => '/api/v1/reports', signedIn),
  look(`GET ${one}`, (given) => `/api/v1/reports/${given.report.samSon}`, `${samSon} office ${beside}`),
  door('POST', '/report-calls', 'planReportCall', null, (given) => ({ ...dates, title: 'Đợt mới', formId: given.report.callForm })),
  door('POST', '/report-calls/{callId}/open', 'openReportCall', 'plannedId'),
  door('POST', '/report-calls/{callId}/close', 'closeReportCall', 'callId'),
  door('PUT', one, 'saveReport', 'samSon', () => ({ fields: { 'v.lead.checks': '0' }, version: 0 })),
  door('POST', `${one}/compute`, 'startCompute', 'samSon'),
  door('POST', `${one}/ready`, 'markReady', 'samSon'),
  door('POST', `${one}/nothing`, 'fileNothing', 'samSon', why),
  door('POST', `${one}/approve`, 'approveReport', 'body', () => ({ signer: 'Lê Văn Ký', post: 'Giám đốc' })),
  door('POST', `${one}/accept`, 'acceptReport', 'hauLoc'),
  door('POST', `${one}/send-back`, 'sendBackReport', 'hauLoc', () => ({ remark: 'Xem lại' })),
  door('POST', `${one}/extend`, 'extendReport', 'samSon', () => ({ dueOn: '30/11/2026', ...why() })),
  door('PUT', '/report-calls/{callId}', 'changeReportCall', 'plannedId', () => ({ ...dates, title: 'Đợt khác', version: 1 })),
  door('DELETE', '/report-calls/{callId}', 'dropReportCall', 'plannedId'),
  look('GET /report-forms', () => '/api/v1/report-forms', 'office otherOffice leader advisor'),
  look('GET /report-forms/{formId}', (given) => `/api/v1/report-forms/${given.report.draftForm}`, `office ${beside}`),
  door('POST', '/report-forms', 'takeShippedForms', null),
  door('POST', '/report-forms/{formId}/revise', 'reviseForm', 'usedForm'),
  door('PUT', '/report-forms/{formId}/rows', 'saveFormRow', 'draftForm', () => ({ ...row, section: 1, version: 1 })),
  door('POST', '/report-forms/{formId}/rows/{row}/remove', 'removeFormRow', 'draftForm', () => ({ version: 1 })),
  door('POST', '/report-forms/{formId}/use', 'useForm', 'draftForm', () => ({ version: 1 })),
  door('POST', '/report-forms/{formId}/drop', 'dropForm', 'draftForm', () => ({ version: 1 })),
  door('POST', `${one}/unready`, 'unready', 'body'),
  door('POST', `${one}/go-without`, 'goWithout', 'own', why),
  door('POST', `${one}/proposals`, 'propose', 'samSon', () => ({ kind: 'person', name: 'Lê Thị Hoa', merit: 'Thành tích' })),
  door('DELETE', `${one}/proposals/{proposalId}`, 'dropProposal', 'samSon'),
  door('POST', `${one}/files`, 'addReportFiles', 'samSon', () => ({ files: paperPdf(), caption: '' })),
  door('DELETE', `${one}/files/{fileId}`, 'removeReportFile', 'samSon'),
  door('POST', `${one}/take-back`, 'takeBackReport', 'hauLoc', why),
  door('POST', `${one}/accept-all`, 'acceptAll', 'own'),
  door('POST', `${one}/reopen`, 'reopenReport', 'hauLoc', why),
  door('POST', `${one}/excuse`, 'excuseReport', 'samSon', why),
  door('POST', `${one}/expect`, 'expectReport', 'samSon'),
  door('POST', `${one}/restatements`, 'restateFigure', 'hauLoc', () => ({ row: 'lead.checks', numerator: 9, ...why() })),
]
