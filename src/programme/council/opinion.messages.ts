// Words of councils asked in writing.
import type { CallGround, DifferWay } from './opinion.ts'

type Words = { vi: string; en: string }

export const differWords: Record<DifferWay, Words> = {
  star: { vi: 'các phiếu cho hạng sao khác nhau', en: 'the ballots give different stars' },
  spread: { vi: 'chênh lệch điểm vượt mức của quy chế', en: 'the spread is over the limit of the rules' },
  gate: { vi: 'yêu cầu tối thiểu theo sao: phiếu đạt, phiếu không đạt', en: 'a star minimum is met by some ballots and not by others' },
}

export const groundWords: Record<CallGround, Words> = {
  differ: { vi: 'Ý kiến bằng văn bản khác nhau', en: 'The written opinions differ' },
  few: { vi: 'Hết hạn gửi phiếu mà chưa đủ số phiếu tối thiểu', en: 'Too few ballots by their last day' },
  overdue: { vi: 'Đã hết 45 ngày đánh giá lại', en: 'The 45 days of the re-assessment are over' },
}

export function waysText(ways: readonly DifferWay[], language: 'vi' | 'en'): string {
  return ways.map((way) => differWords[way][language]).join('; ')
}
