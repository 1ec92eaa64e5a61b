// The two pages of what a province sets, as tabs.
import type { Language } from '../ui/language.ts'
import { Tabs } from '../ui/tabs.tsx'
import { settingWords as words } from './settings.messages.ts'

export function settingTabs(current: 'settings' | 'holidays', language: Language) {
  return (
    <Tabs
      label={words.title[language]}
      className="mb"
      tabs={[
        { href: '/quan-tri/thiet-lap', label: words.title[language], current: current === 'settings' },
        { href: '/quan-tri/ngay-nghi', label: words.holidays[language], current: current === 'holidays' },
      ]}
    />
  )
}
