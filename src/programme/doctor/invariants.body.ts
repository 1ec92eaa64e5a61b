// Invariants of bodies, their officers, files that belong to records, and sheets brought in.
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
  {
    name: 'sheet-wrote-its-good-rows',
    severity: 'fault',
    holds: {
      vi: 'Bảng đã ghi: dòng thêm mới, cập nhật nào cũng có bản ghi; bảng chưa ghi hoặc đã hủy không có bản ghi nào.',
      en: 'In a written sheet every new or changed row has its record; in one not written, none has.',
    },
    remedy: {
      vi: 'Đối chiếu nhật ký “sheet.confirmed”; tải lại tệp đó.',
      en: 'Compare with “sheet.confirmed” in the ledger; send the file again.',
    },
    sql: `select b.id, b.kind, r.line from sheet_batch b join sheet_row r on r.batch_id = b.id
      where (r.record_id is not null) <> (b.state = 'done' and r.outcome in ('new', 'changed'))`,
  },
]
