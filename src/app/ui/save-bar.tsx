import type { ReactNode } from 'react'

/** Buttons that end a form; on a phone they stay in reach at the bottom. `now` is the one thing worth seeing there ("66 điểm"). */
export function SaveBar({ now, children }: { now?: ReactNode; children: ReactNode }) {
  return (
    <div className="savebar">
      {now === undefined ? null : <div className="now">{now}</div>}
      {children}
    </div>
  )
}
