import type { StateKind } from '../ui/state.tsx'

/** The mark of a round's state. */
export const roundState: Record<'planned' | 'open' | 'closed', StateKind> = { planned: 'todo', open: 'part', closed: 'done' }
