import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The confirmation after an important deed: what was done, its number, and what happens next (as children, under the panel). */
export function DonePanel({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="done">
      <Icon name="check" />
      <p className="done-title">{title}</p>
      {children}
    </div>
  )
}
