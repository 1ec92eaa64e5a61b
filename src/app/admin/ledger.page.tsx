import { formatDateTime } from '#/platform/text/format.ts'
import { LEDGER_PER_PAGE, listLedger } from '#/programme/people/account.store.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { adminMessages as words } from './admin.messages.ts'
import type { Route } from './+types/ledger.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  must(hasRole(actor, 'admin'))
  const verb = (url.searchParams.get('viec') ?? '').slice(0, 60)
  const subject = (url.searchParams.get('doi-tuong') ?? '').trim().slice(0, 60)
  const before = Number.parseInt(url.searchParams.get('truoc') ?? '', 10)
  const rows = await listLedger(db, actor.provinceCode, { verb, subject, before: Number.isSafeInteger(before) ? before : null })
  const last = rows.at(-1)
  return {
    verb,
    subject,
    older: rows.length === LEDGER_PER_PAGE && last ? last.seq : null,
    rows: rows.map((row) => ({
      seq: row.seq,
      at: formatDateTime(row.at),
      who: row.actorName,
      verb: row.verb,
      subject: `${row.subjectKind} ${row.subjectId}`,
      detail: JSON.stringify(row.payload),
      hash: row.hash.slice(0, 12),
    })),
  }
})

export default function Ledger({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, verb, subject, older } = loaderData
  const next = older === null ? null : `?${new URLSearchParams({ viec: verb, 'doi-tuong': subject, truoc: String(older) }).toString()}`
  return (
    <Page title={words.ledger[language]} lead={words.ledgerLead[language]}>
      <form method="get" className="row">
        <Field name="viec" label={words.verbFilter[language]} defaultValue={verb} size="middle" />
        <Field name="doi-tuong" label={words.subjectFilter[language]} defaultValue={subject} size="middle" />
        <Button kind="quiet">{words.filter[language]}</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState icon="search" title={words.ledgerEmpty[language]} />
      ) : (
        <Table
          caption={words.ledger[language]}
          rows={rows}
          rowKey={(row) => String(row.seq)}
          columns={[
            { key: 'at', label: words.when[language], nowrap: true, cell: (row) => <span className="num">{row.at}</span> },
            { key: 'verb', label: words.verb[language], head: true, cell: (row) => row.verb },
            { key: 'who', label: words.who[language], cell: (row) => row.who },
            { key: 'subject', label: words.subject[language], cell: (row) => <span className="code">{row.subject}</span> },
            { key: 'detail', label: words.detail[language], cell: (row) => <span className="code code-long">{row.detail}</span> },
          ]}
        />
      )}
      {next === null ? null : (
        <ButtonLink href={next} kind="quiet">
          {words.older[language]}
        </ButtonLink>
      )}
    </Page>
  )
}
