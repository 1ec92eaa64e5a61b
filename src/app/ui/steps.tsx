import { Icon } from './icon.tsx'
import { stateIcon, type StateKind } from './state.tsx'

export type Step = { label: string; state: StateKind; current?: boolean }

/** Where a longer piece of work stands: "Đủ phiếu 7/7 · Đóng chấm điểm 15:42 · …". */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.label} aria-current={step.current ? 'step' : undefined}>
          <Icon name={stateIcon(step.state)} className={step.state === 'done' ? 'ok' : ''} />
          {step.label}
        </li>
      ))}
    </ol>
  )
}
