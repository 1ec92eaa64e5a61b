// The permission matrix of commendation.
import { issueForm } from '#/programme/programme-plan/plan.fixture.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: { reason: 'Theo chỉ đạo.', ...fields } })
const list = (given: Given) => `/khen-thuong/${given.commendation.listId}`
/** Who reads the desk's lists beside its office. */
const beside = 'leader advisor'
const everywhere = { others: 'forbidden' } as const

export const commendationPageRows: readonly Row[] = [
  press(
    'commendation/choose.page.tsx draftCommendation',
    () => '/khen-thuong/chon',
    (given) => form({ title: 'Khen thưởng', award: 'praise', proposals: given.commendation.freeId }),
    'office',
    '',
    // Another desk's proposals are none of its own.
    { ...everywhere, except: { otherOffice: 409 } },
  ),
  press(
    'commendation/choose.page.tsx addCommended',
    () => '/khen-thuong/chon',
    (given) => form({ into: given.commendation.listId, proposals: given.commendation.freeId }),
    'office',
    beside,
  ),
  press(
    'commendation/list.page.tsx dropCommended',
    list,
    (given) => form({ deed: 'drop', commendationId: given.commendation.commendedId }),
    'office',
    beside,
  ),
  press('commendation/list.page.tsx cancelCommendation', list, form({ deed: 'cancel' }), 'office', beside),
  press('commendation/list.page.tsx decideCommendation', list, form({ deed: 'decide', ...issueForm }), 'leader', 'office advisor'),
]

export const commendationFileRows: readonly Row[] = [
  look('GET /khen-thuong.xlsx', () => '/khen-thuong.xlsx', `office otherOffice ${beside}`),
]
