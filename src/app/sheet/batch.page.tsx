import { formatDateTime, formatNumber } from '#/platform/text/format.ts'
import { cancelSheet, chooseUnit, confirmSheet } from '#/programme/sheet/sheet.actions.ts'
import { sheetOutcomeWords } from '#/programme/sheet/sheet.messages.ts'
import { batchFor } from '#/programme/sheet/sheet.rights.ts'
import { sheetBatchById, sheetRowsOf } from '#/programme/sheet/sheet.store.ts'
import { sheetOutcomes, type SheetOutcome } from '#/programme/sheet/sheet.ts'
import { amountShown, moneyUnits, moneyUnitWords } from '#/programme/sheet/unit.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { Route } from './+types/batch.page'
import { RowOutcome, SheetState } from './marks.tsx'
import { words } from './sheet.messages.ts'
import { sheetAddress } from './subject.ts'

const SIZE = 50
const unitSaid = { head: 'unitHead', above: 'unitAbove', chosen: 'unitChosen', nothing: 'unitNothing' } as const
/** Columns shown beside the name of a row; a reason names its column in any case, and the bad rows are had whole as Excel. */
const COLUMNS = 6

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const { batch, kind } = await batchFor(db, actor, await sheetBatchById(db, params['id']))
  const outcome = sheetOutcomes.find((one) => one === url.searchParams.get('loai')) ?? null
  const page = pageAsked(url.searchParams)
  const { counts } = batch
  const total = outcome === null ? sheetOutcomes.reduce((sum, one) => sum + counts[one], 0) : counts[outcome]
  return {
    batch,
    outcome,
    page,
    pages: Math.ceil(total / SIZE),
    rows: await sheetRowsOf(db, batch.id, { outcome, page, size: SIZE }),
    title: kind.title,
    columns: kind.columns.map(({ key, title, money = false }) => ({ key, title, money })),
    home: kind.home(batch.subjectId),
    start: sheetAddress(kind.kind, batch.subjectId),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  if (form.get('deed') === 'unit') await act((ctx) => chooseUnit(ctx, params['id'], { unit: form.get('unit') }))
  else if (form.get('deed') === 'cancel') await act((ctx) => cancelSheet(ctx, params['id']))
  else await act((ctx) => confirmSheet(ctx, params['id']))
  return saved(`/nhap-bang/lo/${params['id']}`)
})

export default function SheetBatchPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { batch, outcome, page, pages, rows, title, columns, home, start } = loaderData
  const { counts, reading, state } = batch
  const good = counts.new + counts.changed
  const unit = reading.unit ?? null
  const address = (kind: SheetOutcome | null, to = 1) =>
    `?${new URLSearchParams({ ...(kind === null ? {} : { loai: kind }), trang: String(to) }).toString()}`
  const [first, ...others] = columns
  const titleOf = (key: string | null) => columns.find((column) => column.key === key)?.title[language]
  return (
    <Page
      title={batch.fileName}
      crumbs={[
        { href: home, label: title[language] },
        { href: start, label: fill(words.title[language], { what: title[language] }) },
      ]}
      marks={<SheetState state={state} />}
      actions={
        counts.bad === 0 ? undefined : (
          <ButtonLink kind="quiet" icon="download" href={`/nhap-bang/lo/${batch.id}/dong-loi.xlsx`} download>
            {words.badRows[language]}
          </ButtonLink>
        )
      }
    >
      <div className="stack-l">
        <p className="hint">
          {[
            fill(words.head[language], { line: reading.headLine }),
            ...(reading.above === 0 ? [] : [fill(words.above[language], { n: reading.above })]),
            ...(unit === null
              ? []
              : [fill(words[unitSaid[unit.from]][language], { unit: moneyUnitWords[unit.unit][language], at: unit.at ?? '' })]),
            ...(reading.left.length === 0 ? [] : [fill(words.left[language], { names: reading.left.join(', ') })]),
          ].join(' ')}
        </p>
        {state === 'checked' && unit !== null ? (
          <Disclose summary={words.unitOther[language]} open={unit.from === 'nothing'}>
            <DeedForm deed="unit" answer={actionData} label={words.reread[language]} kind="quiet">
              <Select
                name="unit"
                label={words.unit[language]}
                empty={false}
                defaultValue={unit.unit}
                choices={moneyUnits.map((one) => ({ value: one, label: moneyUnitWords[one][language] }))}
              />
            </DeedForm>
          </Disclose>
        ) : null}
        {state === 'checked' ? (
          <Form refusal={refusalOf(actionData, 'unit') === undefined ? actionData : undefined}>
            <ErrorSummary />
            <p>{(good === 0 ? words.nothing : words.confirmLead)[language]}</p>
            <div className="row">
              {good === 0 ? null : (
                <Button name="deed" value="confirm">
                  {fill(words.confirm[language], { n: formatNumber(good) })}
                </Button>
              )}
              <Button name="deed" value="cancel" kind="quiet">
                {words.cancel[language]}
              </Button>
            </div>
          </Form>
        ) : (
          <Notice kind={state === 'done' ? 'good' : 'info'}>
            <p>
              {state === 'done'
                ? fill(words.done[language], {
                    n: formatNumber(good),
                    at: batch.confirmedAt === null ? '' : formatDateTime(batch.confirmedAt),
                  })
                : words.cancelled[language]}
            </p>
            <p className="row">
              <ButtonLink kind="quiet" small href={home}>
                {words.see[language]}
              </ButtonLink>
              <ButtonLink kind="quiet" small href={start}>
                {words.another[language]}
              </ButtonLink>
            </p>
          </Notice>
        )}
        <Tabs
          label={words.outcome[language]}
          tabs={[
            { href: address(null), label: words.all[language], current: outcome === null },
            ...sheetOutcomes.map((kind) => ({
              href: address(kind),
              label: sheetOutcomeWords[kind][language],
              count: counts[kind],
              current: outcome === kind,
            })),
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState title={words.noRows[language]} />
        ) : (
          <Table
            caption={batch.fileName}
            rows={rows}
            rowKey={(row) => String(row.ordinal)}
            columns={[
              { key: 'label', label: first?.title[language] ?? '', head: true, cell: (row) => row.label || '—' },
              {
                key: 'line',
                label: words.line[language],
                align: 'right',
                cell: (row) => <span className="num">{formatNumber(row.line)}</span>,
              },
              { key: 'outcome', label: words.outcome[language], cell: (row) => <RowOutcome outcome={row.outcome} /> },
              {
                key: 'reason',
                label: words.reason[language],
                narrow: 'full',
                cell: (row) =>
                  row.reasons.map((reason) => (
                    <p key={`${reason.column}${reason.vi}`}>
                      {reason.column === null ? '' : `${titleOf(reason.column) ?? reason.column}: `}
                      {reason[language]}
                    </p>
                  )),
              },
              ...others.slice(0, COLUMNS).map((column) => ({
                key: `c-${column.key}`,
                label: column.title[language],
                cell: (row: (typeof rows)[number]) => {
                  const cell = row.cells[column.key] ?? ''
                  const dong = column.money && unit !== null ? amountShown(cell, unit.unit) : null
                  return (
                    <>
                      {cell || '—'}
                      {dong === null ? null : <small className="quiet block">{dong}</small>}
                    </>
                  )
                },
              })),
            ]}
          />
        )}
        <Pager page={page} pages={pages} hrefFor={(to) => address(outcome, to)} />
      </div>
    </Page>
  )
}
