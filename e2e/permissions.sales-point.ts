// The permission matrix of points of sale: rows of the pages.
import { allMet, monthInput, pointInput } from '#/programme/sales-point/sales-point.fixture.ts'
import { paperPdf } from './files.ts'
import { everyone, look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | File>) => ({ form: fields })
const readers = 'leader advisor'
/** Who reads a point on the ground of the producer's commune, and keeps it not. */
const local = 'producer officer communeLeader bodyOfficer'
const planned = (given: Given) => `/diem-ban/${given.salesPoint.planned}`
const running = (given: Given) => `/diem-ban/${given.salesPoint.running}`
const point = pointInput as Record<string, string>
const page = (verb: string) => `sales-point/point.page.tsx ${verb}`
const not = `${readers} ${local}`

export const salesPointPageRows: Row[] = [
  // A commune and a producer of one province are not another's, so the other office is told at the field.
  press('sales-point/point-new.page.tsx addPoint', () => '/diem-ban/them', form({ ...point, name: 'Điểm mới' }), 'office', readers, {
    except: { otherOffice: 422 },
  }),
  press(
    'sales-point/point-edit.page.tsx changePoint',
    (given) => `${planned(given)}/sua`,
    form({ ...point, name: 'Tên khác', _version: '1' }),
    'office',
    not,
  ),
  press(
    'sales-point/criteria.page.tsx setCriteria',
    () => '/diem-ban/tieu-chi',
    form({ deed: 'set', criteria: 'Có biển hiệu' }),
    'office otherOffice',
    readers,
  ),
  press(page('judgeCriteria'), planned, form({ deed: 'criteria', ...allMet }), 'office', not),
  press(page('openPoint'), planned, form({ deed: 'open', decisionNumber: '1/QĐ', openedOn: '05/06/2026' }), 'office', not, { ends: 409 }),
  press(page('suspendPoint'), running, form({ deed: 'suspend', reason: 'Sửa chữa.' }), 'office', not),
  press(page('closePoint'), running, form({ deed: 'close', reason: 'Hết hạn thuê.', closedOn: '10/09/2026' }), 'office', not),
  // The product at hand has no certificate.
  press(
    page('addPointProduct'),
    running,
    (given) => form({ deed: 'product', product: given.salesPoint.productId, since: '10/06/2026' }),
    'office',
    not,
    { ends: 422 },
  ),
  press(page('endPointProduct'), running, (given) => form({ deed: 'endProduct', product: given.salesPoint.productId }), 'office', not),
  press(
    page('fileMonth'),
    running,
    form({ deed: 'month', month: '2026-08', ...monthInput }),
    'office producer',
    `${readers} officer communeLeader bodyOfficer`,
  ),
  press(page('judgeMonth'), running, form({ deed: 'judge', month: '2026-07', verdict: 'accepted', remark: '' }), 'office', not),
  press(page('addPointPapers'), running, form({ deed: 'papers', files: paperPdf(), caption: '' }), 'office', not),
  press(page('removePointPaper'), running, (given) => form({ deed: 'removeFile', file: given.salesPoint.paperId }), 'office', not),
]

const everyoneLocal = 'producer otherProducer officer otherOfficer communeLeader otherCommuneLeader bodyOfficer'

/** Reads: the desk, the operator, the commune of the place, other bodies of the desk; papers and figures only for the first two. */
export const salesPointReadRows: Row[] = [
  ...['/diem-ban', '/diem-ban.xlsx', '/diem-ban/bao-cao-thang'].map((path) =>
    look(`see ${path}`, () => path, `office otherOffice ${readers} ${everyoneLocal}`),
  ),
  look('see the criteria of points', () => '/diem-ban/tieu-chi', 'office otherOffice', readers),
  look('see a point of sale', running, `office ${readers} ${local}`),
  {
    ...look('see a paper of a point', (given) => `/dinh-kem/${given.salesPoint.paperId}`, `office ${readers} producer`),
    except: { stranger: 'notFound' },
  },
  look('see where to buy', () => '/diem-ban-ocop', everyone),
]
