export const ZONE = 'Asia/Ho_Chi_Minh'

const format = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in Vietnam of an instant, as 'YYYY-MM-DD'. */
export function todayIn(now: Date): string {
  return format.format(now)
}
