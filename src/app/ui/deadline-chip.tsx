import type { ReactNode } from 'react'
import type { IconName } from './drawings.ts'
import { Icon } from './icon.tsx'

export type DeadlineMood = 'calm' | 'soon' | 'late' | 'paused'

const icons: Record<DeadlineMood, IconName> = { calm: 'clock', soon: 'clock', late: 'warn', paused: 'pause' }

/** "Còn 6 ngày làm việc, đến 21/10/2026". The words come ready made: only the domain knows working days. */
export function DeadlineChip({ mood, children }: { mood: DeadlineMood; children: ReactNode }) {
  return (
    <span className={`deadline deadline-${mood}`}>
      <Icon name={icons[mood]} />
      <span>{children}</span>
    </span>
  )
}
