// Invariants of promised days that the calendar moved.
import type { Invariant } from './invariant.ts'

export const calendarInvariants: readonly Invariant[] = [
  {
    name: 'moved-deadline-stands',
    severity: 'fault',
    holds: {
      vi: 'Hạn bổ sung đã lùi vì lịch nghỉ đúng bằng ngày ghi ở lần lùi cuối.',
      en: 'A supplement’s day that the calendar moved is the day of its last move.',
    },
    remedy: {
      vi: 'Đối chiếu nhật ký deadline.moved, sửa lại hạn cho đúng.',
      en: 'Compare with deadline.moved in the ledger and mend the day.',
    },
    sql: `select r.id, r.due_on, c.due_after from supplement_request r join lateral (
        select due_after from deadline_change x where x.kind = 'supplement' and x.subject_id = r.id order by x.changed_at desc, x.id desc limit 1) c on true
      where r.due_on <> c.due_after`,
  },
  {
    name: 'deadline-change-has-its-subject',
    severity: 'fault',
    holds: { vi: 'Lần lùi hạn gắn với đúng hạn của đúng hồ sơ.', en: 'A moved day belongs to a promise of its own dossier.' },
    remedy: { vi: 'Đối chiếu nhật ký deadline.moved.', en: 'Compare with deadline.moved in the ledger.' },
    sql: `select x.id, x.kind, x.subject_id from deadline_change x where not exists (
        select 1 from dossier_clock c where x.kind = 'clock' and c.id = x.subject_id and c.dossier_id = x.dossier_id)
      and not exists (select 1 from supplement_request r where x.kind = 'supplement' and r.id = x.subject_id and r.dossier_id = x.dossier_id)`,
  },
]
