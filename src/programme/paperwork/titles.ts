// Names that changed with time, as they were on a day: a paper carries those of the day it is signed. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'

/** First day of the ministry of agriculture and environment, and of the offices that draft for its field (Nghị quyết 176/2025/QH15). */
const MINISTRIES_MERGED = '2025-03-01'

/** The ministry that runs the programme. */
export function ministryOn(day: PlainDate): string {
  return day < MINISTRIES_MERGED ? 'Bộ Nông nghiệp và Phát triển nông thôn' : 'Bộ Nông nghiệp và Môi trường'
}

/** Whose draft a committee's paper is, in its archive line ("VT, NNMT") and its symbols (seed S0:187: "UBND-NN"). */
export function draftMarkOn(day: PlainDate): string {
  return day < MINISTRIES_MERGED ? 'NN' : 'NNMT'
}

/** The law on local government in force (Law 77/2015 until 28/2/2025; Law 65/2025 to 15/6/2025; Law 72/2025 after). */
export function localGovernmentLaw(day: PlainDate): string {
  const date = day < '2025-03-01' ? '19 tháng 6 năm 2015' : day < '2025-06-16' ? '19 tháng 02 năm 2025' : '16 tháng 6 năm 2025'
  return `Căn cứ Luật Tổ chức chính quyền địa phương ngày ${date}`
}
