import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime, formatDong } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { found } from '#/programme/refuse.ts'
import { extendMilestone, fileMilestone, judgeMilestone, missMilestone, releaseMilestone } from '#/programme/support/milestone.actions.ts'
import { supportFor } from '#/programme/support/support.store.ts'
import { itemRules, milestoneWords } from '#/programme/support/support.ts'
import { fill } from '../commune/commune.messages.ts'
import { AttachmentFields, AttachmentList } from '../files/attachments.tsx'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './support.messages.ts'
import type { Route } from './+types/milestone.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { contract, rights, milestones, extensions } = await supportFor(db, actor, params['id'])
  const milestone = found(milestones.find((one) => one.id === params['milestone']))
  const open = milestone.state === 'planned' || milestone.state === 'returned'
  const today = plainDateOf(now)
  return {
    contract,
    milestone,
    late: open && milestone.dueOn < today,
    extensions: extensions.filter((one) => one.milestoneId === milestone.id),
    files: await attachmentsOf(db, 'supportMilestone', [milestone.id]),
    may: {
      file: rights.file && open,
      judge: rights.judge && milestone.state === 'filed',
      release: rights.release && milestone.state === 'accepted',
      extend: rights.judge && open,
      miss: rights.judge && open && milestone.dueOn < today,
    },
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const [id, milestone] = [params['id'] ?? '', params['milestone'] ?? '']
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'judge') await act((ctx) => judgeMilestone(ctx, id, milestone, texts))
  else if (deed === 'release') await act((ctx) => releaseMilestone(ctx, id, milestone))
  else if (deed === 'extend') await act((ctx) => extendMilestone(ctx, id, milestone, texts))
  else if (deed === 'miss') await act((ctx) => missMilestone(ctx, id, milestone, texts))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => fileMilestone(ctx, id, milestone, texts, files))
  }
  return saved(`/ho-tro/${id}/moc/${milestone}`)
})

export default function MilestonePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { contract, milestone, late, extensions, files, may } = loaderData
  const state = milestoneWords[milestone.state]
  return (
    <Page
      title={milestone.title}
      eyebrow={contract.producer}
      crumbs={[
        { href: '/ho-tro', label: words.supports[language] },
        { href: `/ho-tro/${contract.id}`, label: itemRules[contract.itemCategory].words[language] },
      ]}
      layout="measure"
      marks={
        <>
          <State kind={state.mark}>{state[language]}</State>
          {late ? <State kind="late">{words.late[language]}</State> : null}
        </>
      }
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.due[language], value: formatDate(milestone.dueOn) },
            { label: words.amount[language], value: <span className="num">{formatDong(milestone.amount)}</span> },
            { label: words.retained[language], value: <span className="num">{formatDong(milestone.retained)}</span> },
            { label: words.evidence[language], value: milestone.evidenceAsked || '–' },
            ...(milestone.filedAt === null
              ? []
              : [
                  {
                    label: words.note[language],
                    value: milestone.filedNote,
                    note: fill(words.filed[language], { when: formatDateTime(milestone.filedAt) }),
                  },
                ]),
            ...(milestone.remark === '' ? [] : [{ label: words.remark[language], value: milestone.remark }]),
          ]}
        />
        <AttachmentList files={files} />
        {extensions.length === 0 ? null : (
          <section className="stack" aria-labelledby="gia-han">
            <h2 id="gia-han">{words.extensions[language]}</h2>
            <ul>
              {extensions.map((one) => (
                <li key={one.id}>
                  {fill(words.extended[language], {
                    before: formatDate(one.dueBefore),
                    after: formatDate(one.dueAfter),
                    reason: one.reason,
                  })}
                </li>
              ))}
            </ul>
          </section>
        )}
        {may.file ? (
          <Panel title={words.file[language]} small>
            <Form upload refusal={refusalOf(actionData, 'file')} scope="file">
              <ErrorSummary />
              <input type="hidden" name="deed" value="file" />
              <TextArea name="note" label={words.note[language]} rows={4} maxLength={2000} />
              <AttachmentFields optional={milestone.evidenceAsked === ''} />
              <div>
                <Button>{words.file[language]}</Button>
              </div>
            </Form>
          </Panel>
        ) : null}
        {may.judge ? (
          <Panel title={words.judge[language]} small>
            <DeedForm deed="judge" answer={actionData} label={words.judge[language]}>
              <Radios
                name="verdict"
                label={words.verdict[language]}
                choices={[
                  { value: 'accepted', label: words.accepted[language] },
                  { value: 'returned', label: words.returned[language] },
                ]}
              />
              <TextArea name="remark" label={words.remark[language]} optional rows={3} maxLength={1000} />
            </DeedForm>
          </Panel>
        ) : null}
        {may.release ? (
          <Panel title={words.release[language]} small>
            <p className="hint">{fill(words.releaseHint[language], { amount: formatDong(milestone.amount - milestone.retained) })}</p>
            <DeedForm deed="release" answer={actionData} label={words.release[language]} />
          </Panel>
        ) : null}
        {may.extend ? (
          <Disclose summary={words.extend[language]}>
            <DeedForm deed="extend" kind="quiet" answer={actionData} label={words.extend[language]}>
              <DateField name="dueOn" label={words.newDue[language]} />
              <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
            </DeedForm>
          </Disclose>
        ) : null}
        {may.miss ? (
          <Disclose summary={words.miss[language]}>
            <ReasonDeed deed="miss" answer={actionData} label={words.miss[language]} />
          </Disclose>
        ) : null}
      </div>
    </Page>
  )
}
