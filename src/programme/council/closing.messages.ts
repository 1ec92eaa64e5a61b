// Words of closing: what holds it up, what an ending is called, notices to those who must press something.
import type { Blocker } from './closing.ts'
import type { EndingKind, Outcome } from './result.ts'

type Words = { vi: string; en: string }

export const blockerWords: Record<Blocker['code'], Words> = {
  noQuorum: {
    vi: 'chưa đủ số thành viên: {counting} người được tính ở mục này, quy chế cần {needed}',
    en: 'too few members: {counting} count on this item, the rules ask for {needed}',
  },
  noChair: {
    vi: 'người chủ trì mục này không có mặt trong số thành viên được tính',
    en: 'the one who chairs this item is not among the members who count',
  },
  undecided: {
    vi: 'còn {count} khả năng xung đột lợi ích chưa được kết luận',
    en: '{count} likely conflicts are not decided yet',
  },
  unfinished: {
    vi: 'mới có {final} trong {of} phiếu hoàn tất, còn {left} phiếu',
    en: '{final} of {of} sheets are final, {left} to go',
  },
  endingOpen: {
    vi: 'đang có đề nghị kết thúc đánh giá chờ biểu quyết và kết luận',
    en: 'an ending has been raised and waits for the vote',
  },
  setChanged: {
    vi: 'số thành viên được tính đã thay đổi sau khi đóng chấm điểm; cần đóng chấm điểm lại',
    en: 'who counts has changed since scoring was closed; close scoring again',
  },
  reconciling: {
    vi: 'đang thảo luận, thống nhất; cần kết thúc thảo luận trước',
    en: 'a reconciliation is open; finish it first',
  },
  spreadReconcile: {
    vi: 'chênh lệch {points} điểm, vượt mức {limit} điểm: cần thảo luận, thống nhất',
    en: 'the spread of {points} is over the limit of {limit}: a reconciliation is needed',
  },
  spreadVote: {
    vi: 'chênh lệch {points} điểm vẫn vượt mức {limit} điểm sau lần thảo luận cuối: người chủ trì ghi lý do để Hội đồng biểu quyết',
    en: 'the spread of {points} stays over {limit} after the last reconciliation: the chair records the reason and the council votes',
  },
  spreadVoting: { vi: 'Hội đồng đang biểu quyết về chênh lệch {points} điểm', en: 'the council is voting on the spread of {points}' },
  spreadNextMeeting: {
    vi: 'chênh lệch {points} điểm vẫn vượt mức {limit} điểm: theo quy chế, hồ sơ chuyển sang kỳ họp sau',
    en: 'the spread of {points} stays over {limit}: by the rules the dossier goes to the next meeting',
  },
  ballotsOpen: {
    vi: 'còn {count} thành viên chưa gửi phiếu và chưa hết hạn gửi phiếu; chưa gửi không phải là đồng ý',
    en: '{count} members have not sent a ballot and its last day is not over; silence is not consent',
  },
  ballotsDiffer: {
    vi: 'ý kiến bằng văn bản khác nhau ({ways}): hồ sơ phải đưa ra họp Hội đồng',
    en: 'the written opinions differ ({waysEn}): the item must go to a meeting',
  },
}

export const endingWords: Record<EndingKind, Words> = {
  disqualified: { vi: 'Loại hồ sơ', en: 'Disqualified' },
  eliminated: { vi: 'Bị loại', en: 'Eliminated' },
  notAssessable: { vi: 'Không đánh giá', en: 'Not to be assessed' },
  stopped: { vi: 'Dừng đánh giá', en: 'Assessment stopped' },
}

export const outcomeWords: Record<Outcome, Words> = { scored: { vi: 'Đã chấm điểm, xếp hạng', en: 'Scored and ranked' }, ...endingWords }

/** Fills {name} marks. */
export function fillWords(words: Words, values: Readonly<Record<string, string>>): Words {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return { vi: fill(words.vi), en: fill(words.en) }
}

/** One blocker as a sentence part. */
export function blockerText(blocker: Blocker): Words {
  return fillWords(blockerWords[blocker.code], blocker.values)
}
