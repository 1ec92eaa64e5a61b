import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** More for those who want it; opens without script. */
export function Disclose({ summary, open = false, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclose" open={open}>
      <summary>
        <Icon name="next" />
        {summary}
      </summary>
      <div className="stack">{children}</div>
    </details>
  )
}
