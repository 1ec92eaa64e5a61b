// The permission matrix of values by hand. The target at hand is computed from records, so a permitted press ends with a refusal of the request itself.
import { paperPdf } from './files.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const target = (given: Given) => `/chi-tieu/ke-hoach/${given.programmePlan.issued}/T01`
const readers = 'leader advisor bodyOfficer officer communeLeader otherOfficer otherCommuneLeader'

const figureReaders = `office ${readers} otherOffice`
/** Rows of persons are the office's alone: `personal rows by API` in figures.test.ts. */
const figure = (tail = '') => `/api/v1/indicators/recognised-new${tail}`

export const figureApiRows: readonly Row[] = [
  look('GET /indicators', () => '/api/v1/indicators', figureReaders),
  look('GET /indicators/{indicator}', () => figure(), figureReaders),
  look('GET /indicators/{indicator}/units', () => figure('/units'), figureReaders),
  look('GET /indicators/{indicator}/rows', () => figure('/rows'), figureReaders),
]

export const figurePageRows: readonly Row[] = [
  press(
    'indicator/target.page.tsx enterTargetValue',
    target,
    { form: { deed: 'enter', asOf: '15/09/2026', numerator: '3', note: 'Theo biên bản.', files: paperPdf() } },
    'office',
    readers,
    { ends: 400 },
  ),
  press(
    'indicator/target.page.tsx takeBackTargetValue',
    target,
    { form: { deed: 'takeBack', value: '019a0000-0000-7000-8000-000000000000', reason: 'Nhập nhầm.' } },
    'office',
    readers,
    { ends: 400 },
  ),
]
