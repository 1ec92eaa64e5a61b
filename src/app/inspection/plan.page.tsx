import { formatDate } from '#/platform/text/format.ts'
import { inspectionHistory } from '#/programme/inspection/inspection.store.ts'
import { cancelInspectionPlan, chooseForInspection, issueInspectionPlan, rankInspectionPlan } from '#/programme/inspection/plan.actions.ts'
import { inspectionPlanFor, planLines, type LineRow } from '#/programme/inspection/plan.store.ts'
import { planStateWords } from '#/programme/inspection/plan.ts'
import { reasonText } from '#/programme/inspection/risk.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { fill } from '../idea/idea.messages.ts'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Radios, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import type { Column } from '../ui/table.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { verbWords, words } from './inspection.messages.ts'
import { linesQuery, PER_PAGE } from './list-queries.ts'
import type { Route } from './+types/plan.page'

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const { plan, rights } = await inspectionPlanFor(db, actor, params['plan'])
  const query = linesQuery(url.searchParams)
  return {
    plan,
    rights,
    query,
    search: url.search,
    ...(await planLines(db, plan.id, query)),
    history: rights.keep ? await inspectionHistory(db, 'inspectionPlan', plan.id) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['plan'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'rank') await act((ctx) => rankInspectionPlan(ctx, id))
  else if (deed === 'choose') await act((ctx) => chooseForInspection(ctx, id, texts))
  else if (deed === 'issue') await act((ctx) => issueInspectionPlan(ctx, id, texts))
  else await act((ctx) => cancelInspectionPlan(ctx, id, texts))
  return saved(`/hau-kiem/ke-hoach/${id}`)
})

export default function PlanPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, rights, rows, total, query, search } = loaderData
  const state = planStateWords[plan.state]
  const drafting = rights.keep && plan.state === 'draft'
  const base = `/hau-kiem/ke-hoach/${plan.id}`
  return (
    <Page
      title={plan.title}
      crumbs={[
        { href: '/hau-kiem', label: words.inspections[language] },
        { href: '/hau-kiem/ke-hoach', label: words.plans[language] },
      ]}
      className="print-wide"
      marks={
        <State kind={state.mark} boxed>
          {state[language]}
        </State>
      }
      actions={<PrintButton />}
    >
      <div className="stack-l">
        <Facts
          facts={[
            {
              label: words.period[language],
              value: <span className="num">{`${formatDate(plan.fromOn)} – ${formatDate(plan.toOn)}`}</span>,
            },
            { label: words.leadBody[language], value: plan.lead },
            ...(plan.bodies.length === 0 ? [] : [{ label: words.bodies[language], value: plan.bodies.map((one) => one.name).join(', ') }]),
            { label: words.wanted[language], value: <span className="num">{plan.wanted}</span> },
            ...(plan.content === '' ? [] : [{ label: words.content[language], value: plan.content }]),
            ...(plan.number === null || plan.issuedOn === null
              ? []
              : [{ label: words.planNumber[language], value: plan.number, note: formatDate(plan.issuedOn) }]),
            ...(plan.endReason === '' ? [] : [{ label: words.reason[language], value: plan.endReason }]),
          ]}
        />
        {drafting ? (
          <Panel wash className="measure no-print">
            <p className="hint">{words.rankLead[language]}</p>
            <DeedForm
              deed="rank"
              answer={actionData}
              label={(plan.rankedOn === null ? words.rank : words.rankAgain)[language]}
              kind={plan.rankedOn === null ? 'primary' : 'quiet'}
            />
          </Panel>
        ) : null}
        {plan.rankedOn === null ? null : (
          <section className="stack" aria-labelledby="danh-sach">
            <h2 id="danh-sach">{words.products[language]}</h2>
            <p className="hint">{fill(words.rankedOn[language], { day: formatDate(plan.rankedOn), rule: plan.rule ?? '' })}</p>
            <div>
              <Toolbar search={<Field name="q" type="search" label={words.searchProduct[language]} defaultValue={query.search} />}>
                <Filter
                  name="chon"
                  label={words.chosen[language]}
                  value={query.chosen === null ? null : query.chosen ? 'co' : 'khong'}
                  choices={[
                    { value: 'co', label: words.chosenOnly[language] },
                    { value: 'khong', label: words.notChosen[language] },
                  ]}
                />
              </Toolbar>
              <Listing
                caption={words.products[language]}
                rows={rows}
                rowKey={(row) => row.productId}
                columns={lineColumns(language, plan.state === 'issued' && rights.keep ? plan.id : null)}
                clearHref={base}
                search={search}
                page={query.page}
                perPage={PER_PAGE}
                total={total}
                excel={`${base}/danh-sach.xlsx${search}`}
              />
            </div>
          </section>
        )}
        {drafting && plan.rankedOn !== null ? (
          <>
            <Disclose summary={words.choose[language]}>
              <DeedForm deed="choose" answer={actionData} label={words.choose[language]} kind="quiet">
                <Select
                  name="productId"
                  label={words.product[language]}
                  choices={rows.map((row) => ({ value: row.productId, label: `${row.place}. ${row.product} · ${row.producer}` }))}
                />
                <Radios
                  name="chosen"
                  label={words.chosen[language]}
                  choices={[
                    { value: 'yes', label: words.putIn[language] },
                    { value: 'no', label: words.takeOut[language] },
                  ]}
                />
                <Field name="note" label={words.reason[language]} maxLength={500} />
              </DeedForm>
            </Disclose>
            <Panel title={words.issue[language]} wash className="measure no-print">
              <DeedForm deed="issue" answer={actionData} label={words.issue[language]}>
                <Field name="number" label={words.planNumber[language]} size="middle" maxLength={60} />
                <DateField name="issuedOn" label={words.issuedOn[language]} />
              </DeedForm>
            </Panel>
          </>
        ) : null}
        {drafting ? (
          <Disclose summary={words.cancelPlan[language]}>
            <ReasonDeed deed="cancel" answer={actionData} label={words.cancelPlan[language]} />
          </Disclose>
        ) : null}
        {rights.keep ? <LedgerLines lines={loaderData.history} verbs={verbWords} /> : null}
      </div>
    </Page>
  )
}

/** `planId`: of an issued plan whose products the reader may have inspected. */
function lineColumns(language: Language, planId: string | null): Column<LineRow>[] {
  return [
    { key: 'place', label: words.order[language], align: 'right', narrow: 'hide', cell: (row) => <span className="num">{row.place}</span> },
    {
      key: 'product',
      label: words.product[language],
      head: true,
      cell: (row) => (
        <>
          <b>{row.product}</b>
          <small className="quiet block">{`${row.producer} · ${fill(words.stars[language], { n: row.star })}`}</small>
        </>
      ),
    },
    { key: 'points', label: words.points[language], align: 'right', cell: (row) => <span className="num">{row.points}</span> },
    {
      key: 'why',
      label: words.why[language],
      narrow: 'full',
      cell: (row) => (
        <>
          {row.reasons.length === 0 ? null : (
            <ul>
              {row.reasons.map((reason) => (
                <li key={reason.code}>
                  <small>{reasonText(reason, language)}</small>
                </li>
              ))}
            </ul>
          )}
          {row.note === '' ? null : <small className="block">{row.note}</small>}
        </>
      ),
    },
    {
      key: 'chosen',
      label: words.chosen[language],
      narrow: 'full',
      cell: (row) =>
        !row.chosen ? (
          <span className="quiet">{words.no[language]}</span>
        ) : row.inspectionId !== null ? (
          <a href={`/hau-kiem/${row.inspectionId}`}>
            <State kind={row.done ? 'done' : 'todo'}>{(row.done ? words.done : words.notDone)[language]}</State>
          </a>
        ) : planId === null ? (
          words.yes[language]
        ) : (
          <a href={`/hau-kiem/them?ke-hoach=${planId}&san-pham=${row.productId}`}>
            {words.add[language]}
            <span className="vh">: {row.product}</span>
          </a>
        ),
    },
  ]
}
