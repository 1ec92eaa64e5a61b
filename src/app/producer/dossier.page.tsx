import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { objectionStanding } from '#/programme/objection/objection.store.ts'
import { clockOf } from '#/programme/commune/clock.ts'
import { taskList, type Task } from '#/programme/dossier/dossier.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { openSupplement, timelineOf } from '#/programme/dossier/dossier.store.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { ReturnedItems } from '../ui/returned-items.tsx'
import { State, type StateKind } from '../ui/state.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { daysLeft, ownFacts, pointsView } from './dossier.server.ts'
import { eventTitle } from './events.ts'
import { PointsAside } from './points-aside.tsx'
import { kindWords } from './later.messages.ts'
import { placeOf } from './supplement-place.ts'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/dossier.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { dossier } = facts
  const may = rights(page.actor, dossier)
  const request = await openSupplement(page.db, dossier.id)
  const clock = await clockOf(page.db, dossier.id)
  const events = await timelineOf(page.db, dossier.id)
  return {
    id: dossier.id,
    name: facts.product.name,
    state: dossier.state,
    kind: dossier.kind,
    slip: dossier.slipNumber,
    filed: dossier.filedAt !== null,
    producerId: dossier.producerId,
    productId: dossier.productId,
    commune: facts.communeName,
    endReason: dossier.endReason,
    objection: await objectionStanding(page.db, dossier, plainDateOf(page.now)),
    may: { edit: may.edit, file: may.file || may.resubmit, withdraw: may.withdraw },
    tasks: taskList(facts),
    points: pointsView(facts),
    due:
      clock && clock.clock.stoppedAt === null && dossier.state === 'filed'
        ? { on: formatDate(clock.clock.dueOn), left: daysLeft(clock.clock.dueOn, page.now, page.lang) }
        : null,
    request: request
      ? {
          dueOn: formatDate(request.dueOn),
          left: daysLeft(request.dueOn, page.now, page.lang),
          items: request.items.map((item) => ({ ask: item.ask, answer: item.answer ?? '', place: placeOf(item, facts, page.lang) })),
        }
      : null,
    events: events
      .slice(-4)
      .map((event) => ({ title: eventTitle(event, page.lang), date: formatDateTime(event.at), dateTime: event.at.toISOString() })),
  }
})

type View = Route.ComponentProps['loaderData']

export default function DossierPage({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, state, slip, request, due, tasks, may } = loaderData
  const stages = [
    { number: 1 as const, title: words.stage1[language] },
    { number: 2 as const, title: words.stage2[language] },
    { number: 3 as const, title: words.stage3[language] },
    { number: 4 as const, title: words.stage4[language] },
  ]
  return (
    <Page
      title={name}
      crumbs={[{ href: '/ho-so', label: words.dossiers[language] }]}
      layout="ledger"
      eyebrow={
        <>
          {kindWords[loaderData.kind][language]}
          {slip === null ? null : (
            <>
              {' · '}
              {words.slip[language]} <span className="num">{slip}</span>
            </>
          )}
        </>
      }
      marks={
        <>
          <State kind={stateWords[state].mark} boxed>
            {stateWords[state][language]}
          </State>
          {due === null ? null : (
            <DeadlineChip mood="calm">
              {loaderData.commune}: {due.left}, {due.on}
            </DeadlineChip>
          )}
          {request === null ? null : (
            <DeadlineChip mood="soon">
              {request.left}, {request.dueOn}
            </DeadlineChip>
          )}
        </>
      }
    >
      {loaderData.endReason === null ? null : <Notice kind="warn">{loaderData.endReason}</Notice>}
      {request === null ? null : (
        <ReturnedItems
          title={fill(words.supplementTitle[language], { count: request.items.length })}
          lead={fill(words.supplementLead[language], { due: request.dueOn })}
          items={request.items.map((item) => ({
            title: item.place.title,
            remark: item.ask,
            answered: item.answer !== '',
            stateText: item.answer === '' ? words.unanswered[language] : words.answered[language],
            action: (
              <ButtonLink small kind={item.answer === '' ? 'primary' : 'quiet'} href={`/ho-so/${id}/bo-sung`}>
                {words.supplement[language]}
              </ButtonLink>
            ),
          }))}
        />
      )}
      {loaderData.filed ? (
        <p className="row">
          <a className="tap" href={`/ho-so/${id}/bien-nhan`}>
            {words.receipt[language]}
          </a>
          {loaderData.objection === null ? null : (
            <a className="tap" href={`/ho-so/${id}/kien-nghi`}>
              {loaderData.objection.until === null
                ? words.objection[language]
                : fill(words.objectionUntil[language], { date: formatDate(loaderData.objection.until) })}
            </a>
          )}
        </p>
      ) : null}
      {stages.map((stage) => {
        const own = tasks.tasks.filter((task) => task.stage === stage.number)
        if (own.length === 0 || (stage.number === 4 && !may.file)) return null
        return (
          <TaskList
            key={stage.number}
            number={stage.number}
            title={stage.title}
            tasks={own.map((task) => taskView(task, loaderData, language))}
          />
        )
      })}
      {may.withdraw ? (
        <p>
          <a className="tap" href={`/ho-so/${id}/rut`}>
            {words.withdraw[language]}
          </a>
        </p>
      ) : null}
      <aside className="stack" aria-label={words.situation[language]}>
        <PointsAside view={loaderData.points} />
        <section className="panel">
          <h2 className="h3">{words.whereIs[language]}</h2>
          <Timeline
            events={loaderData.events.map((event, index) => ({ ...event, when: index === loaderData.events.length - 1 ? 'now' : 'done' }))}
          />
          <p>
            <a href={`/ho-so/${id}/lich-su`}>{words.history2[language]}</a>
          </p>
        </section>
      </aside>
    </Page>
  )
}

function taskView(task: Task, view: View, language: Language) {
  const href = hrefOf(task, view)
  const hint = task.hint?.[language]
  const open = task.id === 'check' ? view.may.file && task.state !== 'locked' : task.id !== 'samples'
  return {
    title: task.title[language],
    ...(hint === undefined ? {} : { hint }),
    ...(open ? { href } : {}),
    state: stateOf(task, language),
  }
}

function stateOf(task: Task, language: Language): { kind: StateKind; text: string } {
  if (task.progress) {
    const text = fill(words.criteriaDone[language], { done: task.progress.done, of: task.progress.of })
    return { kind: task.state === 'done' ? 'done' : task.state === 'part' ? 'part' : 'todo', text }
  }
  if (task.state === 'done') return { kind: 'done', text: words.done[language] }
  if (task.state === 'locked') return { kind: 'locked', text: words.notYet[language] }
  return task.state === 'part' ? { kind: 'part', text: words.partly[language] } : { kind: 'todo', text: words.todo[language] }
}

function hrefOf(task: Task, { id, producerId, productId }: View): string {
  if (task.id === 'producer') return `/chu-the/${producerId}`
  if (task.id === 'product') return `/san-pham-cua-toi/${productId}`
  if (task.id === 'changes') return `/ho-so/${id}/thay-doi`
  if (task.id === 'set') return `/ho-so/${id}/bo-san-pham`
  if (task.id === 'contact') return `/ho-so/${id}/phieu-dang-ky`
  if (task.id === 'papers') return `/ho-so/${id}/giay-to`
  if (task.id.startsWith('part.')) return `/ho-so/${id}/phan/${task.id.slice(5)}`
  if (task.id.startsWith('report.')) return `/ho-so/${id}/bao-cao/${task.id.slice(7)}`
  return `/ho-so/${id}/kiem-tra`
}
