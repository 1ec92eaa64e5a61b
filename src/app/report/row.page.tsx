import { formatInstantDate, formatNumber } from '#/platform/text/format.ts'
import { indicators } from '#/programme/indicator/registry.ts'
import { found } from '#/programme/refuse.ts'
import { contentOf } from '#/programme/report/compute.actions.ts'
import { figureText, isPersonal, partsText } from '#/programme/report/figure.text.ts'
import { figuresOf, rowsBehind } from '#/programme/report/figures.store.ts'
import { figureRows } from '#/programme/report/form.ts'
import { restateFigure } from '#/programme/report/judge.actions.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { besidesOf } from '#/programme/report/report.store.ts'
import { pageAsked, withParams, wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { DeedForm } from './deed-form.tsx'
import { PER_PAGE } from './list-query.ts'
import { words } from './report.messages.ts'
import type { Route } from './+types/row.page'

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const { report, rights } = await reportFor(db, actor, params['id'])
  const row = found(figureRows(await contentOf(db, report)).find((one) => one.code === params['row']))
  const figure = (await figuresOf(db, report.id)).get(row.code) ?? null
  const of = row.kind === 'indicator' ? indicators[row.indicator] : undefined
  const part: 'numerator' | 'denominator' = url.searchParams.get('phan') === 'mau' ? 'denominator' : 'numerator'
  // Rows about persons are read on the indicator's page, where each reading is written down.
  const hidden = isPersonal(row)
  const asked = { part, words: wordsAsked(url.searchParams), page: pageAsked(url.searchParams), size: PER_PAGE }
  const behind = hidden ? { total: 0, rows: [] } : await rowsBehind(db, report.id, row.code, asked)
  const { remarks, restatements } = await besidesOf(db, report.id)
  return {
    report,
    rights,
    row,
    figure,
    formula: of?.formula ?? null,
    hidden,
    asked,
    behind,
    search: url.search,
    remarks: remarks.filter((one) => one.rowCode === row.code),
    restatements: restatements.filter((one) => one.rowCode === row.code),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => restateFigure(ctx, id, { ...textsOf(form), row: params['row'] }))
  return saved(`/bao-cao/${id}/dong/${params['row']}`)
})

export default function RowPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { report, rights, row, figure, formula, hidden, asked, behind, search, restatements, remarks } = loaderData
  const ratio = figure?.denominator != null
  return (
    <Page
      title={row.title}
      eyebrow={report.callTitle}
      crumbs={[
        { href: '/bao-cao', label: words.reports[language] },
        { href: `/bao-cao/${report.id}`, label: report.unitName },
      ]}
      className="print-wide"
    >
      <div className="stack-l">
        <Facts
          facts={[
            {
              label: words.reported[language],
              value: <b className="num">{figure ? figureText(row, figure, rights.personal) : '–'}</b>,
              ...(figure && partsText(row, figure, rights.personal) !== '' ? { note: partsText(row, figure, rights.personal) } : {}),
            },
            ...(formula === null ? [] : [{ label: words.formula[language], value: formula[language] }]),
            ...(row.source === '' ? [] : [{ label: words.source[language], value: row.source }]),
            ...(figure?.comment ? [{ label: words.note[language], value: figure.comment }] : []),
            ...remarks.map((one) => ({
              label: words.remarks[language],
              value: one.remark,
              note: `${one.makerName}, ${formatInstantDate(one.madeAt)}`,
            })),
            ...restatements.map((one) => ({
              label: words.restated[language],
              value: `${one.numerator === null ? '–' : formatNumber(one.numerator)}${one.denominator === null ? '' : `/${formatNumber(one.denominator)}`}. ${one.reason}`,
              note: `${one.makerName}, ${formatInstantDate(one.madeAt)}`,
            })),
          ]}
        />
        {row.kind === 'indicator' ? (
          <section className="stack" aria-labelledby="phia-sau">
            <h2 id="phia-sau">{words.rowsBehind[language]}</h2>
            {ratio ? (
              <p className="row">
                <a
                  className="tap"
                  href={withParams(search, { phan: null, trang: null })}
                  aria-current={asked.part === 'numerator' ? 'page' : undefined}
                >
                  {words.numeratorRows[language]}
                </a>
                <a
                  className="tap"
                  href={withParams(search, { phan: 'mau', trang: null })}
                  aria-current={asked.part === 'denominator' ? 'page' : undefined}
                >
                  {words.denominatorRows[language]}
                </a>
              </p>
            ) : null}
            {hidden ? <Notice>{words.hiddenRows[language]}</Notice> : null}
            {hidden ? null : (
              <Toolbar
                search={<Field name="q" type="search" label={words.name[language]} defaultValue={asked.words} />}
                hidden={asked.part === 'denominator' ? { phan: 'mau' } : {}}
              />
            )}
            {hidden ? null : behind.rows.length === 0 ? (
              <EmptyState icon="search" title={words.noRows[language]} />
            ) : (
              <Table
                caption={words.rowsBehind[language]}
                rows={behind.rows}
                rowKey={(one) => String(one.ordinal)}
                columns={[
                  { key: 'n', label: '#', narrow: 'hide', cell: (one) => <span className="num">{one.ordinal}</span> },
                  {
                    key: 'label',
                    label: words.name[language],
                    head: true,
                    cell: (one) => (one.href === null ? one.label : <a href={one.href}>{one.label}</a>),
                  },
                  ...(behind.rows.some((one) => one.amount !== null)
                    ? [
                        {
                          key: 'amount',
                          label: words.amount[language],
                          align: 'right' as const,
                          cell: (one: (typeof behind.rows)[number]) => (
                            <span className="num">{one.amount === null ? '' : formatNumber(one.amount)}</span>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            )}
            <Pager
              page={asked.page}
              pages={Math.ceil(behind.total / PER_PAGE)}
              hrefFor={(to) => withParams(search, { trang: String(to) })}
            />
          </section>
        ) : null}
        {rights.restate ? (
          <Panel title={words.restate[language]} small>
            <DeedForm deed="restate" kind="quiet" answer={actionData} label={words.restate[language]} reason>
              <Field name="numerator" label={words.numerator[language]} inputMode="numeric" size="short" maxLength={20} />
              {ratio ? (
                <Field name="denominator" label={words.denominator[language]} inputMode="numeric" size="short" maxLength={20} />
              ) : null}
            </DeedForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
