// Invariants of the records of the past and of bodies that ended.
import type { Invariant } from './invariant.ts'

export const importInvariants: readonly Invariant[] = [
  {
    name: 'finished-import-wrote-every-row',
    severity: 'fault',
    holds: { vi: 'Tệp đã nhập xong thì mọi dòng đều có kết quả.', en: 'Of a file that is done, every row has its outcome.' },
    remedy: { vi: 'Tải lại tệp: dòng đã ghi không ghi lại.', en: 'Send the file again: nothing is written twice.' },
    sql: `select b.id, b.file_name, b.rows_total, b.rows_done from import_batch b where b.state = 'done'
      and (b.rows_done <> b.rows_total or exists (select 1 from import_row r where r.batch_id = b.id and r.written is null))`,
  },
  {
    name: 'past-recognition-in-a-unit-of-its-day',
    severity: 'warning',
    holds: {
      vi: 'Đơn vị của kết quả cũ tồn tại vào ngày quyết định.',
      en: 'The unit of a past recognition existed on its decision’s day.',
    },
    remedy: { vi: 'Gán lại đơn vị.', en: 'Assign the unit again.' },
    sql: `select id, product, unit_era, unit_code, decision_date from past_recognition where decision_date is not null and unit_era is not null
      and unit_era <> case when decision_date < date '2025-07-01' then 'e2023' else 'e2025' end`,
  },
  {
    name: 'ended-body-holds-no-role',
    severity: 'fault',
    holds: { vi: 'Không còn vai trò nào ở cơ quan đã kết thúc.', en: 'No role goes on in a body that ended.' },
    remedy: { vi: 'Kết thúc vai trò, cấp lại ở cơ quan kế thừa.', en: 'End the role, grant it in the successor.' },
    sql: `select g.id, b.name, g.role, g.valid_to from role_grant g join body b on b.id = g.body_id
      where b.valid_to is not null and g.revoked_at is null and (g.valid_to is null or g.valid_to > b.valid_to)`,
  },
]
