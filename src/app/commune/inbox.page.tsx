import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { addWorkingDays, workingDaysBetween } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import { lineCount } from '#/programme/commune/components.ts'
import { worksInCommune } from '#/programme/commune/commune.policy.ts'
import { countInbox, inboxTabs, listInbox, type InboxRow } from '#/programme/commune/inbox.store.ts'
import { nextCutOff, communeNames } from '#/programme/commune/place.store.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Pager } from '../ui/pager.tsx'
import { State, type StateKind } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { fill, words } from './commune.messages.ts'
import { clockChip } from './deadline.ts'
import { inboxQuery, PER_PAGE } from './inbox.query.ts'
import type { Route } from './+types/inbox.page'

export const loader = pageLoader(async ({ db, actor, url, now, lang, services }) => {
  mustSee(worksInCommune(actor))
  const today = plainDateOf(now)
  const calendar = await calendarOf(db)
  const soon = addWorkingDays(calendar, today, 3)
  const query = inboxQuery(url.searchParams, today, soon, addDays(today, -1))
  const [list, counts, places, cutOff] = [
    await listInbox(db, actor, query),
    await countInbox(db, actor, today, soon),
    await communeNames(db, actor),
    await nextCutOff(db, actor.provinceCode, today),
  ]
  return {
    query,
    counts,
    total: list.total,
    place: places.join(', '),
    search: url.search,
    cutOff: cutOff && { ...cutOff, days: workingDaysBetween(calendar, today, cutOff.proposalsDueOn) },
    rows: list.rows.map((row) => ({
      ...row,
      chip: clockChip({ dueOn: row.dueOn, stoppedAt: row.clockStoppedAt, paused: row.paused }, calendar, today, lang),
      step: stepOf(row, lang),
      lines: lineCount(services.regulations.get(row.regulationId).regulation, row.kind, row.setNo),
    })),
  }
})

/** Where a dossier stands on the officer's desk. */
function stepOf(row: InboxRow, language: Language): { kind: StateKind; text: string } {
  if (row.state === 'communeSupplement') return { kind: 'back', text: words.stepReturned[language] }
  if (row.state === 'reported') return { kind: 'part', text: words.stepSend[language] }
  if (row.state !== 'filed') return { kind: stateWords[row.state].mark, text: stateWords[row.state][language] }
  if (row.reportState === 'ready') return { kind: 'info', text: words.stepSign[language] }
  if (row.reportState === 'draft') return { kind: 'part', text: words.stepReport[language] }
  if (row.checked > 0) return { kind: 'part', text: words.stepCheck[language] }
  return { kind: 'todo', text: words.stepNew[language] }
}

export default function Inbox({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { query, counts, rows, total, place, cutOff, search } = loaderData
  const params = new URLSearchParams(search)
  const filtered = query.search !== '' || query.state !== null || query.kind !== null || query.dueUntil !== null
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  return (
    <Page
      title={fill(words.inboxOf[language], { place })}
      tabTitle={words.inbox[language]}
      className="print-wide"
      lead={
        <>
          {counts.doing} {words.working[language]}: <a href="?han=tre">{`${counts.late} ${words.late[language]}`}</a>,{' '}
          <a href="?han=gan">{`${counts.soon} ${words.soon[language]}`}</a>,{' '}
          <a href="?trang-thai=communeSupplement">{`${counts.waiting} ${words.waiting[language]}`}</a>.
        </>
      }
      marks={
        cutOff ? (
          <p className="hint">
            {fill(words.roundHint[language], { round: cutOff.name })} <span className="num">{formatDate(cutOff.proposalsDueOn)}</span>.{' '}
            <DeadlineChip mood={cutOff.days <= 3 ? 'soon' : 'calm'}>
              {language === 'vi' ? `Còn ${cutOff.days} ngày làm việc` : `${cutOff.days} working days left`}
            </DeadlineChip>
          </p>
        ) : undefined
      }
    >
      <Tabs
        label={words.inbox[language]}
        className="mb"
        tabs={inboxTabs.map((tab) => ({
          href: tab === 'doing' ? '/xa/hop-viec' : `?muc=${tab}`,
          label: words[tab][language],
          count: counts[tab],
          current: tab === query.tab,
        }))}
      />
      <Toolbar
        search={
          <Field
            name="q"
            type="search"
            label={words.search[language]}
            placeholder={words.searchHint[language]}
            defaultValue={query.search}
          />
        }
        hidden={{ muc: query.tab, xep: query.sort }}
      >
        <Filter
          name="trang-thai"
          label={words.state[language]}
          value={query.state}
          choices={statesOf(query.tab).map((state) => ({ value: state, label: stateWords[state][language] }))}
        />
        <Filter
          name="loai"
          label={words.kind[language]}
          value={query.kind}
          choices={(['first', 'upgrade', 'renewal'] as const).map((kind) => ({ value: kind, label: words[kind][language] }))}
        />
      </Toolbar>
      {rows.length === 0 ? (
        <EmptyState
          icon={filtered ? 'search' : 'folder'}
          title={(filtered ? words.emptySearch : words.emptyDoing)[language]}
          hint={filtered ? undefined : words.emptyHint[language]}
          action={
            filtered ? (
              <ButtonLink kind="quiet" href={`?muc=${query.tab}`}>
                {words.clear[language]}
              </ButtonLink>
            ) : undefined
          }
        />
      ) : (
        <Table
          caption={words.caption[language]}
          className="inbox"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'chip',
              label: words.workDays[language],
              nowrap: true,
              narrow: 'kind',
              sortHref: withParams(params, { xep: null, trang: null }),
              ...(query.sort === 'due' ? { sorted: 'ascending' as const } : {}),
              cell: (row) => (row.chip ? <DeadlineChip mood={row.chip.mood}>{row.chip.text}</DeadlineChip> : null),
            },
            {
              key: 'due',
              label: words.due[language],
              narrow: 'hide',
              cell: (row) =>
                row.dueOn === null ? (
                  ''
                ) : (
                  <span className="num">{formatDate(row.paused && row.supplementDueOn ? row.supplementDueOn : row.dueOn)}</span>
                ),
            },
            {
              key: 'product',
              label: words.product[language],
              head: true,
              sortHref: withParams(params, { xep: 'product', trang: null }),
              ...(query.sort === 'product' ? { sorted: 'ascending' as const } : {}),
              cell: (row) => (
                <a href={`/xa/ho-so/${row.id}`}>
                  <b>{row.product}</b>
                </a>
              ),
            },
            {
              key: 'producer',
              label: words.producer[language],
              narrow: 'full',
              sortHref: withParams(params, { xep: 'producer', trang: null }),
              ...(query.sort === 'producer' ? { sorted: 'ascending' as const } : {}),
              cell: (row) => row.producer,
            },
            { key: 'kind', label: words.kind[language], narrow: 'kind', nowrap: true, cell: (row) => words[row.kind][language] },
            {
              key: 'step',
              label: words.step[language],
              narrow: 'full',
              cell: (row) => <State kind={row.step.kind}>{row.step.text}</State>,
            },
            {
              key: 'components',
              label: words.components[language],
              nowrap: true,
              cell: (row) => (
                <>
                  <b className="num">
                    {row.state === 'filed' || row.state === 'communeSupplement' ? `${row.checked}/${row.lines}` : row.checked}
                  </b>{' '}
                  {row.lacking > 0 ? <span className="quiet">{fill(words.lacking[language], { n: row.lacking })}</span> : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Pager page={query.page} pages={pages} hrefFor={(page) => withParams(params, { trang: String(page) })} />
      <div className="row between mt">
        <p className="hint">{words.clockNote[language]}</p>
        <div className="row">
          {total === 0 ? null : (
            <a className="tap" href={`/xa/hop-viec.csv${search}`} download>
              <Icon name="download" />
              {fill(words.export[language], { n: total })}
            </a>
          )}
          <PrintButton />
        </div>
      </div>
    </Page>
  )
}

function statesOf(tab: (typeof inboxTabs)[number]) {
  if (tab === 'doing') return ['filed', 'communeSupplement'] as const
  if (tab === 'sent') return ['proposed', 'provinceSupplement', 'accepted', 'onAgenda', 'concluded'] as const
  if (tab === 'done')
    return ['recognised', 'notRecognised', 'sentToMinistry', 'ended', 'withdrawn', 'lapsed', 'rejected', 'revoked'] as const
  return tab === 'toSign' ? (['filed'] as const) : (['reported'] as const)
}
