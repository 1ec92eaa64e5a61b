// Invariants of the words and versions of regulations, and of corrections taken into rounds.
import type { Invariant } from './invariant.ts'

export const regulationInvariants: readonly Invariant[] = [
  {
    name: 'published-regulation-by-two-people',
    severity: 'fault',
    holds: {
      vi: 'Bản quy định đã công bố có người trình, người xác nhận khác nhau và còn đủ nội dung.',
      en: 'A published version was proposed by one, confirmed by another, and its content is kept.',
    },
    remedy: { vi: 'Khôi phục từ bản sao lưu.', en: 'Restore it from a backup.' },
    sql: `select r.id, r.published_id, r.published_hash from regulation_revision r
      where r.state = 'published' and (r.proposed_by is null or r.proposed_by = r.confirmed_by
        or not exists (select 1 from regulation_content c where c.hash = r.published_hash and c.regulation_id = r.published_id))`,
  },
  {
    name: 'round-after-correction-keeps-the-new-hash',
    severity: 'fault',
    holds: {
      vi: 'Đợt đã áp dụng đính chính giữ mã nội dung mới nhất đã áp dụng, và nội dung đó còn lưu.',
      en: 'A round that took a correction holds the hash it took last, and that content is kept.',
    },
    remedy: { vi: 'Đối chiếu nhật ký của đợt.', en: 'Compare with the ledger of the round.' },
    sql: `select r.id, r.name, r.regulation_hash from round r
      join lateral (select c.to_hash from round_correction c where c.round_id = r.id order by c.adopted_at desc limit 1) last on true
      where last.to_hash <> r.regulation_hash or not exists (select 1 from regulation_content k where k.hash = last.to_hash)`,
  },
  {
    name: 'dossier-in-round-of-its-own-content',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ đang xét trong đợt dùng đúng nội dung quy định của đợt.',
      en: 'A dossier under assessment uses the very content its round is pinned to.',
    },
    remedy: { vi: 'Áp dụng bản đính chính cho đợt, hoặc khôi phục từ bản sao lưu.', en: 'Adopt the correction for the round, or restore.' },
    sql: `select d.id, d.regulation_hash, r.regulation_hash as round_hash from dossier d join round r on r.id = d.round_id
      where r.authority = d.authority and r.state <> 'closed' and d.state in ('accepted', 'onAgenda')
        and (d.regulation_hash <> r.regulation_hash or d.regulation_id <> r.regulation_id)`,
  },
  {
    name: 'wording-revisions-in-a-row',
    severity: 'fault',
    holds: { vi: 'Các bản lời văn đánh số liên tục từ 1.', en: 'Wording revisions are numbered from 1 without a gap.' },
    remedy: { vi: 'Khôi phục từ bản sao lưu.', en: 'Restore from a backup.' },
    sql: `select min(id::text) as id, regulation_id, count(*)::int as n, max(ordinal) as newest from wording_revision group by regulation_id having count(*) <> max(ordinal)`,
  },
]
