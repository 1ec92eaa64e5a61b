import { formatInstantDate } from '#/platform/text/format.ts'
import { defaultRules } from '#/programme/council/council.rules.ts'
import { must } from '#/programme/refuse.ts'
import { maySet, valueText } from '#/programme/settings/settings.ts'
import { presentSettings } from '#/programme/settings/settings.store.ts'
import { RulesShown } from '../office/council-rules.tsx'
import { pageLoader } from '../page.server.ts'
import { Disclose } from '../ui/disclose.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { settingTabs } from './setting-tabs.tsx'
import { settingWords as words } from './settings.messages.ts'
import type { Route } from './+types/settings.page'

export const loader = pageLoader(async ({ db, actor, lang, services }) => {
  must(maySet(actor, actor.provinceCode))
  const present = await presentSettings(db, actor.provinceCode)
  const pack = services.regulations.current
  return {
    pack: pack.regulation.title[lang],
    rules: defaultRules(pack),
    rows: present.map(({ rule, value, isSet, since, by }) => ({
      key: rule.key,
      title: rule.title[lang],
      meaning: rule.meaning[lang],
      source: rule.source[lang],
      value: valueText(rule, value, lang),
      since: isSet && since ? formatInstantDate(since) : null,
      by,
    })),
  }
})

export default function Settings({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, rules, pack } = loaderData
  return (
    <Page title={words.title[language]} lead={words.lead[language]}>
      {settingTabs('settings', language)}
      <Table
        caption={words.title[language]}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'name',
            label: words.name[language],
            head: true,
            cell: (row) => (
              <>
                <a href={`/quan-tri/thiet-lap/${row.key}`}>{row.title}</a>
                <small className="block quiet">{row.meaning}</small>
              </>
            ),
          },
          { key: 'value', label: words.value[language], cell: (row) => <b>{row.value}</b> },
          {
            key: 'since',
            label: words.since[language],
            cell: (row) => (row.since === null ? words.isDefault[language] : <span className="num">{row.since}</span>),
          },
          { key: 'by', label: words.by[language], cell: (row) => row.by ?? '—' },
          { key: 'source', label: words.source[language], cell: (row) => row.source },
        ]}
      />
      <section className="stack mt">
        <h2>{words.elsewhere[language]}</h2>
        <Panel title={words.councilRules[language]} small>
          <p>{words.councilRulesText[language].replace('{pack}', pack)}</p>
          <Disclose summary={words.fallback[language]}>
            <RulesShown rules={rules} />
          </Disclose>
        </Panel>
        <Panel title={words.law[language]} small>
          <p>{words.lawText[language]}</p>
        </Panel>
      </section>
    </Page>
  )
}
