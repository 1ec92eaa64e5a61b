import type { ReactNode } from 'react'
import type { IconName } from './drawings.ts'
import { Icon } from './icon.tsx'

export type NoticeKind = 'info' | 'good' | 'warn' | 'bad'

const icons: Record<NoticeKind, IconName> = { info: 'info', good: 'done', warn: 'warn', bad: 'warn' }

/** A message of the page: what happened, by which rule, what to do next. `announce` for one that just came up. */
export function Notice({
  kind = 'info',
  title,
  announce = false,
  children,
}: {
  kind?: NoticeKind
  title?: string
  announce?: boolean
  children?: ReactNode
}) {
  return (
    <div className={kind === 'info' ? 'notice' : `notice notice-${kind}`} role={announce ? 'status' : undefined}>
      <Icon name={icons[kind]} />
      <div>
        {title === undefined ? null : <p className="strong">{title}</p>}
        {children}
      </div>
    </div>
  )
}
