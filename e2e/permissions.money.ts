// The permission matrix of the programme's money: rows of the pages.
import { paperPdf } from './files.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | File>) => ({ form: fields })
/** Who reads the desk's money and enters nothing. */
const readers = 'leader advisor'
const line = (given: Given) => `/kinh-phi/khoan/${given.money.lineId}`
const entry = (given: Given) => `/kinh-phi/but-toan/${given.money.waiting}`
const newLine = { title: 'Khoản', year: '2026', itemCategory: 'training', planned: '' }

export const moneyPageRows: Row[] = [
  press(
    'money/sources.page.tsx addSource',
    () => '/kinh-phi/nguon',
    form({ deed: 'add', kind: 'province', name: 'Ngân sách' }),
    'office otherOffice',
    '',
    {
      others: 'forbidden',
    },
  ),
  press(
    'money/sources.page.tsx endSource',
    () => '/kinh-phi/nguon',
    (given) => form({ deed: 'end', id: given.money.sourceId }),
    'office',
    readers,
  ),
  press('money/line-new.page.tsx addLine', () => '/kinh-phi/khoan-moi', form(newLine), 'office otherOffice', '', { others: 'forbidden' }),
  press('money/line.page.tsx changeLine', line, form({ deed: 'change', ...newLine, _version: '1' }), 'office', readers),
  press('money/line.page.tsx endLine', line, form({ deed: 'end' }), 'office', readers),
  press(
    'money/entry-new.page.tsx enterMoney',
    (given) => `${line(given)}/ghi/disbursement`,
    (given) => form({ sourceId: given.money.sourceId, amount: '5', onDay: '15/09/2026', payee: 'Công ty In' }),
    'office',
    readers,
  ),
  press(
    'money/entry-new.page.tsx addEntryPapers',
    (given) => `${line(given)}/ghi/disbursement`,
    (given) => form({ sourceId: given.money.sourceId, amount: '5', onDay: '15/09/2026', payee: 'Công ty In', files: paperPdf() }),
    'office',
    readers,
  ),
  // Entered by the office of the cast, so its own press is refused as anybody's would be who entered it.
  press('money/entry.page.tsx approveEntry', entry, form({ deed: 'approve' }), 'leader', 'office advisor'),
  press('money/entry.page.tsx refuseEntry', entry, form({ deed: 'refuse', reason: 'Thiếu hóa đơn.' }), 'leader', 'office advisor'),
  press('money/entry.page.tsx takeBackEntry', entry, form({ deed: 'takeBack' }), 'office', readers),
  press('money/entry.page.tsx addEntryPapers', entry, form({ deed: 'papers', files: paperPdf(), caption: '' }), 'office', readers),
  press(
    'money/entry.page.tsx removeEntryPaper',
    entry,
    (given) => form({ deed: 'removeFile', file: given.money.paperId }),
    'office',
    readers,
  ),
  press(
    'money/plan-money.page.tsx openPlanLines',
    (given) => `/kinh-phi/ke-hoach/${given.money.plan}`,
    form({ deed: 'open', year: '2026', 'muc.K1': 'training' }),
    'office',
    '',
    { except: { leader: 'forbidden', advisor: 'forbidden', otherOffice: 'notFound' }, others: 'forbidden' },
  ),
]

/** Reads: the desk's own office, leader and advisors; another desk has its own. */
export const moneyReadRows: Row[] = [
  ...['/kinh-phi', '/kinh-phi.xlsx', '/kinh-phi/so', '/kinh-phi/so.xlsx', '/kinh-phi/nguon', '/kinh-phi/nguon.xlsx'].map((at) =>
    look(`see ${at}`, () => at, 'office otherOffice leader advisor'),
  ),
  look('see a line', line, 'office leader advisor'),
  look('see an entry', entry, 'office leader advisor'),
  { ...look('see its paper', (given) => `/dinh-kem/${given.money.paperId}`, 'office leader advisor'), except: { stranger: 'notFound' } },
  look('see a plan’s money', (given) => `/kinh-phi/ke-hoach/${given.money.plan}`, 'office leader advisor'),
]
