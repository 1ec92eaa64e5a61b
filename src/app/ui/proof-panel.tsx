import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { Stars } from './star.tsx'
import { words } from './ui.messages.ts'

export type ProofGate = { code: string; met: boolean; /** "6/7": sheets that meet it, where not all agree. */ votes?: string }

export type ProofLine = { met: boolean; title: string; note?: ReactNode; gates?: readonly ProofGate[] }

type Props = { title: string; hint?: string; stars: number; lines: readonly ProofLine[]; foot?: ReactNode }

/** Why it is this star and not the next: mean against threshold, then the gates star by star, then eliminations. */
export function ProofPanel({ title, hint, stars, lines, foot }: Props) {
  return (
    <section className="proof">
      <header>
        <div>
          <h2>{title}</h2>
          {hint === undefined ? null : <p className="hint">{hint}</p>}
        </div>
        <p>
          <Stars count={stars} size="l" />
        </p>
      </header>
      {lines.map((line) => (
        <div className="line" key={line.title}>
          <Icon name={line.met ? 'done' : 'stop'} className={line.met ? 'yes' : 'no'} />
          <div>
            <b>{line.title}</b>
            {line.gates === undefined ? null : <Gates gates={line.gates} />}
            {line.note === undefined ? null : <p className="hint num">{line.note}</p>}
          </div>
        </div>
      ))}
      {foot === undefined ? null : <footer>{foot}</footer>}
    </section>
  )
}

/** Criteria with a gate, each ticked or crossed. */
export function Gates({ gates }: { gates: readonly ProofGate[] }) {
  const language = useLanguage()
  return (
    <ul className="gates">
      {gates.map((gate) => (
        <li key={gate.code} className={gate.met ? 'yes' : 'no'}>
          <Icon name={gate.met ? 'check' : 'cross'} />
          <span>
            {gate.code}
            <span className="vh"> {gate.met ? words.yes[language] : words.no[language]}</span>
            {gate.votes === undefined ? null : ` (${gate.votes})`}
          </span>
        </li>
      ))}
    </ul>
  )
}
