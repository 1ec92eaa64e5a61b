import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { versionFrom } from '#/programme/fields.ts'
import { serves } from '#/programme/people/actor.ts'
import { tieText } from '#/programme/register/plan-task.ts'
import { extendWork, reopenWork, reportWork } from '#/programme/task/task.actions.ts'
import { activitiesFor } from '#/programme/promotion/activity.store.ts'
import { reportsOf, workFor } from '#/programme/task/task.store.ts'
import { isLate, workPartWords, workStateWords, type WorkState } from '#/programme/task/task.ts'
import { AttachmentFields, AttachmentList } from '../files/attachments.tsx'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { fill } from '../idea/idea.messages.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DoneFor } from './done-for.tsx'
import { words } from './task.messages.ts'
import type { Route } from './+types/work.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { work, rights } = await workFor(db, actor, params['id'])
  const { reports, extensions } = await reportsOf(db, work.id)
  const files = await attachmentsOf(
    db,
    'taskReport',
    reports.map((report) => report.id),
  )
  const activities = await activitiesFor(db, actor, { familyId: work.familyId, code: work.code })
  const adds = work.planCommune === null && serves(actor, work.authority, 'office')
  return { work, rights, reports, extensions, files, activities, adds, late: isLate(work, plainDateOf(now)) }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'extend') await act((ctx) => extendWork(ctx, id, texts))
  else if (texts['deed'] === 'reopen') await act((ctx) => reopenWork(ctx, id, texts['reason']))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => reportWork(ctx, id, texts, { files, version: versionFrom(form.get('_version')) }))
  }
  return saved(`/nhiem-vu/${id}`)
})

export default function WorkPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { work, rights, reports, extensions, files, late } = loaderData
  return (
    <Page
      title={work.title}
      crumbs={[{ href: '/nhiem-vu', label: words.mine[language] }]}
      crumbTitle={work.code}
      layout="measure"
      marks={
        late ? (
          <State kind="late" boxed>
            {words.late[language]}
          </State>
        ) : (
          <State kind={workStateWords[work.state].mark} boxed>
            {workStateWords[work.state][language]}
          </State>
        )
      }
    >
      <div className="stack-l">
        {work.ended ? <p className="hint">{words.ended[language]}</p> : null}
        <Facts
          facts={[
            { label: words.body[language], value: work.body, note: workPartWords[work.part][language] },
            {
              label: words.due[language],
              value: formatDate(work.dueOn),
              ...(work.dueOn === work.promisedOn ? {} : { note: fill(words.promised[language], { day: formatDate(work.promisedOn) }) }),
            },
            ...(work.percent === null ? [] : [{ label: words.percent[language], value: `${work.percent}%` }]),
            {
              label: words.plan[language],
              value: <a href={`/ke-hoach/${work.planId}`}>{work.plan}</a>,
              ...(work.section === '' ? {} : { note: work.section }),
            },
          ]}
        />
        {work.content === '' ? null : <p className="pre">{work.content}</p>}
        {rights.report ? (
          <Panel title={words.report[language]} small>
            <p className="hint">{words.reportLead[language]}</p>
            <Form refusal={refusalOf(actionData, 'report')} version={work.version} scope="report" upload>
              <ErrorSummary />
              <input type="hidden" name="deed" value="report" />
              <Radios
                name="state"
                label={words.state[language]}
                defaultValue={work.state === 'open' ? 'doing' : work.state}
                choices={(['doing', 'done', 'notNeeded'] as const).map((state) => ({
                  value: state,
                  label: workStateWords[state][language],
                }))}
              />
              <Field
                name="percent"
                label={words.percent[language]}
                optional
                size="short"
                unit="%"
                inputMode="numeric"
                defaultValue={work.percent === null ? '' : String(work.percent)}
              />
              <TextArea name="content" label={words.content[language]} rows={4} maxLength={5000} />
              <TextArea name="difficulties" label={words.difficulties[language]} optional rows={2} maxLength={5000} />
              <AttachmentFields optional />
              <div>
                <Button>{words.send[language]}</Button>
              </div>
            </Form>
          </Panel>
        ) : null}
        {rights.extend ? (
          <Disclose summary={words.extend[language]}>
            <DeedForm deed="extend" answer={actionData} label={words.extend[language]} kind="quiet">
              <DateField name="dueOn" label={words.newDue[language]} />
              <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
            </DeedForm>
          </Disclose>
        ) : null}
        {rights.reopen ? (
          <Disclose summary={words.reopen[language]}>
            <ReasonDeed deed="reopen" answer={actionData} label={words.reopen[language]} />
          </Disclose>
        ) : null}
        <DoneFor
          activities={loaderData.activities}
          adds={loaderData.adds}
          task={tieText({ planFamilyId: work.familyId, taskCode: work.code })}
        />
        <section className="stack" aria-labelledby="bao-cao">
          <h2 id="bao-cao">{words.reports[language]}</h2>
          {reports.length + extensions.length === 0 ? <p className="hint">{words.noReports[language]}</p> : null}
          {extensions.map((one) => (
            <p key={one.grantedAt.toISOString()}>
              {fill(words.extended[language], { before: formatDate(one.dueBefore), after: formatDate(one.dueAfter) })}
              <small className="quiet block">{`${one.name} · ${formatDateTime(one.grantedAt)} · ${one.reason}`}</small>
            </p>
          ))}
          {reports.map((report) => (
            <Panel key={report.id} small wash>
              <p>
                <b>{report.state === 'reopened' ? words.reopened[language] : workStateWords[report.state as WorkState][language]}</b>
                {report.percent === null ? '' : ` · ${report.percent}%`}
                <small className="quiet block">{`${report.reporterName} · ${formatDateTime(report.reportedAt)}`}</small>
              </p>
              <p className="pre">{report.content}</p>
              {report.difficulties === '' ? null : (
                <p className="pre">
                  <b>{words.difficulties[language]}</b>: {report.difficulties}
                </p>
              )}
              <AttachmentList files={files.filter((file) => file.subjectId === report.id)} />
            </Panel>
          ))}
        </section>
      </div>
    </Page>
  )
}
