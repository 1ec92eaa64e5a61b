// A council's working rules as settings, each described once: the page, the check and the defaults all read this list.
import type { Pack } from '#/regulation/load.ts'
import type { GateBasis } from '#/regulation/council.ts'

export type CouncilRules = {
  /** Share of the voting members that must count on an item, in percent. */
  quorumPercent: number
  quorumNeedsChair: boolean
  /** Points; exactly the limit passes. */
  spreadLimit: number
  onSpread: 'block' | 'warn'
  /** Working days between release of the pack and the meeting. */
  leadWorkingDays: number
  onLead: 'block' | 'warn'
  gateBasis: GateBasis
  reconciliationRounds: number
  /** What ends a spread that stays over the limit after the last reconciliation. */
  afterReconciliation: 'chairRecords' | 'meanStands' | 'nextMeeting'
  standIn: 'viceChair' | 'nextMember' | 'officeAppoints'
  /** Who sees which members have finished: the chair only, or every unconflicted member. Scores are never part of it. */
  whoIsFinal: 'chair' | 'members'
  /** Asked in writing: least number of ballots; 0 = the quorum of the voting members. */
  opinionLeast: number
  /** Asked in writing: calendar days for ballots after they go out; the last one still counts. */
  opinionDays: number
  /** What "ý kiến khác nhau" (Đ7.6) means; any of the three that are on sends the item to a meeting. */
  opinionDifferStar: boolean
  opinionDifferSpread: boolean
  opinionDifferGate: boolean
}

type Words = { vi: string; en: string }
type Described<K extends keyof CouncilRules> = {
  name: K
  title: Words
  /** Where it comes from; the decision leaves all of them to the council's own working rules. */
  source: Words
} & (CouncilRules[K] extends boolean
  ? { kind: 'yesNo' }
  : CouncilRules[K] extends number
    ? { kind: 'number'; min: number; max: number; unit: Words }
    : { kind: 'choice'; values: Record<CouncilRules[K] & string, Words> })

export type RuleSetting = { [K in keyof CouncilRules]: Described<K> }[keyof CouncilRules]

const left: Words = {
  vi: 'QĐ 26/2026/QĐ-TTg để quy chế của Hội đồng quy định',
  en: 'QĐ 26/2026/QĐ-TTg leaves it to the council’s working rules',
}
const ours: Words = { vi: 'Phần mềm đề xuất, Hội đồng quyết định', en: 'Proposed by the software, decided by the council' }
const blockOrWarn = {
  block: { vi: 'Chặn', en: 'Block' },
  warn: { vi: 'Cảnh báo, cho đi tiếp khi ghi lý do', en: 'Warn, go on with a written reason' },
}

export const ruleSettings: readonly RuleSetting[] = [
  {
    name: 'quorumPercent',
    kind: 'number',
    min: 1,
    max: 100,
    unit: { vi: '% thành viên có quyền chấm', en: '% of voting members' },
    title: { vi: 'Số thành viên tối thiểu để một hồ sơ được chốt', en: 'Least share of voting members' },
    source: { vi: 'Thông lệ các tỉnh: 75 %', en: 'Practice of provinces: 75 %' },
  },
  {
    name: 'quorumNeedsChair',
    kind: 'yesNo',
    title: { vi: 'Phải có Chủ tịch Hội đồng hoặc người thay', en: 'The chair or the stand-in must be there' },
    source: left,
  },
  {
    name: 'spreadLimit',
    kind: 'number',
    min: 0,
    max: 100,
    unit: { vi: 'điểm', en: 'points' },
    title: { vi: 'Chênh lệch tối đa giữa phiếu cao nhất và thấp nhất', en: 'Largest gap between the highest and the lowest sheet' },
    source: { vi: 'Thông lệ theo QĐ 148: 10 điểm; đúng 10 điểm là đạt', en: 'Practice under QĐ 148: 10 points; exactly 10 passes' },
  },
  {
    name: 'onSpread',
    kind: 'choice',
    values: blockOrWarn,
    title: { vi: 'Khi chênh lệch vượt mức', en: 'When the gap is over the limit' },
    source: left,
  },
  {
    name: 'leadWorkingDays',
    kind: 'number',
    min: 0,
    max: 30,
    unit: { vi: 'ngày làm việc', en: 'working days' },
    title: { vi: 'Gửi tài liệu trước kỳ họp', en: 'Pack released before the meeting' },
    source: left,
  },
  {
    name: 'onLead',
    kind: 'choice',
    values: blockOrWarn,
    title: { vi: 'Khi gửi tài liệu muộn hơn', en: 'When the pack goes out later' },
    source: ours,
  },
  {
    name: 'gateBasis',
    kind: 'choice',
    title: { vi: 'Yêu cầu tối thiểu theo sao được tính đạt khi', en: 'A star minimum is met when' },
    source: {
      vi: 'Quyết định không nêu; mặc định quá nửa số phiếu',
      en: 'The decision does not say; more than half of the sheets by default',
    },
    values: {
      majority: { vi: 'Quá nửa số phiếu đạt', en: 'More than half of the sheets meet it' },
      everySheet: { vi: 'Mọi phiếu đều đạt', en: 'Every sheet meets it' },
      meanPoints: { vi: 'Điểm trung bình của tiêu chí đạt', en: 'The mean of the criterion meets it' },
    },
  },
  {
    name: 'reconciliationRounds',
    kind: 'number',
    min: 1,
    max: 5,
    unit: { vi: 'lần', en: 'times' },
    title: { vi: 'Số lần thảo luận, thống nhất lại tối đa', en: 'Most times of reconciliation' },
    source: ours,
  },
  {
    name: 'afterReconciliation',
    kind: 'choice',
    title: { vi: 'Sau lần cuối mà vẫn vượt mức', en: 'If the gap stays after the last one' },
    source: ours,
    values: {
      chairRecords: { vi: 'Chủ tịch ghi lý do, Hội đồng biểu quyết', en: 'The chair records the reason, the council votes' },
      meanStands: { vi: 'Giữ điểm trung bình, ghi vào biên bản', en: 'The mean stands, written in the minutes' },
      nextMeeting: { vi: 'Chuyển sang kỳ họp sau', en: 'It goes to the next meeting' },
    },
  },
  {
    name: 'standIn',
    kind: 'choice',
    title: { vi: 'Người thay khi Chủ tịch hồi tỵ', en: 'Stand-in for a recused chair' },
    source: ours,
    values: {
      viceChair: { vi: 'Phó Chủ tịch không có xung đột', en: 'The unconflicted vice-chair' },
      nextMember: { vi: 'Phó Chủ tịch, không có thì ủy viên kế tiếp', en: 'The vice-chair, else the next member' },
      officeAppoints: { vi: 'Cơ quan thường trực cử', en: 'The office appoints' },
    },
  },
  {
    name: 'whoIsFinal',
    kind: 'choice',
    title: { vi: 'Ai thấy thành viên nào đã hoàn tất phiếu (không thấy điểm)', en: 'Who sees which members have finished (never points)' },
    source: ours,
    values: {
      chair: { vi: 'Chỉ người chủ trì hồ sơ', en: 'Only the one who chairs the item' },
      members: { vi: 'Mọi thành viên không hồi tỵ', en: 'Every unconflicted member' },
    },
  },
  {
    name: 'opinionLeast',
    kind: 'number',
    min: 0,
    max: 50,
    unit: { vi: 'phiếu (0 là theo tỷ lệ thành viên tối thiểu)', en: 'ballots (0 = as the least share of members)' },
    title: { vi: 'Lấy ý kiến bằng văn bản: số phiếu tối thiểu', en: 'In writing: least number of ballots' },
    source: left,
  },
  {
    name: 'opinionDays',
    kind: 'number',
    min: 1,
    max: 45,
    unit: { vi: 'ngày sau khi gửi phiếu', en: 'days after the ballots go out' },
    title: { vi: 'Lấy ý kiến bằng văn bản: hạn gửi phiếu', en: 'In writing: last day for ballots' },
    source: ours,
  },
  {
    name: 'opinionDifferStar',
    kind: 'yesNo',
    title: { vi: 'Ý kiến coi là khác nhau khi các phiếu cho hạng sao khác nhau', en: 'Opinions differ when ballots give different stars' },
    source: left,
  },
  {
    name: 'opinionDifferSpread',
    kind: 'yesNo',
    title: { vi: 'Ý kiến coi là khác nhau khi chênh lệch điểm vượt mức', en: 'Opinions differ when the spread is over the limit' },
    source: left,
  },
  {
    name: 'opinionDifferGate',
    kind: 'yesNo',
    title: {
      vi: 'Ý kiến coi là khác nhau khi yêu cầu tối thiểu theo sao có phiếu đạt, có phiếu không đạt',
      en: 'Opinions differ when a star minimum is met by some ballots only',
    },
    source: left,
  },
]

/** The settings a new council starts from: the pack's, and ours where the pack says nothing. */
export function defaultRules(pack: Pack): CouncilRules {
  const { quorumPercent, quorumNeedsChair, spreadLimit, onSpread, leadWorkingDays, gateBasis, reconciliationRounds } =
    pack.regulation.councilRules
  return {
    quorumPercent,
    quorumNeedsChair,
    spreadLimit,
    onSpread,
    leadWorkingDays,
    gateBasis,
    reconciliationRounds,
    onLead: 'warn',
    afterReconciliation: 'chairRecords',
    standIn: 'viceChair',
    whoIsFinal: 'chair',
    ...opinionDefaults,
  }
}

/** Also what an office that sends rules without these settings gets. */
const opinionDefaults = {
  opinionLeast: 0,
  opinionDays: 10,
  opinionDifferStar: true,
  opinionDifferSpread: true,
  opinionDifferGate: true,
} as const satisfies Partial<CouncilRules>

/** Reads settings from a form or stored JSON. Missing, foreign or out-of-range values are faults by field; yes/no may be 'yes', 'no' or boolean. */
export function readRules(given: Readonly<Record<string, unknown>>): { rules: CouncilRules | null; faults: Record<string, Words> } {
  const faults: Record<string, Words> = {}
  const read: Record<string, unknown> = {}
  for (const setting of ruleSettings) {
    const value = Object.hasOwn(given, setting.name)
      ? given[setting.name]
      : Object.entries(opinionDefaults).find(([name]) => name === setting.name)?.[1]
    if (setting.kind === 'yesNo') {
      if (value === true || value === 'yes') read[setting.name] = true
      else if (value === false || value === 'no') read[setting.name] = false
      else faults[setting.name] = { vi: 'Chọn có hoặc không.', en: 'Choose yes or no.' }
    } else if (setting.kind === 'number') {
      const number =
        typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,4}$/.test(value.trim()) ? Number(value) : Number.NaN
      if (Number.isInteger(number) && number >= setting.min && number <= setting.max) read[setting.name] = number
      else
        faults[setting.name] = {
          vi: `Nhập số nguyên từ ${setting.min} đến ${setting.max}.`,
          en: `A whole number from ${setting.min} to ${setting.max}.`,
        }
    } else if (typeof value === 'string' && Object.hasOwn(setting.values, value)) read[setting.name] = value
    else faults[setting.name] = { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose a value from the list.' }
  }
  return { rules: Object.keys(faults).length === 0 ? (read as CouncilRules) : null, faults }
}
