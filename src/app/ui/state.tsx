import type { ReactNode } from 'react'
import type { IconName } from './drawings.ts'
import { Icon } from './icon.tsx'

export type StateKind = 'done' | 'part' | 'todo' | 'locked' | 'back' | 'late' | 'stop' | 'ended' | 'info'

const shapes: Record<StateKind, { look: string; icon: IconName }> = {
  done: { look: 'done', icon: 'done' },
  part: { look: 'part', icon: 'part' },
  todo: { look: 'todo', icon: 'todo' },
  locked: { look: 'todo', icon: 'lock' },
  back: { look: 'back', icon: 'returned' },
  late: { look: 'late', icon: 'warn' },
  stop: { look: 'stop', icon: 'stop' },
  ended: { look: 'ended', icon: 'hourglass' },
  info: { look: 'info', icon: 'info' },
}

/** A state is a shape, a word and a colour. `boxed` sets it off beside a page title. */
export function State({ kind, boxed = false, children }: { kind: StateKind; boxed?: boolean; children: ReactNode }) {
  const { look, icon } = shapes[kind]
  return (
    <span className={`state state-${look}${boxed ? ' state-boxed' : ''}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}

export function stateIcon(kind: StateKind): IconName {
  return shapes[kind].icon
}
