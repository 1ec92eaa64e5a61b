import type { ReactNode } from 'react'

type Side = { title: string; content: ReactNode }

/** Old beside new; changed words inside are marked with <del> and <ins>. */
export function Compare({ before, after }: { before: Side; after: Side }) {
  return (
    <div className="compare">
      {[before, after].map((side) => (
        <div key={side.title}>
          <h3>{side.title}</h3>
          {typeof side.content === 'string' ? <p>{side.content}</p> : side.content}
        </div>
      ))}
    </div>
  )
}
