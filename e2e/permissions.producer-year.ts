// The permission matrix of yearly figures.
import { press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const local = 'officer communeLeader'
const year =
  (which: 'draft' | 'filed', tail = '') =>
  (given: Given) =>
    `/so-lieu-nam/${given.world.producers.own}/${given.producerYear[which]}${tail}`

export const producerYearPageRows: readonly Row[] = [
  press(
    'producer-year/years.page.tsx moveYearTerm',
    () => '/so-lieu-nam',
    form({ deed: 'term', year: '2025', dueOn: '31/12/2026', reason: 'Mưa lũ.' }),
    'office otherOffice',
    'leader advisor officer otherOfficer communeLeader otherCommuneLeader',
  ),
  press('producer-year/year-form.page.tsx saveYear', year('draft', '/khai'), form({ step: '1', workers: '9', _version: '1' }), 'producer'),
  press('producer-year/year-form.page.tsx fileYear', year('draft', '/khai'), form({ deed: 'file' }), 'producer'),
  press(
    'producer-year/year.page.tsx takeBackYear',
    year('filed'),
    form({ deed: 'takeBack' }),
    'producer',
    `office leader advisor ${local}`,
  ),
  press('producer-year/year.page.tsx checkYear', year('filed'), form({ deed: 'check' }), `office ${local}`, 'producer leader advisor'),
  press(
    'producer-year/year.page.tsx returnYear',
    year('filed'),
    form({ deed: 'return', reason: 'Xem lại doanh thu.' }),
    `office ${local}`,
    'producer leader advisor',
  ),
]
