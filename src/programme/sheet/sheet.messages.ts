import type { Words } from '../fields.ts'
import type { SheetOutcome } from './sheet.ts'
import type { SheetBatchState } from './sheet.store.ts'

export const sheetOutcomeWords: Record<SheetOutcome, Words> = {
  new: { vi: 'Thêm mới', en: 'New' },
  changed: { vi: 'Cập nhật', en: 'Changed' },
  unchanged: { vi: 'Đã có, không đổi', en: 'Unchanged' },
  bad: { vi: 'Dòng lỗi', en: 'Bad' },
}

export const sheetStateWords: Record<SheetBatchState, Words> = {
  checked: { vi: 'Đã kiểm tra, chưa ghi', en: 'Checked, not written' },
  done: { vi: 'Đã ghi', en: 'Written' },
  cancelled: { vi: 'Đã hủy', en: 'Dropped' },
}
