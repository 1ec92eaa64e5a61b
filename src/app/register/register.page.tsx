import { addsTo } from '#/programme/register/rights.ts'
import { valueText, type Description, type Field as RegisterField, type RecordRow } from '#/programme/register/register.ts'
import { listRecords } from '#/programme/register/register.store.ts'
import { registerAt } from '#/programme/register/registers.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { PrintButton } from '../ui/page-tools.tsx'
import { Page } from '../ui/page.tsx'
import { type Column } from '../ui/table.tsx'
import { Fold, Toolbar, Filter } from '../ui/toolbar.tsx'
import { PER_PAGE, recordQuery } from './list-query.ts'
import { RecordMark } from './record-mark.tsx'
import { fill, words } from './register.messages.ts'
import type { Route } from './+types/register.page'

export const loader = pageLoader(async ({ db, actor, url, params, now }) => {
  const register = registerAt(params['register'])
  const query = recordQuery(url.searchParams, register)
  return {
    ...(await listRecords(db, actor, register, query)),
    slug: register.slug,
    query,
    search: url.search,
    thisYear: Number(plainDateOf(now).slice(0, 4)),
    adds: addsTo(actor, register),
  }
})

export default function RegisterPage({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { slug, rows, total, query, search, adds } = loaderData
  const register = registerAt(slug)
  const base = `/so-theo-doi/${slug}`
  const add = fill(words.add[language], { one: register.one[language] })
  return (
    <Page
      title={register.title[language]}
      lead={register.about[language]}
      crumbs={[{ href: '/so-theo-doi', label: words.registers[language] }]}
      actions={
        <>
          <PrintButton />
          {adds ? (
            <>
              <ButtonLink kind="quiet" small href={`/nhap-bang/${slug}`}>
                {words.bringIn[language]}
              </ButtonLink>
              <ButtonLink href={`${base}/them`}>{add}</ButtonLink>
            </>
          ) : null}
        </>
      }
    >
      {total === 0 && search === '' ? (
        <EmptyState title={words.noRecords[language]} {...(adds ? { action: <ButtonLink href={`${base}/them`}>{add}</ButtonLink> } : {})} />
      ) : (
        <>
          <Filters {...loaderData} register={register} />
          <Listing
            caption={register.title[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columnsOf(register, query.sort, search, language)}
            clearHref={base}
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`${base}/so.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}

function Filters({ register, query, thisYear }: Route.ComponentProps['loaderData'] & { register: Description }) {
  const language = useLanguage()
  const filters = register.fields.filter((field) => field.filter !== undefined)
  const hidden = { ...(query.sort === null ? {} : { xep: query.sort }), ...(query.of ? { cua: query.of.column, ma: query.of.id } : {}) }
  const states = { '': words.stateOpen, het: words.stateEnded, 'tat-ca': words.stateAll }
  const state = { open: '', ended: 'het', all: 'tat-ca' }[query.state]
  return (
    <Toolbar search={<Field name="q" type="search" label={words.searchIn[language]} defaultValue={query.search} />} hidden={hidden}>
      {filters.map((field) => (
        <Fold key={field.column}>
          <Select
            name={field.filter ?? ''}
            label={field.label[language]}
            empty={words.all[language]}
            defaultValue={query.choices[field.column] ?? ''}
            choices={
              field.kind === 'choice' ? Object.entries(field.choices).map(([value, label]) => ({ value, label: label[language] })) : []
            }
          />
        </Fold>
      ))}
      {register.day === undefined ? null : (
        <Filter
          name="nam"
          label={words.year[language]}
          value={query.year === null ? '' : String(query.year)}
          choices={Array.from({ length: 12 }, (_, back) => String(thisYear - back)).map((year) => ({ value: year, label: year }))}
        />
      )}
      <Fold>
        <Select
          name="tinh-trang"
          label={words.state[language]}
          empty={false}
          defaultValue={state}
          choices={Object.entries(states).map(([value, label]) => ({ value, label: label[language] }))}
        />
      </Fold>
    </Toolbar>
  )
}

const numeric: readonly RegisterField['kind'][] = ['whole', 'money', 'hundredths']

function columnsOf(register: Description, sort: string | null, search: string, language: 'vi' | 'en'): Column<RecordRow>[] {
  const shown = register.fields.filter((field) => field.list)
  const head = shown.find((field) => field.column === register.head)
  const columns = [...(head ? [head] : []), ...shown.filter((field) => field !== head)].map((field): Column<RecordRow> => {
    const text = (row: RecordRow) => valueText(field, row, language)
    const number = numeric.includes(field.kind)
    return {
      key: field.column,
      label: field.label[language],
      head: field === head,
      ...(number ? { align: 'right' as const, nowrap: true } : {}),
      // On a phone whom it is about has its own line, and what may be empty is on the record's page.
      ...(field.kind === 'reference' || field.kind === 'commune' ? { narrow: field.required ? ('full' as const) : ('hide' as const) } : {}),
      ...(field.sort
        ? {
            sortHref: withParams(search, { xep: sort === field.column ? null : field.column, trang: null }),
            ...(sort === field.column
              ? { sorted: number || field.kind === 'date' ? ('descending' as const) : ('ascending' as const) }
              : {}),
          }
        : {}),
      cell: (row) =>
        field === head ? (
          <a href={`/so-theo-doi/${register.slug}/${row.id}`}>
            <b>{text(row)}</b>
          </a>
        ) : number || field.kind === 'date' ? (
          <span className="num">{text(row)}</span>
        ) : (
          text(row)
        ),
    }
  })
  return [
    ...columns,
    { key: 'state', label: words.state[language], narrow: 'full', cell: (row) => <RecordMark register={register} row={row} /> },
  ]
}
