import { formatNumber } from '#/platform/text/format.ts'
import { openPlanLines } from '#/programme/money/line.actions.ts'
import { planMoney } from '#/programme/money/plan-money.store.ts'
import { categoryWords, itemCategories } from '#/programme/money/money.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Dong } from './figures.tsx'
import { words } from './money.messages.ts'
import type { Route } from './+types/plan-money.page'

export const loader = pageLoader(async ({ db, actor, params }) => planMoney(db, actor, params['family']))

export const action = pageAction(async ({ act, form, params }) => {
  const family = params['family'] ?? ''
  const { year, ...texts } = textsOf(form)
  const categories = Object.fromEntries(
    Object.entries(texts).flatMap(([name, value]) => (name.startsWith('muc.') ? [[name.slice(4), value]] : [])),
  )
  await act((ctx) => openPlanLines(ctx, family, { year, categories }))
  return saved(`/kinh-phi/ke-hoach/${family}`)
})

export default function PlanMoney({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, rows, keep } = loaderData
  const unopened = rows.filter((row) => !row.isSum && row.lines.length === 0)
  return (
    <Page
      title={words.planMoney[language]}
      eyebrow={plan.title}
      lead={words.planLead[language]}
      crumbs={[{ href: '/kinh-phi', label: words.money[language] }]}
      className="print-wide"
      actions={<PrintButton />}
    >
      <div className="stack-l">
        {rows.length === 0 ? (
          <EmptyState title={words.noPlanMoney[language]} />
        ) : (
          <Table
            caption={words.planMoney[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.item[language],
                head: true,
                cell: (row) => (row.isSum ? <b>{row.title}</b> : row.title),
              },
              {
                key: 'amount',
                label: words.inPlan[language],
                align: 'right',
                narrow: 'line',
                cell: (row) => (
                  <>
                    <Dong value={row.amount} none={words.notStated[language]} />
                    {row.isSum && row.partsSum !== null ? (
                      <>
                        <br />
                        <small className="quiet">
                          {row.partsSum === row.amount
                            ? words.sumAgrees[language]
                            : fill(words.sumDiffers[language], { sum: formatNumber(row.partsSum) })}
                        </small>
                      </>
                    ) : null}
                  </>
                ),
              },
              {
                key: 'lines',
                narrow: 'line',
                label: words.line[language],
                cell: (row) =>
                  row.isSum ? null : row.lines.length === 0 ? (
                    <span className="quiet">{words.notOpened[language]}</span>
                  ) : (
                    row.lines.map((line) => (
                      <a key={line.id} className="tap" href={`/kinh-phi/khoan/${line.id}`}>
                        {line.year}
                      </a>
                    ))
                  ),
              },
              {
                key: 'allocated',
                label: words.allocated[language],
                align: 'right',
                narrow: 'line',
                cell: (row) => <Dong value={row.figures.allocated} />,
              },
              {
                key: 'disbursed',
                label: words.disbursed[language],
                align: 'right',
                narrow: 'line',
                cell: (row) => <Dong value={row.figures.disbursed} />,
              },
              {
                key: 'balance',
                label: words.balance[language],
                align: 'right',
                narrow: 'line',
                cell: (row) => <Dong value={row.figures.balance} />,
              },
            ]}
          />
        )}
        {keep && unopened.length > 0 ? (
          <Panel title={words.openLines[language]} small className="measure no-print">
            <p className="hint">{words.openLinesHint[language]}</p>
            <DeedForm deed="open" answer={actionData} label={words.openLines[language]}>
              <Field
                name="year"
                label={words.year[language]}
                defaultValue={plan.startsOn.slice(0, 4)}
                inputMode="numeric"
                size="short"
                maxLength={4}
              />
              {unopened.map((row) => (
                <Select
                  key={row.id}
                  name={`muc.${row.code}`}
                  label={row.title}
                  optional
                  choices={itemCategories.map((one) => ({ value: one, label: categoryWords[one][language] }))}
                />
              ))}
            </DeedForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
