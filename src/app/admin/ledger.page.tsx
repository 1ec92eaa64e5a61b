import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { LEDGER_PER_PAGE, listLedger } from '#/programme/people/ledger.store.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { adminMessages as words } from './admin.messages.ts'
import { ledgerFilter } from './ledger.query.ts'
import type { Route } from './+types/ledger.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  must(hasRole(actor, 'admin'))
  const filter = ledgerFilter(url.searchParams)
  const asked = Number.parseInt(url.searchParams.get('truoc') ?? '', 10)
  const before = Number.isSafeInteger(asked) ? asked : null
  const read = await listLedger(db, actor.provinceCode, filter, { before, limit: LEDGER_PER_PAGE + 1 })
  const rows = read.slice(0, LEDGER_PER_PAGE)
  const last = rows.at(-1)
  return {
    ...filter,
    from: filter.from === null ? '' : formatDate(filter.from),
    until: filter.until === null ? '' : formatDate(filter.until),
    search: url.search,
    isFirst: before === null,
    older: read.length > LEDGER_PER_PAGE && last ? last.seq : null,
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
  const { rows, person, verb, subject, from, until, search, older, isFirst } = loaderData
  const exported = (dang: string) => `/quan-tri/nhat-ky/tai-ve${withParams(search, { truoc: null, dang })}`
  return (
    <Page
      title={words.ledger[language]}
      lead={words.ledgerLead[language]}
      actions={
        <>
          <ButtonLink href={exported('csv')} kind="quiet">
            {words.toCsv[language]}
          </ButtonLink>
          <ButtonLink href={exported('xlsx')} kind="quiet">
            {words.toExcel[language]}
          </ButtonLink>
        </>
      }
    >
      <form method="get" className="row mb">
        <Field name="nguoi" label={words.personFilter[language]} defaultValue={person} size="middle" />
        <Field name="viec" label={words.verbFilter[language]} defaultValue={verb} size="middle" />
        <Field name="doi-tuong" label={words.subjectFilter[language]} defaultValue={subject} size="middle" />
        <Field name="tu" label={words.fromFilter[language]} defaultValue={from} size="short" inputMode="numeric" placeholder="dd/MM/yyyy" />
        <Field
          name="den"
          label={words.untilFilter[language]}
          defaultValue={until}
          size="short"
          inputMode="numeric"
          placeholder="dd/MM/yyyy"
        />
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
            { key: 'subject', label: words.subject[language], cell: (row) => <span className="code code-long">{row.subject}</span> },
            { key: 'detail', label: words.detail[language], cell: (row) => <span className="code code-long">{row.detail}</span> },
          ]}
        />
      )}
      <div className="row">
        {isFirst ? null : (
          <ButtonLink href={withParams(search, { truoc: null })} kind="quiet">
            {words.newest[language]}
          </ButtonLink>
        )}
        {older === null ? null : (
          <ButtonLink href={withParams(search, { truoc: String(older) })} kind="quiet">
            {words.older[language]}
          </ButtonLink>
        )}
      </div>
    </Page>
  )
}
