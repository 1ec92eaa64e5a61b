// Invariants of stored files, issued papers and number registers.
import type { Invariant } from './invariant.ts'

export const documentInvariants: readonly Invariant[] = [
  {
    name: 'snapshot-files-are-stored',
    severity: 'fault',
    holds: { vi: 'Mọi tệp nêu trong bản nộp đều có trong kho.', en: 'Every file named in a submission is in the store.' },
    remedy: { vi: 'Khôi phục tệp từ bản sao lưu.', en: 'Restore the file from a backup.' },
    sql: `select s.id, f->>'sha256' as sha256, f->>'fileName' as file_name from dossier_submission s,
        jsonb_path_query(s.snapshot, '$.papers[*].files[*]') f
      where not exists (select 1 from stored_file x where x.sha256 = f->>'sha256')`,
  },
  {
    name: 'certificate-photo-is-stored',
    severity: 'fault',
    holds: { vi: 'Ảnh trên giấy chứng nhận có trong kho.', en: 'A certificate’s photo is in the store.' },
    remedy: { vi: 'Khôi phục tệp từ bản sao lưu.', en: 'Restore the file from a backup.' },
    sql: `select id, product_code, photo_sha256 from certificate c where photo_sha256 is not null
      and not exists (select 1 from stored_file x where x.sha256 = c.photo_sha256)`,
  },
  {
    name: 'number-on-one-paper',
    severity: 'fault',
    holds: { vi: 'Một số văn bản chỉ nằm trên một văn bản.', en: 'A number stands on one paper only.' },
    remedy: { vi: 'Cấp số mới cho văn bản sau, đính chính bằng văn bản.', en: 'Give the later paper a new number by a correction.' },
    sql: `select number_entry_id as id, count(*)::int as papers, min(number) as number from document
      where number_entry_id is not null group by number_entry_id having count(*) > 1`,
  },
  {
    name: 'number-given-once',
    severity: 'fault',
    holds: { vi: 'Trong một sổ, một số được cấp một lần.', en: 'In one register a number is given once.' },
    remedy: {
      vi: 'Kiểm tra ràng buộc duy nhất của number_entry; đính chính văn bản sau.',
      en: 'Check the unique constraint of number_entry; correct the later paper.',
    },
    sql: `select series_id as id, number, suffix, count(*)::int as times from number_entry group by series_id, number, suffix having count(*) > 1`,
  },
  {
    name: 'used-number-has-its-paper',
    severity: 'fault',
    holds: { vi: 'Số đã dùng gắn với văn bản của nó.', en: 'A used number names its paper.' },
    remedy: { vi: 'Tìm văn bản theo số trong sổ rồi nối lại.', en: 'Find the paper by its number and link it.' },
    // A product's serial, a slip's and a receipt's number are given to the dossier or product itself, before or without a paper.
    sql: `select e.id, e.printed, s.kind, s.year from number_entry e join number_series s on s.id = e.series_id
      where e.state = 'used' and s.kind not in ('productSerial', 'registrationSlip', 'filingReceipt')
        and not exists (select 1 from document d where d.id = e.document_id and d.number_entry_id = e.id)`,
  },
  {
    name: 'cancelled-number-on-no-paper',
    severity: 'fault',
    holds: { vi: 'Số đã hủy không nằm trên văn bản còn hiệu lực.', en: 'A cancelled number stands on no live paper.' },
    remedy: { vi: 'Cấp số khác cho văn bản.', en: 'Give the paper another number.' },
    sql: `select e.id, e.printed, d.id::text as document from number_entry e join document d on d.number_entry_id = e.id
      where e.state = 'cancelled' and d.state in ('issued', 'sent')`,
  },
  {
    name: 'series-holds-its-last-number',
    severity: 'fault',
    holds: {
      vi: 'Số cuối của sổ không nhỏ hơn số thường lớn nhất đã cấp.',
      en: 'A register’s last number is not below the largest regular one given.',
    },
    remedy: { vi: 'Đặt lại số cuối của sổ.', en: 'Set the register’s last number again.' },
    sql: `select s.id, s.kind, s.year, s.last_number, max(e.number) as largest from number_series s join number_entry e on e.series_id = s.id
      where not e.irregular group by s.id, s.kind, s.year, s.last_number having max(e.number) > s.last_number`,
  },
  {
    name: 'correction-of-same-subject',
    severity: 'fault',
    holds: {
      vi: 'Văn bản đính chính cùng đối tượng với văn bản được đính chính.',
      en: 'A correction speaks of the same subject as the paper it corrects.',
    },
    remedy: { vi: 'Xem lại liên kết đính chính.', en: 'Look at the link of the correction.' },
    sql: `select d.id, d.title from document d join document o on o.id = d.corrects_id where o.subject_id <> d.subject_id or o.authority <> d.authority`,
  },
]
