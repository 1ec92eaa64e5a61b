// Invariants of bodies, their officers, and files that belong to records.
import type { Invariant } from './invariant.ts'

export const bodyInvariants: readonly Invariant[] = [
  {
    name: 'body-officer-at-its-desk',
    severity: 'fault',
    holds: {
      vi: 'Cán bộ cơ quan, đơn vị phối hợp giữ vai trò ở đúng cấp của cơ quan đó.',
      en: 'An officer of a co-operating body holds the role at the desk of that body.',
    },
    remedy: { vi: 'Thu hồi vai trò rồi cấp lại với đúng cơ quan.', en: 'Revoke the role and grant it with the right body.' },
    sql: `select g.id, g.account_id, b.name from role_grant g join body b on b.id = g.body_id
      where g.role = 'bodyOfficer' and g.revoked_at is null and g.authority <> b.authority`,
  },
  {
    name: 'attachment-has-its-record',
    severity: 'fault',
    holds: {
      vi: 'Tệp đính kèm thuộc một hồ sơ còn đó, cùng cấp, và dài đúng như tệp đã lưu.',
      en: 'An attached file belongs to a record that is there, of the same desk, and is as long as the file kept.',
    },
    remedy: { vi: 'Đối chiếu nhật ký “attachment.added” của tệp.', en: 'Compare with the entry “attachment.added” of the ledger.' },
    sql: `select a.id, a.subject_kind, a.file_name from attachment a join stored_file f on f.sha256 = a.sha256
      where a.size <> f.size
        or (a.subject_kind = 'body' and not exists (select 1 from body b where b.id = a.subject_id and b.authority = a.authority))`,
  },
]
