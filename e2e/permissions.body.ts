// The permission matrix of bodies and of the files under them.
import { paperPdf } from './files.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const beside = 'leader clerk advisor'
const readers = `office admin ${beside} bodyOfficer`
const body = (given: Given) => `/co-quan/${given.world.bodies.departments[1]}`

export const bodyPageRows: readonly Row[] = [
  press(
    'body/bodies.page.tsx addBody',
    () => '/co-quan',
    form({ name: 'Hội Phụ nữ tỉnh', shortName: 'HPN', kind: 'association' }),
    'office otherOffice admin',
    beside,
  ),
  press('body/body.page.tsx addBodyPapers', body, { form: { files: [paperPdf()], caption: '' } }, 'office admin', `${beside} bodyOfficer`),
  press(
    'body/body.page.tsx removeBodyPaper',
    body,
    (given) => form({ deed: 'removeFile', file: given.attachmentId }),
    'office admin',
    `${beside} bodyOfficer`,
  ),
]

export const attachmentRows: readonly Row[] = [
  { ...look('GET /dinh-kem/:id', (given) => `/dinh-kem/${given.attachmentId}`, readers), except: { stranger: 'notFound' } },
]
