// The permission matrix of batches: rows of the pages. A draft is its producer's alone; what was published is read by desk and commune.
import { batchInput } from '#/programme/batch/batch.fixture.ts'
import { paperPdf } from './files.ts'
import { everyone, look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | File>) => ({ form: fields })
const readers = 'office leader advisor officer communeLeader'
const draft = (given: Given) => `/lo-san-xuat/${given.batch.draft}`
const published = (given: Given) => `/lo-san-xuat/${given.batch.published}`
const page = (verb: string) => `batch/batch.page.tsx ${verb}`

export const batchPageRows: Row[] = [
  press(
    'batch/batch-new.page.tsx addBatch',
    (given) => `/lo-san-xuat/them?san-pham=${given.batch.product}`,
    form({ ...batchInput, number: 'Mới' }),
    'producer',
  ),
  press(
    'batch/batch-edit.page.tsx changeBatch',
    (given) => `${draft(given)}/sua`,
    form({ ...batchInput, number: 'Khác', _version: '1' }),
    'producer',
  ),
  press(page('publishBatch'), draft, form({ deed: 'publish' }), 'producer'),
  press(page('dropBatch'), draft, form({ deed: 'drop' }), 'producer'),
  press(page('addBatchPapers'), draft, form({ deed: 'papers', files: paperPdf(), caption: '' }), 'producer'),
  press(page('removeBatchPaper'), draft, (given) => form({ deed: 'removeFile', file: given.batch.draftPaper }), 'producer'),
  press(page('correctBatch'), published, form({ deed: 'correct', correction: 'Sai ngày.' }), 'producer', readers),
  press(
    page('recallBatch'),
    published,
    form({ deed: 'recall', reason: 'Nhiễm bẩn.' }),
    'producer office',
    'leader advisor officer communeLeader',
  ),
]

const hidden = (row: Row): Row => ({ ...row, except: { stranger: 'notFound' } })
const all = 'producer otherProducer office otherOffice leader advisor officer otherOfficer communeLeader otherCommuneLeader'

export const batchReadRows: Row[] = [
  ...['/lo-san-xuat', '/lo-san-xuat.xlsx'].map((path) => look(`see ${path}`, () => path, all)),
  look('see a batch', published, `producer ${readers}`),
  look('see a draft of a batch', draft, 'producer'),
  look('see the labels of a batch', (given) => `${published(given)}/tem.pdf`, 'producer', readers),
  look('see the trace of a batch', (given) => `/lo/${given.batch.code}`, everyone),
  look('see the QR of a batch', (given) => `/lo/${given.batch.code}/qr.svg`, everyone),
  hidden(look('see a paper of a batch', (given) => `/dinh-kem/${given.batch.paper}`, `producer ${readers}`)),
]
