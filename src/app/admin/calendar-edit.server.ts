// What a form asks of the calendar, and whether the days it would move were already confirmed.
import { must } from '#/programme/refuse.ts'
import { mayKeepCalendar, movedByEdit, type CalendarEdit } from '#/programme/settings/calendar.actions.ts'
import { markOf } from '#/programme/settings/deadlines.ts'
import { named } from '#/programme/settings/holidays.store.ts'
import type { SignedInPage } from '../page.server.ts'
import type { ShownMove } from './calendar-confirm.tsx'

/** The moves that must be confirmed first; null when there are none or exactly these were seen. */
export async function toConfirm(
  { db, actor, services }: Pick<SignedInPage, 'db' | 'actor' | 'services'>,
  edit: CalendarEdit,
  form: FormData,
): Promise<{ seen: string; moves: ShownMove[] } | null> {
  must(mayKeepCalendar(actor, services.config.provinceCode))
  const moved = await movedByEdit(db, edit)
  const seen = markOf(moved)
  if (seen === String(form.get('seen') ?? '')) return null
  return { seen, moves: (await named(db, moved)).map(({ period: _period, ...shown }) => shown) }
}

export function confirmedIn(form: FormData): { reason: unknown; seen: string; move: string[] } {
  return { reason: form.get('reason'), seen: String(form.get('seen') ?? ''), move: form.getAll('move').map(String) }
}
