import { redirect, useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatTime } from '#/platform/text/format.ts'
import { declaredCauses } from '#/programme/council/conflict.ts'
import { declareConflict } from '#/programme/council/conflict.actions.ts'
import { causeWords, itemWords } from '#/programme/council/council.messages.ts'
import { itemFor, type ItemView } from '#/programme/council/item.view.ts'
import { openPack } from '#/programme/council/meeting.actions.ts'
import { saveSheet, startSheet } from '#/programme/council/sheet.actions.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Enhance } from '../ui/enhance.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SavedMark } from '../ui/saved-mark.tsx'
import { State } from '../ui/state.tsx'
import { StatusBar } from '../ui/status-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill, words } from './council-pages.messages.ts'
import { EvidencePane } from './evidence-pane.tsx'
import { SheetForm, SheetRead } from './sheet-form.tsx'
import { criterionAfter, currentCriterion, groupsOf, type GroupView } from './sheet-model.ts'
import type { Route } from './+types/item.page'

type Item = Extract<ItemView, { kind: 'item' }>

export const loader = pageLoader(async ({ db, services, actor, params, now, url }) => ({
  view: await itemFor(db, services.regulations, actor, params['itemId'] ?? '', now),
  asked: url.searchParams.get('tc'),
}))

export const action = pageAction(async ({ act, form, params, db, services, actor, now }) => {
  const itemId = params['itemId'] ?? ''
  const here = `/hoi-dong/muc/${itemId}`
  const verb = form.get('_do')
  if (verb === 'none' || verb === 'conflict') {
    await act((ctx) =>
      declareConflict(ctx, itemId, {
        conflicted: verb === 'conflict' ? 'yes' : 'no',
        cause: form.get('cause'),
        detail: form.get('detail'),
      }),
    )
    return redirect(here, 303)
  }
  if (verb === 'open') {
    await act((ctx) => openPack(ctx, itemId))
    return redirect(here, 303)
  }
  if (verb === 'start') {
    await act((ctx) => startSheet(ctx, itemId))
    return redirect(here, 303)
  }
  if (!form.has('_version')) throw new AppError('badRequest', { reason: '_do' })
  const fields: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && /^[cnr]\./.test(name)) fields[name] = value
  const saved = await act((ctx) =>
    saveSheet(ctx, itemId, { version: Number(form.get('_version')), fields, comment: String(form.get('comment') ?? '') }),
  )
  const headers = { 'X-Version': String(saved.version) }
  const go = String(form.get('_go') ?? '')
  if (go === 'check') return redirect(`${here}/hoan-tat`, { status: 303, headers })
  const current = String(form.get('_tc') ?? '')
  let next: string | null = go === '' ? current : go
  if (go === '+') {
    const view = await itemFor(db, services.regulations, actor, itemId, now)
    next = view.kind === 'item' ? criterionAfter(modelOf(view), current) : null
  }
  return redirect(next === null || next === '' ? here : `${here}?tc=${encodeURIComponent(next)}#dang-cham`, { status: 303, headers })
})

function modelOf(view: Item): GroupView[] {
  const { pack, own } = view
  if (pack === null || own === null) return []
  return groupsOf({
    form: pack.form,
    cases: pack.cases,
    answers: own.sheet.answers,
    own: Object.fromEntries(pack.snapshot.answers.map((answer) => [answer.criterion, answer.option])),
    flagged: new Set(pack.notes.flatMap((note) => (note.bringToCouncil ? [note.criterion] : []))),
    first: own.first?.answers ?? null,
    scope: view.scope,
  })
}

export default function ItemPage({ loaderData: { view, asked } }: Route.ComponentProps) {
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  if (view.kind === 'recused') return <Recused view={view} />
  if (view.own?.sheet.state === 'draft' && view.mine.mayScore && view.pack) return <Scoring view={view} asked={asked} refusal={refusal} />
  return <Steps view={view} refusal={refusal} />
}

function Recused({ view }: { view: Extract<ItemView, { kind: 'recused' }> }) {
  const language = useLanguage()
  const title = fill(words.recused[language], { n: view.ordinal })
  return (
    <Page title={title} layout="measure" crumbs={[{ href: `/hoi-dong/ky-hop/${view.meetingId}`, label: words.agenda[language] }]}>
      <Notice>
        <p>{words.recusedLead[language]}</p>
      </Notice>
    </Page>
  )
}

function Scoring({ view, asked, refusal }: { view: Item; asked: string | null; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  const { pack, own } = view
  if (pack === null || own === null) return null
  const groups = modelOf(view)
  const current = currentCriterion(groups, typeof refusal?.values['_tc'] === 'string' ? refusal.values['_tc'] : asked)
  return (
    <Page
      title={view.product}
      tabTitle={`${words.sheet[language]}: ${view.product}`}
      crumbs={crumbs(view, language)}
      crumbTitle={words.sheet[language]}
      layout="app"
      ownHeading
    >
      <Heading view={view} />
      {own.first === null ? null : (
        <Notice kind="warn">
          <p>{fill(words.secondPass[language], { codes: view.scope.join(', ') })}</p>
        </Notice>
      )}
      <div className="scoring">
        <EvidencePane pack={pack} code={current?.code ?? null} />
        <SheetForm groups={groups} current={current} version={own.sheet.version} comment={own.sheet.comment} refusal={refusal} />
        <StatusBar
          figure={String(own.sums.total)}
          text={
            <span data-score-progress={words.bottom[language]}>
              {fill(words.bottom[language], { answered: own.sums.answered, offered: own.sums.offered })}
            </span>
          }
          saved={
            <SavedMark formId="phieu">
              {words.saved[language]} <span className="num">{formatTime(own.sheet.updatedAt, { seconds: true })}</span>
            </SavedMark>
          }
          keys
        >
          <Button kind="quiet" small form="phieu">
            {words.save[language]}
          </Button>
          <Button small form="phieu" name="_go" value="check">
            {words.check[language]}
          </Button>
        </StatusBar>
      </div>
      <Enhance name="score-total" />
    </Page>
  )
}

function Heading({ view }: { view: Item }) {
  const language = useLanguage()
  return (
    <div className="row between title-row">
      <div>
        <h1 className="h2">{view.product}</h1>
        <p className="hint">
          {words.item[language]}{' '}
          <span className="num">
            {view.ordinal}/{view.of}
          </span>{' '}
          · {words.set[language]} <span className="num">{view.set.no}</span>: {view.set.title}
          {view.declaredAt === null ? '' : ` · ${fill(words.declared[language], { time: formatTime(view.declaredAt) })}`}
        </p>
      </div>
      <p className="hint with-icon">
        <Icon name="lock" />
        <span>{words.blind[language]}</span>
      </p>
    </div>
  )
}

/** Before and after scoring: declare, open the pack, start; or the finished sheet. */
function Steps({ view, refusal }: { view: Item; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  const { mine, own } = view
  const final = own?.sheet.state === 'final'
  return (
    <Page
      title={view.product}
      crumbs={crumbs(view, language)}
      crumbTitle={`${words.item[language]} ${view.ordinal}`}
      lead={`${view.producer}, ${view.commune}. ${words.set[language]} ${view.set.no}: ${view.set.title}.`}
      marks={
        <>
          <State kind={view.withdrawn ? 'ended' : itemWords[view.state].mark} boxed>
            {view.withdrawn ? words.withdrawn[language] : itemWords[view.state][language]}
          </State>
          <span className="hint">
            {words.progress[language]}: <span className="num">{fill(words.progressOf[language], view.progress)}</span>
          </span>
        </>
      }
    >
      <div className="stack">
        {mine.conflictOpen ? (
          <Notice kind="warn">
            <p>{words.undecided[language]}</p>
          </Notice>
        ) : null}
        {mine.mayDeclare && !(mine.declared && mine.packOpened) ? <Declare declared={mine.declared} refusal={refusal} /> : null}
        {mine.mayOpenPack && !mine.packOpened ? (
          <Panel>
            <Form refusal={mine.declared ? refusal : undefined}>
              <Button name="_do" value="open">
                {words.openPack[language]}
              </Button>
              <p className="hint">{words.openPackHint[language]}</p>
            </Form>
          </Panel>
        ) : null}
        {mine.mayScore && own === null ? (
          <Panel>
            <Form refusal={refusal}>
              <ErrorSummary />
              <Button name="_do" value="start">
                {words.start[language]}
              </Button>
              <p className="hint">{words.startHint[language]}</p>
            </Form>
          </Panel>
        ) : null}
        {refusal !== undefined && own !== null ? (
          <Form refusal={refusal}>
            <ErrorSummary />
          </Form>
        ) : null}
        {final && own ? (
          <Notice kind="good" title={`${words.finalTitle[language]}: ${own.sums.total} ${words.points[language]}`}>
            <p>{fill(words.finalText[language], { time: own.sheet.finalisedAt === null ? '' : formatTime(own.sheet.finalisedAt) })}</p>
          </Notice>
        ) : null}
        <div className="row">
          {view.before === null ? null : (
            <ButtonLink kind="quiet" small href={`/hoi-dong/muc/${view.before}`}>
              {words.previous[language]}
            </ButtonLink>
          )}
          {view.after === null ? null : (
            <ButtonLink kind="quiet" small href={`/hoi-dong/muc/${view.after}`}>
              {words.next[language]}
            </ButtonLink>
          )}
        </div>
        {own !== null && view.pack ? <SheetRead groups={modelOf(view)} /> : null}
        {view.pack ? <EvidencePane pack={view.pack} code={null} /> : null}
        {mine.mayDeclare && mine.declared && mine.packOpened ? (
          <Disclose summary={words.declareSome[language]}>
            <DeclareConflict refusal={refusal} />
          </Disclose>
        ) : null}
      </div>
    </Page>
  )
}

function Declare({ declared, refusal }: { declared: boolean; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Panel title={words.declareTitle[language]}>
      <p>{words.declareLead[language]}</p>
      {declared ? null : (
        <Form className="row mt">
          <Button name="_do" value="none">
            {words.declareNone[language]}
          </Button>
        </Form>
      )}
      <Disclose summary={words.declareSome[language]} open={refusal !== undefined}>
        <DeclareConflict refusal={refusal} />
      </Disclose>
    </Panel>
  )
}

function DeclareConflict({ refusal }: { refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Form refusal={refusal}>
      <ErrorSummary />
      <p className="hint">{words.declareSomeHint[language]}</p>
      <Select
        name="cause"
        label={words.cause[language]}
        choices={declaredCauses.map((value) => ({ value, label: causeWords[value][language] }))}
      />
      <TextArea name="detail" label={words.detail[language]} rows={3} />
      <Button kind="danger" name="_do" value="conflict">
        {words.declareSome[language]}
      </Button>
    </Form>
  )
}

function crumbs(view: Item, language: 'vi' | 'en') {
  return [
    { href: '/hoi-dong/ky-hop', label: words.meetings[language] },
    { href: `/hoi-dong/ky-hop/${view.meetingId}`, label: words.agenda[language] },
  ]
}
