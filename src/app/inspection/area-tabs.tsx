// The views of the area, beside each other.
import { useLanguage } from '../ui/language.ts'
import { Tabs } from '../ui/tabs.tsx'
import { words } from './inspection.messages.ts'

const views = [
  ['/kiem-tra', 'inspections'],
  ['/kiem-tra/ke-hoach', 'plans'],
  ['/kiem-tra/vi-pham', 'violations'],
  ['/kiem-tra/bieu-trung', 'mark'],
] as const

/** `plans`: whether the reader has any business with plans. */
export function AreaTabs({ at, plans }: { at: (typeof views)[number][1]; plans: boolean }) {
  const language = useLanguage()
  return (
    <Tabs
      label={words.parts[language]}
      className="no-print"
      tabs={views
        .filter(([, view]) => plans || view !== 'plans')
        .map(([href, view]) => ({ href, label: words[view][language], current: view === at }))}
    />
  )
}
