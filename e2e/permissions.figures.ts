// The permission matrix of values by hand. The target at hand is computed from records, so a permitted press ends with a refusal of the request itself.
import { paperPdf } from './files.ts'
import { press, type Given, type Row } from './permissions.row.ts'

const target = (given: Given) => `/chi-tieu/ke-hoach/${given.programmePlan.issued}/T01`
const readers = 'leader advisor bodyOfficer officer communeLeader otherOfficer otherCommuneLeader'

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
