// Money, support, rewards.
import type { ErrorEntry } from '../error-entry.ts'

export const moneyErrors = {
  'money.overFree': {
    status: 409,
    vi: 'Số tiền {asked} vượt phần còn dùng được {free} (đã giao {allocated}, đã giải ngân {disbursed}, đang cam kết {committed}).',
    en: '{asked} is more than the {free} left (given {allocated}, disbursed {disbursed}, committed {committed}).',
    next: {
      vi: 'Ghi số tiền nhỏ hơn, giải cam kết, hoặc duyệt thêm phân bổ, điều chuyển cho khoản và nguồn này.',
      en: 'Take a smaller amount, release a commitment, or have an allocation or transfer to this line and source approved.',
    },
  },
  'money.overCommitment': {
    status: 409,
    vi: 'Số tiền {asked} vượt phần còn lại {left} của cam kết.',
    en: '{asked} is more than the {left} left of the commitment.',
    next: {
      vi: 'Ghi số tiền nhỏ hơn, hoặc ghi phần vượt ngoài cam kết.',
      en: 'Take a smaller amount, or enter the rest outside the commitment.',
    },
  },
  'money.overPayment': {
    status: 409,
    vi: 'Số tiền {asked} vượt phần {left} chưa hoàn lại của lần giải ngân này.',
    en: '{asked} is more than the {left} of this payment that has not come back.',
    next: { vi: 'Xem các bút toán hoàn, thu hồi đã ghi cho lần giải ngân đó.', en: 'Look at what was already returned for that payment.' },
  },
  'money.overSettlement': {
    status: 409,
    vi: 'Số tiền quyết toán {asked} vượt phần đã giải ngân mà chưa quyết toán: {left}.',
    en: 'A settlement of {asked} is more than what is paid and not settled: {left}.',
    next: { vi: 'Chỉ quyết toán phần đã chi.', en: 'Settle only what was paid.' },
  },
  'money.settled': {
    status: 409,
    vi: 'Khoản chi này đã quyết toán: chỉ còn {left} chưa quyết toán, ít hơn {asked}.',
    en: 'This was settled: only {left} is not, less than {asked}.',
    next: { vi: 'Tiền về sau quyết toán được ghi là thu hồi.', en: 'Money that comes back after settlement is entered as recovered.' },
  },
  'money.tooMuch': {
    status: 422,
    vi: 'Một khoản từ một nguồn không quá {most}.',
    en: 'A line holds at most {most} from one source.',
    next: { vi: 'Kiểm tra lại số tiền.', en: 'Check the amount.' },
  },
  'support.milestones': {
    status: 409,
    vi: 'Các mốc cộng lại là {sum}, chưa bằng số được duyệt {approved}.',
    en: 'The milestones come to {sum}, not to the {approved} approved.',
    next: { vi: 'Thêm, bỏ hoặc sửa mốc cho bằng số được duyệt.', en: 'Add or drop milestones until they agree.' },
  },
  'support.notCommitted': {
    status: 409,
    vi: 'Cam kết chi của hợp đồng chưa được duyệt.',
    en: 'The commitment of this contract is not approved yet.',
    next: { vi: 'Nhờ người khác duyệt bút toán cam kết chi rồi lập bút toán chi.', en: 'Have the commitment approved first.' },
  },
  'support.notDue': {
    status: 409,
    vi: 'Mốc này còn hạn đến hết ngày {due}.',
    en: 'This milestone may be filed until {due}.',
    next: { vi: 'Chờ qua hạn, hoặc chấm dứt hợp đồng nếu có lý do.', en: 'Wait until it has passed, or terminate with a reason.' },
  },
  'support.unfinished': {
    status: 409,
    vi: 'Chưa thanh lý được: còn {count} mốc chưa xong, hoặc còn bút toán chờ duyệt.',
    en: 'It cannot be closed: {count} milestones are open, or an entry waits.',
    next: { vi: 'Xử lý các mốc và bút toán còn lại.', en: 'Finish the milestones and entries that are left.' },
  },
  'reward.nothing': {
    status: 409,
    vi: 'Không có sản phẩm nào được thưởng trong các quyết định công nhận từ {from} đến {to}.',
    en: 'No recognition decided from {from} to {to} earns a reward.',
    next: {
      vi: 'Kiểm tra kỳ, chính sách, và các sản phẩm đã được thưởng.',
      en: 'Check the period, the policy, and what was rewarded before.',
    },
  },
  'reward.taken': {
    status: 409,
    vi: '{count} sản phẩm vừa vào một danh sách thưởng khác cho cùng hạng sao; danh sách này chưa được lập.',
    en: '{count} products have just been listed elsewhere for the same star; this list was not made.',
    next: { vi: 'Lập lại: sản phẩm đã có danh sách sẽ tự bỏ ra.', en: 'Draw it up again: those are then left out.' },
  },
  'reward.inPayment': {
    status: 409,
    vi: '“{product}” đã chi hoặc đang chờ duyệt chi.',
    en: '“{product}” is paid or on its way.',
    next: { vi: 'Rút lại bút toán chi trước khi bỏ khỏi danh sách.', en: 'Take the payment back first.' },
  },
  'reward.withdrawn': {
    status: 409,
    vi: 'Giấy chứng nhận của “{product}” đã bị thu hồi hoặc hủy.',
    en: 'The certificate of “{product}” was withdrawn or annulled.',
    next: { vi: 'Bỏ sản phẩm này khỏi danh sách rồi làm lại.', en: 'Drop it from the list, then try again.' },
  },
  'reward.allPaid': {
    status: 409,
    vi: 'Không còn sản phẩm nào chờ lập bút toán chi.',
    en: 'No product waits for its payment.',
    next: { vi: 'Xem tình trạng từng sản phẩm trong danh sách.', en: 'Look at the state of each.' },
  },
  'reward.nothingWaits': {
    status: 409,
    vi: 'Không có bút toán chi nào của danh sách đang chờ duyệt.',
    en: 'No payment of this list waits for approval.',
    next: { vi: 'Tải lại trang để xem tình trạng mới nhất.', en: 'Reload to see where it stands.' },
  },
  'reward.stands': {
    status: 409,
    vi: 'Chỉ thu hồi tiền thưởng đã chi cho sản phẩm bị thu hồi hoặc hủy công nhận.',
    en: 'Only a reward paid on a star that was withdrawn or annulled is claimed back.',
    next: { vi: 'Kiểm tra tình trạng giấy chứng nhận.', en: 'Look at the certificate.' },
  },
  'reward.claimed': {
    status: 409,
    vi: 'Khoản thưởng này đã có khoản phải thu.',
    en: 'This reward is claimed back already.',
    next: { vi: 'Mở khoản phải thu để theo dõi.', en: 'Open the receivable.' },
  },
  'money.noPapers': {
    status: 409,
    vi: 'Quyết toán chưa có hồ sơ kèm theo.',
    en: 'The settlement has no papers.',
    next: { vi: 'Người nhập đính hồ sơ quyết toán, rồi duyệt.', en: 'Have its papers attached, then approve.' },
  },
  'money.ended': {
    status: 409,
    vi: 'Khoản hoặc nguồn này đã khóa, không nhận bút toán mới loại này.',
    en: 'This line or source has ended and takes no new entry of this kind.',
    next: {
      vi: 'Chọn khoản, nguồn khác; bút toán hoàn, thu hồi, quyết toán vẫn ghi được.',
      en: 'Choose another; returns, recoveries and settlements are still taken.',
    },
  },
  'money.same': {
    status: 409,
    vi: 'Đã có bút toán giống hệt: cùng khoản, nguồn, loại, số tiền, ngày, văn bản, đơn vị nhận.',
    en: 'An equal entry exists: same line, source, kind, amount, day, paper and payee.',
    next: {
      vi: 'Nếu đây là lần khác, đánh dấu “Vẫn ghi: đây là lần khác” rồi gửi lại.',
      en: 'If it is another one, mark “Enter it: this is another one” and send again.',
    },
  },
  'money.ownEntry': {
    status: 403,
    vi: 'Người nhập hoặc lập không tự duyệt.',
    en: 'Who entered or prepared it does not approve it.',
    next: { vi: 'Nhờ người khác có quyền duyệt mở trang này.', en: 'Ask another person who may approve to open this page.' },
  },
  'money.decided': {
    status: 409,
    vi: 'Bút toán này đã được xử lý: {state}.',
    en: 'This entry has been decided: {state}.',
    next: {
      vi: 'Tải lại trang để xem kết quả. Sai sót được sửa bằng bút toán mới.',
      en: 'Reload to see. Mistakes are mended by new entries.',
    },
  },
} as const satisfies Record<string, ErrorEntry>
