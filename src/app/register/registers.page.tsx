import { countRegisters } from '#/programme/register/register.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './register.messages.ts'
import type { Route } from './+types/registers.page'

export const loader = pageLoader(async ({ db, actor }) => {
  const counted = await countRegisters(db, actor)
  mustSee(counted.length > 0)
  return {
    rows: counted.map(({ register, open, unchecked }) => ({
      slug: register.slug,
      title: register.title,
      about: register.about,
      checked: register.checked === true,
      open,
      unchecked,
    })),
  }
})

export default function Registers({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.registers[language]} lead={words.registersLead[language]}>
      <Table
        caption={words.registers[language]}
        rows={loaderData.rows}
        rowKey={(row) => row.slug}
        columns={[
          {
            key: 'register',
            label: words.register[language],
            head: true,
            cell: (row) => (
              <a href={`/so-theo-doi/${row.slug}`}>
                <b>{row.title[language]}</b>
              </a>
            ),
          },
          { key: 'about', label: words.holds[language], narrow: 'full', cell: (row) => row.about[language] },
          {
            key: 'open',
            label: words.open[language],
            align: 'right',
            cell: (row) => <span className="num">{formatNumber(row.open)}</span>,
          },
          {
            key: 'waits',
            label: words.waits[language],
            align: 'right',
            cell: (row) => (row.checked ? <span className="num">{formatNumber(row.unchecked)}</span> : '–'),
          },
        ]}
      />
    </Page>
  )
}
