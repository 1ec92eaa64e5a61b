import { bodiesToServe } from '#/programme/body/body.store.ts'
import { formatDate } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { changeReportCall, closeReportCall, dropReportCall, openReportCall } from '#/programme/report/call.actions.ts'
import { reportKindWords } from '#/programme/report/form.ts'
import { plansOfDesk } from '#/programme/report/promise.store.ts'
import { eraNote } from '#/programme/report/report.paper.ts'
import { reportCallFor, reportHistory } from '#/programme/report/report.store.ts'
import { reportStates, reportStateWords } from '#/programme/report/report.ts'
import { fill } from '../commune/commune.messages.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { CallFields } from './call-fields.tsx'
import { DeedForm } from './deed-form.tsx'
import { History } from './history.tsx'
import { callForm } from './incoming.ts'
import { words } from './report.messages.ts'
import type { Route } from './+types/call.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const found = await reportCallFor(db, actor, params['id'])
  return {
    ...found,
    era: eraNote(found.call) !== null,
    bodies: await bodiesToServe(db, found.call.authority),
    plans: await plansOfDesk(db, found.call.authority),
    history: await reportHistory(db, { kind: 'reportCall', id: found.call.id }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const deed = form.get('deed')
  if (deed === 'open') await act((ctx) => openReportCall(ctx, id))
  else if (deed === 'close') await act((ctx) => closeReportCall(ctx, id))
  else if (deed === 'drop') {
    await act((ctx) => dropReportCall(ctx, id))
    return saved('/bao-cao/dot')
  } else await act((ctx) => changeReportCall(ctx, id, callForm(form), versionFrom(form.get('_version'))))
  return saved(`/bao-cao/dot/${id}`)
})

export default function CallPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { call, rights, counts, own, era, bodies, plans, history } = loaderData
  const planned = call.state === 'planned'
  return (
    <Page
      title={call.title}
      crumbs={[
        { href: '/bao-cao', label: words.reports[language] },
        { href: '/bao-cao/dot', label: words.calls[language] },
      ]}
      layout="measure"
      marks={<State kind={planned ? 'todo' : call.state === 'open' ? 'part' : 'done'}>{words[call.state][language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.kind[language], value: reportKindWords[call.kind][language] },
            { label: words.form[language], value: call.formTitle, note: fill(words.revision[language], { n: call.revision }) },
            { label: words.period[language], value: `${formatDate(call.periodFrom)} – ${formatDate(call.periodTo)}` },
            { label: words.cutOff[language], value: formatDate(call.cutOffOn) },
            ...(call.beforeOn === null ? [] : [{ label: words.before[language], value: formatDate(call.beforeOn) }]),
            { label: words.lastDay[language], value: formatDate(call.dueOn) },
            ...(call.partsDueOn === null ? [] : [{ label: words.partsLastDay[language], value: formatDate(call.partsDueOn) }]),
            ...plans
              .filter((plan) => plan.familyId === call.planFamilyId)
              .map((plan) => ({ label: words.plan[language], value: <a href={`/ke-hoach/${plan.id}`}>{plan.title}</a> })),
            ...(call.source ? [{ label: words.source[language], value: call.source }] : []),
            ...reportStates.flatMap((state) =>
              counts[state] === undefined
                ? []
                : [
                    {
                      label: reportStateWords[state][language],
                      value: (
                        <a className="num" href={`/bao-cao?dot=${call.id}&trang-thai=${state}`}>
                          {counts[state]}
                        </a>
                      ),
                    },
                  ],
            ),
          ]}
        />
        {era ? <Notice>{words.eraNote[language]}</Notice> : null}
        {planned ? null : (
          <p className="row">
            {own ? <ButtonLink href={`/bao-cao/${own.id}`}>{words.ownReport[language]}</ButtonLink> : null}
            <ButtonLink kind="quiet" href={`/bao-cao?dot=${call.id}`}>
              {words.seeReports[language]}
            </ButtonLink>
            <ButtonLink kind="quiet" href={`/bao-cao?dot=${call.id}&han=cham`}>
              {words.seeLate[language]}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="download" href={`/bao-cao/dot/${call.id}/tong-hop.xlsx`} download>
              {words.workbook[language]}
            </ButtonLink>
          </p>
        )}
        {rights.keep && planned ? (
          <>
            <Panel title={words.openCall[language]} small>
              <p className="hint">{words.openLead[language]}</p>
              <DeedForm deed="open" answer={actionData} label={words.openCall[language]} />
            </Panel>
            <Panel title={words.changeCall[language]} small wash>
              <Form refusal={refusalOf(actionData, 'change')} version={call.version} scope="change">
                <ErrorSummary />
                <input type="hidden" name="deed" value="change" />
                <CallFields call={call} bodies={bodies} plans={plans} />
                <div>
                  <Button kind="quiet">{words.save[language]}</Button>
                </div>
              </Form>
            </Panel>
            <DeedForm deed="drop" kind="danger" answer={actionData} label={words.dropCall[language]} />
          </>
        ) : null}
        {rights.keep && call.state === 'open' && own?.state === 'approved' ? (
          <DeedForm deed="close" kind="quiet" answer={actionData} label={words.closeCall[language]} />
        ) : null}
        <History lines={history} />
      </div>
    </Page>
  )
}
