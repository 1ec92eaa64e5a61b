import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode; note?: ReactNode; action?: { href: string; label: string } }

/** Summary list: label, value, a quiet note, and a way to change it ("Sửa"; readers hear what). */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.note === undefined ? null : <small>{fact.note}</small>}
          </dd>
          {fact.action === undefined ? null : (
            <dd className="act">
              <a className="tap" href={fact.action.href}>
                {fact.action.label}
                <span className="vh"> {fact.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
