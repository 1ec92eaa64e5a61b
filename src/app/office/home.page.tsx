import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { workingDaysBetween } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import { dossierStates, stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { countObjections } from '#/programme/objection/objection.list.ts'
import { unfiledComplete } from '#/programme/dossier/unfiled.ts'
import { countStates, countWork, listRounds } from '#/programme/round/office.store.ts'
import { readsOffice } from '#/programme/round/round.policy.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TodoList } from '../ui/todo-list.tsx'
import { words } from './office.messages.ts'
import { roundState } from './round-state.ts'
import type { Route } from './+types/home.page'

export const loader = pageLoader(async ({ db, actor, now, services }) => {
  mustSee(readsOffice(actor, actor.authority))
  const today = plainDateOf(now)
  const calendar = await calendarOf(db)
  const states = await countStates(db, actor)
  const rounds = await listRounds(db, actor)
  return {
    states: dossierStates.map((state) => ({ state, n: states.get(state) ?? 0 })),
    work: await countWork(db, actor, today),
    toReceive: states.get('proposed') ?? 0,
    cameBack: states.get('returned') ?? 0,
    objections: await countObjections(db, actor, today),
    unfiled: (await unfiledComplete(db, services.regulations, { provinceCode: actor.provinceCode })).length,
    rounds: rounds.slice(0, 4).map((round) => ({
      ...round,
      left: round.proposalsDueOn < today ? null : workingDaysBetween(calendar, today, round.proposalsDueOn),
    })),
  }
})

export default function OfficeHome({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { states, work, toReceive, cameBack, unfiled, rounds, objections } = loaderData
  const todo = [
    { count: cameBack, text: words.cameBack[language], href: '/tinh/ho-so?trang-thai=returned' },
    { count: toReceive, text: words.toReceive[language], href: '/tinh/tiep-nhan?viec=cho-tiep-nhan' },
    { count: work.withoutSamples, text: words.withoutSamples[language], href: '/tinh/tiep-nhan?viec=cho-tiep-nhan&mau=cho-nhan' },
    { count: work.adviceToWrite, text: words.adviceToWrite[language], href: '/tinh/ho-so?trang-thai=accepted,onAgenda' },
    { count: work.supplementsDue, text: words.supplementsDue[language], href: '/tinh/ho-so?trang-thai=provinceSupplement' },
    { count: work.late, text: words.lateAtCommune[language], href: '/tinh/ho-so?tre=1' },
    { count: objections.waiting, text: words.objectionsToReceive[language], href: '/tinh/kien-nghi?trang-thai=filed' },
    { count: objections.late, text: words.objectionsLate[language], href: '/tinh/kien-nghi?qua-han=1' },
    { count: unfiled, text: words.unfiled[language], href: '/tinh/tiep-nhan#chua-nop' },
  ].filter((item) => item.count > 0)
  const all = states.reduce((sum, one) => sum + one.n, 0)
  return (
    <Page
      title={words.home[language]}
      tabTitle={words.homeTab[language]}
      className="print-wide"
      actions={
        <>
          <ButtonLink kind="quiet" href="/tinh/kien-nghi">
            {words.objectionsShort[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/tinh/yeu-cau-cua-bo">
            {words.ministryRequest[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/tinh/ho-so">
            {words.register[language]}
          </ButtonLink>
        </>
      }
    >
      <div className="cols cols-todo">
        <Panel title={words.toDo[language]}>
          {todo.length === 0 ? (
            <EmptyState icon="done" title={words.nothingToDo[language]} />
          ) : (
            <div className="mt">
              <TodoList items={todo} />
            </div>
          )}
        </Panel>
        <section aria-labelledby="o-dau">
          <h2 id="o-dau" className="mb">
            {words.whereAll[language]}{' '}
            <a href="/tinh/ho-so" className="num">
              {all}
            </a>
          </h2>
          <Table
            caption={words.whereAll[language]}
            rows={states.filter((one) => one.n > 0)}
            rowKey={(row) => row.state}
            columns={[
              {
                key: 'state',
                label: words.state[language],
                head: true,
                cell: (row) => (
                  <a href={`/tinh/ho-so?trang-thai=${row.state}`}>
                    <State kind={stateWords[row.state].mark}>{stateWords[row.state][language]}</State>
                  </a>
                ),
              },
              {
                key: 'n',
                label: words.count[language],
                align: 'right',
                cell: (row) => (
                  <a href={`/tinh/ho-so?trang-thai=${row.state}`}>
                    <b className="num">{row.n}</b>
                    <span className="vh"> {stateWords[row.state][language]}</span>
                  </a>
                ),
              },
            ]}
          />
        </section>
      </div>
      <section className="mt-l" aria-labelledby="dot">
        <div className="row between mb">
          <h2 id="dot">{words.rounds[language]}</h2>
          <ButtonLink kind="quiet" small href="/tinh/dot">
            {words.allRounds[language]}
          </ButtonLink>
        </div>
        {rounds.length === 0 ? (
          <EmptyState
            title={words.noRounds[language]}
            hint={words.noRoundsHint[language]}
            action={<ButtonLink href="/tinh/dot/moi">{words.planRound[language]}</ButtonLink>}
          />
        ) : (
          <Table
            caption={words.rounds[language]}
            rows={rounds}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', label: words.name[language], head: true, cell: (row) => <a href={`/tinh/dot/${row.id}`}>{row.name}</a> },
              {
                key: 'state',
                label: words.state[language],
                cell: (row) => <State kind={roundState[row.state]}>{words[row.state][language]}</State>,
              },
              {
                key: 'due',
                label: words.cutOff[language],
                cell: (row) => (
                  <>
                    <span className="num">{formatDate(row.proposalsDueOn)}</span>{' '}
                    {row.left === null || row.state === 'closed' ? null : (
                      <DeadlineChip mood={row.left <= 3 ? 'soon' : 'calm'}>
                        {language === 'vi' ? `Còn ${row.left} ngày làm việc` : `${row.left} working days left`}
                      </DeadlineChip>
                    )}
                  </>
                ),
              },
              { key: 'closes', label: words.closesOn[language], cell: (row) => <span className="num">{formatDate(row.closesOn)}</span> },
              {
                key: 'n',
                label: words.count[language],
                align: 'right',
                cell: (row) => <a href={`/tinh/ho-so?dot=${row.id}`}>{row.dossiers}</a>,
              },
            ]}
          />
        )}
      </section>
    </Page>
  )
}
