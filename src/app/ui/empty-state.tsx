import type { ReactNode } from 'react'
import type { IconName } from './drawings.ts'
import { Icon } from './icon.tsx'

/** Nothing here yet: why, and one next step. */
export function EmptyState({
  icon = 'folder',
  title,
  hint,
  action,
}: {
  icon?: IconName
  title: string
  hint?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p>
        <b>{title}</b>
      </p>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {action}
    </div>
  )
}
