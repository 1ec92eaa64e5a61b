// How a call for ideas stands today, as a word and a mark.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { StateKind } from '../ui/state.tsx'

export function callState(
  call: { state: string; closesOn: PlainDate },
  today: PlainDate,
): { word: 'callPlanned' | 'callOpen' | 'callEnded' | 'callListed'; mark: StateKind } {
  if (call.state === 'listed') return { word: 'callListed', mark: 'done' }
  if (call.state === 'planned') return { word: 'callPlanned', mark: 'todo' }
  return today > call.closesOn ? { word: 'callEnded', mark: 'part' } : { word: 'callOpen', mark: 'info' }
}
