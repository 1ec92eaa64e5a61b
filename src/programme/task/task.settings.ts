// How many days before, and after, the people of a work are told.
import { wholeNumber } from '../setting.ts'

const days = { vi: 'ngày', en: 'days' }
const source = {
  vi: 'Kế hoạch các tỉnh chỉ nói “đôn đốc”, không nói số ngày; đây là cách làm của phần mềm.',
  en: 'The plans only say “urge”, no days; this is the program’s own way.',
}
const effect = { vi: 'Áp dụng cho lần nhắc tới.', en: 'Counts from the next reminder.' }

export const remindBefore = wholeNumber(
  'task.remindBefore',
  {
    title: { vi: 'Nhắc việc trước hạn', en: 'Reminder before the due day' },
    meaning: {
      vi: 'Số ngày trước hạn thì nhắc đơn vị được giao; đúng ngày hạn nhắc lần nữa.',
      en: 'Days before the due day; again on the day.',
    },
    source,
    effect,
  },
  { fallback: 7, min: 1, max: 60, unit: days },
)

export const escalateAfter = wholeNumber(
  'task.escalateAfter',
  {
    title: { vi: 'Báo lãnh đạo khi việc quá hạn', en: 'The leader is told of late work' },
    meaning: {
      vi: 'Quá hạn một ngày thì báo đơn vị và cơ quan thường trực; quá số ngày này thì báo lãnh đạo.',
      en: 'One day late the body and the office are told; after these days the leader.',
    },
    source,
    effect,
  },
  { fallback: 7, min: 1, max: 60, unit: days },
)

export const taskSettings = [remindBefore, escalateAfter] as const
