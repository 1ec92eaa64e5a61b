export type Tab = { href: string; label: string; count?: number; current?: boolean }

/** Links between views of one thing: pages, not script tabs. */
export function Tabs({ label, tabs, className }: { label: string; tabs: readonly Tab[]; className?: string }) {
  return (
    <nav className={className === undefined ? 'tabs' : `tabs ${className}`} aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className="n">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}
