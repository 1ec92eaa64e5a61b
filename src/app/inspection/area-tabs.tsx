// The views of the area, beside each other.
import { useLanguage } from '../ui/language.ts'
import { Tabs } from '../ui/tabs.tsx'
import { words } from './inspection.messages.ts'

const views = [
  ['/hau-kiem', 'inspections'],
  ['/hau-kiem/ke-hoach', 'plans'],
  ['/hau-kiem/vi-pham', 'violations'],
  ['/hau-kiem/bieu-trung', 'mark'],
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
