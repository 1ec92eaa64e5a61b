import { Icon } from './icon.tsx'
import { Star } from './star.tsx'

export type Blocker = {
  /** Printed code: "3.5". */
  code: string
  /** "Sở hữu trí tuệ: đang 1, cần 2 điểm". */
  text: string
  href: string
  /** The criterion of the page in view. */
  here?: boolean
}

type Props = {
  /** "Còn thiếu gì để lên 4 sao". */
  title: string
  summary?: string
  lead?: string
  /** Unmet gates, in printed order. */
  gates: readonly Blocker[]
  cheapTitle?: string
  /** Cheapest points, easiest first. */
  cheap?: readonly Blocker[]
}

/** What stands between the dossier and the next star: unmet gates first, then the easiest points. */
export function Blockers({ title, summary, lead, gates, cheapTitle, cheap = [] }: Props) {
  return (
    <section className="blockers">
      <header>
        <Star />
        <div>
          <h3>{title}</h3>
          {summary === undefined ? null : <p className="hint">{summary}</p>}
        </div>
      </header>
      <div>
        {lead === undefined ? null : <p>{lead}</p>}
        <List items={gates} />
        {cheap.length === 0 ? null : (
          <>
            {cheapTitle === undefined ? null : <h4>{cheapTitle}</h4>}
            <List items={cheap} />
          </>
        )}
      </div>
    </section>
  )
}

function List({ items }: { items: readonly Blocker[] }) {
  return (
    <ul className="list mt">
      {items.map((item) => (
        <li key={item.code}>
          <a href={item.href} className={item.here ? 'here' : undefined} aria-current={item.here ? 'true' : undefined}>
            <b className="num">{item.code}</b>
            <span>{item.text}</span>
            <Icon name={item.here ? 'up' : 'next'} />
          </a>
        </li>
      ))}
    </ul>
  )
}
