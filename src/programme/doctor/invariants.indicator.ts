// Invariants of figures: what they are counted from must carry what counting needs.
import type { Invariant } from './invariant.ts'

export const indicatorInvariants: readonly Invariant[] = [
  {
    name: 'hand-value-has-its-evidence',
    severity: 'fault',
    holds: {
      vi: 'Giá trị chỉ tiêu nhập tay có tệp minh chứng và thuộc một kế hoạch; đã rút lại thì có lý do.',
      en: 'A target’s value by hand has its evidence and a plan; taken back, it has a reason.',
    },
    remedy: { vi: 'Rút lại giá trị đó rồi nhập lại kèm minh chứng.', en: 'Take the value back and enter it again with its evidence.' },
    sql: `select v.id, v.target_code from programme_target_value v
      where not exists (select 1 from attachment a where a.subject_kind = 'targetValue' and a.subject_id = v.id)
        or not exists (select 1 from programme_plan p where p.family_id = v.family_id)
        or (v.taken_back_at is not null and coalesce(v.taken_back_reason, '') = '')`,
  },
  {
    name: 'certificate-carries-its-era',
    severity: 'fault',
    holds: {
      vi: 'Giấy chứng nhận ghi đúng thời kỳ của mã xã theo hồ sơ: một mã chỉ một nơi khi kèm thời kỳ.',
      en: 'A certificate carries the era of its commune code as its dossier has it: a code names a place only with its era.',
    },
    remedy: {
      vi: 'Đối chiếu hồ sơ của giấy chứng nhận; số liệu theo xã và theo tỉnh cũ, mới phụ thuộc cột này.',
      en: 'Compare with the dossier; figures by commune and by old and new provinces stand on this.',
    },
    sql: `select c.id, c.product_code from certificate c join dossier d on d.id = c.dossier_id where c.unit_era <> d.unit_era`,
  },
]
