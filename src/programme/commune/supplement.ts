// Returning a dossier for supplement: what may be asked, and by which day. Pure.
import { addWorkingDays, isWorkingDay, type WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { findCriterion } from '#/regulation/form.ts'
import type { ComponentLine } from './components.ts'
import type { Problems } from '../fields.ts'

export type AskedItem = { targetKind: 'component' | 'criterion' | 'general'; target: string; ask: string }

/** The most items one return may hold: beyond it the dossier is better refused. */
export const MOST_ITEMS = 60

/** The day proposed to the officer: so many working days after today. */
export function defaultDueOn(calendar: WorkCalendar, today: PlainDate, days: number): PlainDate {
  return addWorkingDays(calendar, today, days)
}

/**
 * Whether the officer's day can be promised: a working day after today and no later than the most working days the province allows.
 * The fault is written into `faults.dueOn`.
 */
export function checkDueOn(faults: Problems, dueOn: PlainDate, calendar: WorkCalendar, today: PlainDate, mostDays: number): void {
  const last = addWorkingDays(calendar, today, mostDays)
  if (dueOn <= today) faults['dueOn'] = { vi: 'Hạn bổ sung phải sau ngày hôm nay.', en: 'The day must lie after today.' }
  else if (dueOn > last)
    faults['dueOn'] = {
      vi: `Hạn bổ sung muộn nhất là ${formatDate(last)} (${mostDays} ngày làm việc).`,
      en: `The latest day is ${formatDate(last)} (${mostDays} working days).`,
    }
  else if (!isWorkingDay(calendar, dueOn))
    faults['dueOn'] = { vi: 'Hạn rơi vào ngày nghỉ, hãy chọn một ngày làm việc.', en: 'That is a rest day; choose a working day.' }
}

/** True when the item points at something this dossier has. */
export function isKnownTarget(item: Pick<AskedItem, 'targetKind' | 'target'>, lines: readonly ComponentLine[], form: Form): boolean {
  if (item.targetKind === 'general') return item.target === ''
  if (item.targetKind === 'component') return lines.some((line) => line.code === item.target)
  return findCriterion(form, item.target) !== undefined
}

/** Where an item belongs, in the words of the form. */
export function targetTitle(
  item: Pick<AskedItem, 'targetKind' | 'target'>,
  lines: readonly ComponentLine[],
  form: Form,
): { vi: string; en: string } {
  if (item.targetKind === 'component') return lines.find((line) => line.code === item.target)?.title ?? { vi: item.target, en: item.target }
  if (item.targetKind === 'criterion') {
    const title = `${item.target} ${findCriterion(form, item.target)?.criterion.title ?? ''}`.trim()
    return { vi: `Tiêu chí ${title}`, en: `Criterion ${title}` }
  }
  return { vi: 'Nội dung chung', en: 'General' }
}
