// Invariants of the way between levels: where a dossier is, how it got there, on which result its desk decides.
import type { Invariant } from './invariant.ts'

export const levelInvariants: readonly Invariant[] = [
  {
    name: 'desk-is-of-the-dossiers-province',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ ở một cấp của chính tỉnh mình, hoặc ở Bộ; cấp huyện chỉ có theo quy định còn cấp huyện.',
      en: 'A dossier is at a desk of its own province or at the ministry; at a district only where its regulation has one.',
    },
    remedy: {
      vi: 'Xem các lần chuyển của hồ sơ rồi đưa về đúng cấp.',
      en: 'Read the dossier’s transfers and put it back where it belongs.',
    },
    // The packs that assess at a district: 1048/QĐ-TTg and 148/QĐ-TTg before 1489/QĐ-TTg.
    sql: `select id, state, province_code, authority, regulation_id from dossier
      where (authority <> 'TW' and split_part(authority, '.', 1) <> province_code)
        or (strpos(authority, '.') > 0 and regulation_id not in ('qd-1048-2019', 'qd-148-2023'))`,
  },
  {
    name: 'returned-dossier-has-open-transfer',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ cấp trên chuyển về chờ lựa chọn khi và chỉ khi lần chuyển về chưa được trả lời.',
      en: 'A dossier waits for its desk’s choice exactly while a return is unanswered.',
    },
    remedy: { vi: 'Chọn cách xử lý ở trang hồ sơ.', en: 'Make the choice on the dossier’s page.' },
    // The ministry's request to assess again has its own state machine; only returns made as transfers are looked at from the other side.
    sql: `select d.id, d.state, t.id::text as transfer from dossier d
      left join transfer t on t.dossier_id = d.id and t.way = 'down' and t.choice is null
      where (d.state = 'returned') <> (t.id is not null) or (t.id is not null and t.to_authority <> d.authority)`,
  },
  {
    name: 'transfer-joins-two-desks',
    severity: 'fault',
    holds: {
      vi: 'Mỗi lần chuyển có công văn, có kết quả khi chuyển vì kết quả, và đến nơi hồ sơ đã hoặc đang ở.',
      en: 'A transfer has its letter, its result where it rests on one, and leads to a desk the dossier has been at.',
    },
    remedy: { vi: 'Đối chiếu nhật ký của hồ sơ.', en: 'Compare with the dossier’s ledger.' },
    sql: `select t.id, t.dossier_id::text as dossier, t.way, t.ground from transfer t join dossier d on d.id = t.dossier_id
      where (t.document_id is null and t.answer_id is null) or t.from_authority = t.to_authority or (t.ground = 'result' and t.result_id is null)
        or not (t.to_authority = d.authority or t.to_authority = any (d.past_authorities))
        or not (t.from_authority = d.authority or t.from_authority = any (d.past_authorities) or t.answer_id is not null)`,
  },
  {
    name: 'deciding-result-came-to-the-desk',
    severity: 'fault',
    holds: {
      vi: 'Cơ quan quyết định trên kết quả còn hiệu lực của Hội đồng mình, hoặc kết quả cấp trên chuyển về.',
      en: 'A desk decides on a valid result of its own council, or on one that came back to it.',
    },
    remedy: { vi: 'Xem kết quả và các lần chuyển của hồ sơ.', en: 'Read the dossier’s results and transfers.' },
    sql: `select d.id, d.state, d.authority, r.authority as result_of, r.state as result_state from dossier d
      join result r on r.id = d.deciding_result_id
      where r.dossier_id <> d.id
        or (d.state in ('concluded', 'recognised', 'notRecognised', 'sentToMinistry') and r.authority <> d.authority and not exists (
          select 1 from transfer t where t.dossier_id = d.id and t.way = 'down' and t.to_authority = d.authority and t.result_id = r.id
            and t.choice in ('recogniseOnThatResult', 'letter')))`,
  },
  {
    name: 'way-up-was-approved',
    severity: 'fault',
    holds: {
      vi: 'Kết quả chuyển lên cấp trên có quyết định phê duyệt đã ban hành.',
      en: 'A result that went up names the issued approval it rests on.',
    },
    remedy: { vi: 'Ban hành quyết định phê duyệt kết quả.', en: 'Issue the approval.' },
    sql: `select t.id, t.dossier_id::text as dossier, t.to_authority from transfer t left join recognition_decision x on x.id = t.decision_id
      where t.way = 'up' and t.decision_id is not null and (x.state <> 'issued' or x.kind <> 'approval' or x.authority <> t.from_authority)`,
  },
]
