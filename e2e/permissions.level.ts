// Who may move a dossier between levels. The dossier at hand is proposed to a province under 26/2026: its office is told that the step is not open.
import { press, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const deed = (verb: string, fields: Record<string, string>): Row =>
  press(`office/dossier.page.tsx ${verb}`, (given) => `/tinh/ho-so/${given.proposed}`, form(fields), 'office', 'advisor leader clerk', {
    ends: 409,
  })

export const levelPageRows: readonly Row[] = [
  deed('sendUp', { viec: 'chuyen-len', handed: '5', note: '' }),
  deed('returnDown', { viec: 'chuyen-ve', note: '', reason: '' }),
  deed('returnNotValid', { viec: 'khong-hop-le', reason: 'Thiếu.' }),
  press(
    'admin/desks.page.tsx setUpDesk',
    () => '/quan-tri/cac-cap',
    form({ place: 'TW', committee: 'Bộ Nông nghiệp và Môi trường', office: 'Văn phòng Điều phối trung ương' }),
    'admin',
    '',
    { others: 'forbidden' },
  ),
  deed('chooseOnReturn', { viec: 'chon', choice: 'reassess', reason: 'Thiếu.' }),
]
