// A council's rules as words: read from the one list of settings.
import { ruleSettings, type CouncilRules, type RuleSetting } from '#/programme/council/council.rules.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { words } from './council-office.messages.ts'

export function RulesShown({ rules }: { rules: CouncilRules }) {
  const language = useLanguage()
  return (
    <Facts
      facts={ruleSettings.map((setting) => ({
        label: setting.title[language],
        value: valueOf(setting, rules, language),
        note: setting.source[language],
      }))}
    />
  )
}

function valueOf(setting: RuleSetting, rules: CouncilRules, language: Language): string {
  const value = rules[setting.name]
  if (setting.kind === 'yesNo') return (value === true ? words.yes : words.no)[language]
  if (setting.kind === 'number') return `${String(value)} ${setting.unit[language]}`
  return (setting.values as Record<string, { vi: string; en: string }>)[String(value)]?.[language] ?? String(value)
}
