// Whether a desk still stands: districts ended with 30/6/2025 (Nghị quyết 203/2025/QH15), and nothing new begins at theirs.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { eraOf } from '../units/units.ts'
import { levelOf } from './authority.ts'

/** Throws `desk.ended` for the desk of a district after its last day. What it began before is finished by its own verbs. */
export function mustStand(authority: string, today: PlainDate): void {
  if (levelOf(authority) === 'district' && eraOf(today) !== 'e2023') throw new AppError('desk.ended')
}
