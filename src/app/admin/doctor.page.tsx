import { examineHouse, lastBackup, lastExamination } from '#/programme/doctor/examine.actions.ts'
import { doctorMessages as words } from '#/programme/doctor/doctor.messages.ts'
import { rowText } from '#/programme/doctor/doctor.cli.ts'
import { formatDateTime, formatNumber } from '#/platform/text/format.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/doctor.page'

export const loader = pageLoader(async ({ db, actor }) => {
  must(hasRole(actor, 'admin'))
  const [last, backup] = [await lastExamination(db), await lastBackup(db)]
  return {
    backup: backup && { at: formatDateTime(backup.at), whole: backup.whole },
    last: last && {
      at: formatDateTime(last.at),
      by: last.by,
      sound: last.report.sound,
      checks: last.report.checks,
      files: last.report.files,
      entries: last.report.ledgerEntries,
      findings: last.report.findings.map(({ name, severity, holds, remedy, count, rows }) => ({
        name,
        severity,
        holds,
        remedy,
        count,
        rows: rows.map(rowText),
      })),
    },
  }
})

/** Files are only looked for here: hashing every byte belongs to the command line. */
export const action = pageAction(async ({ act }) => {
  await act((ctx) => examineHouse(ctx))
  return saved('/quan-tri/kiem-tra-he-thong')
})

export default function Doctor({ loaderData: { last, backup } }: Route.ComponentProps) {
  const language = useLanguage()
  const findings = last?.findings ?? []
  const faults = findings.filter((finding) => finding.severity === 'fault').length
  const verdict =
    last === null
      ? words.notYet[language]
      : last.sound
        ? words.sound[language]
            .replace('{checks}', formatNumber(last.checks))
            .replace('{files}', formatNumber(last.files))
            .replace('{entries}', formatNumber(last.entries))
        : words.unsound[language].replace('{count}', formatNumber(faults))
  return (
    <Page
      title={words.title[language]}
      lead={words.lead[language]}
      marks={<State kind={last === null ? 'todo' : last.sound ? 'done' : 'stop'}>{verdict}</State>}
    >
      <Facts
        facts={[
          {
            label: words.lastRun[language],
            value: last === null ? words.never[language] : <span className="num">{last.at}</span>,
            note: last === null ? undefined : last.by === '' ? words.byHouse[language] : last.by,
          },
          {
            label: words.lastBackup[language],
            value: backup === null ? words.never[language] : <span className="num">{backup.at}</span>,
            note: backup?.whole === false ? words.lacking[language] : words.backupHint[language],
          },
        ]}
      />
      <form method="post" className="mt mb">
        <Button>{words.run[language]}</Button>
      </form>
      {last === null ? null : findings.length === 0 ? (
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
