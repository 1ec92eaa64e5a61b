import { examine } from '#/programme/doctor/doctor.ts'
import { doctorMessages as words } from '#/programme/doctor/doctor.messages.ts'
import { rowText } from '#/programme/doctor/doctor.cli.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/doctor.page'

export const loader = pageLoader(async ({ db, services, actor }) => {
  must(hasRole(actor, 'admin'))
  // Files are only looked for here: hashing every byte belongs to the command line.
  const report = await examine({ db, files: services.files }, { quick: true })
  return {
    sound: report.sound,
    checks: report.checks,
    files: report.files,
    entries: report.ledgerEntries,
    findings: report.findings.map(({ name, severity, holds, remedy, count, rows }) => ({
      name,
      severity,
      holds,
      remedy,
      count,
      rows: rows.map(rowText),
    })),
  }
})

export default function Doctor({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { sound, checks, files, entries, findings } = loaderData
  const faults = findings.filter((finding) => finding.severity === 'fault').length
  const verdict = sound
    ? words.sound[language]
        .replace('{checks}', formatNumber(checks))
        .replace('{files}', formatNumber(files))
        .replace('{entries}', formatNumber(entries))
    : words.unsound[language].replace('{count}', formatNumber(faults))
  return (
    <Page title={words.title[language]} lead={words.lead[language]} marks={<State kind={sound ? 'done' : 'stop'}>{verdict}</State>}>
      {findings.length === 0 ? (
        <EmptyState icon="check" title={words.nothing[language]} />
      ) : (
        <Table
          caption={words.title[language]}
          rows={findings}
          rowKey={(row) => row.name}
          columns={[
            { key: 'holds', label: words.check[language], head: true, cell: (row) => row.holds[language] },
            {
              key: 'severity',
              label: words.severity[language],
              cell: (row) => <State kind={row.severity === 'fault' ? 'stop' : 'part'}>{words[row.severity][language]}</State>,
            },
            {
              key: 'count',
              label: words.count[language],
              align: 'right',
              cell: (row) => <span className="num">{formatNumber(row.count)}</span>,
            },
            {
              key: 'rows',
              label: words.rows[language],
              narrow: 'full',
              cell: (row) => (
                <ul>
                  {row.rows.map((text) => (
                    <li key={text} className="code code-long">
                      {text}
                    </li>
                  ))}
                </ul>
              ),
            },
            { key: 'remedy', label: words.remedy[language], narrow: 'full', cell: (row) => row.remedy[language] },
          ]}
        />
      )}
    </Page>
  )
}
