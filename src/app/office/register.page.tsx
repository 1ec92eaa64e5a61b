import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatInstantDate } from '#/platform/text/format.ts'
import { dossierStates, stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listRegister, listRounds } from '#/programme/round/office.store.ts'
import { readsOffice } from '#/programme/round/round.policy.ts'
import { clockChip } from '../commune/deadline.ts'
import { fill, words as shared } from '../commune/commune.messages.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { ExcelLink } from '../ui/excel-link.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Fold, Toolbar } from '../ui/toolbar.tsx'
import { words } from './office.messages.ts'
import { PER_PAGE, registerQuery } from './register.query.ts'
import type { Route } from './+types/register.page'

export const loader = pageLoader(async ({ db, actor, url, now, lang, services }) => {
  mustSee(readsOffice(actor, actor.authority))
  const today = plainDateOf(now)
  const calendar = await calendarOf(db)
  const query = registerQuery(url.searchParams)
  const { rows, total } = await listRegister(db, actor, query, today)
  const working = ['filed', 'communeSupplement', 'reported']
  return {
    query,
    total,
    search: url.search,
    rounds: (await listRounds(db, actor)).map((round) => ({ value: round.id, label: round.name })),
    sets: services.regulations.current.regulation.sets.map((set) => ({ value: String(set.set), label: `${set.set}. ${set.title[lang]}` })),
    rows: rows.map((row) => ({
      ...row,
      chip: working.includes(row.state)
        ? clockChip({ dueOn: row.dueOn, stoppedAt: row.clockStoppedAt, paused: row.paused }, calendar, today, lang)
        : null,
    })),
  }
})

export default function Register({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { query, total, rows, search, rounds, sets } = loaderData
  const params = new URLSearchParams(search)
  const sortBy = (sort: typeof query.sort) => ({
    sortHref: withParams(params, { xep: sort === 'recent' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'recent' ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  return (
    <Page
      title={words.register[language]}
      className="print-wide"
      crumbs={[{ href: '/tinh', label: words.homeTab[language] }]}
      lead={query.lateAtCommune ? words.lateAtCommune[language] : undefined}
    >
      <Toolbar
        search={
          <Field
            name="q"
            type="search"
            label={shared.search[language]}
            placeholder={words.registerSearch[language]}
            defaultValue={query.search}
          />
        }
        hidden={{ ...(query.sort === 'recent' ? {} : { xep: query.sort }), ...(query.lateAtCommune ? { tre: '1' } : {}) }}
      >
        <Fold>
          <Select
            name="trang-thai"
            label={words.state[language]}
            empty={shared.all[language]}
            defaultValue={query.states.length === 1 ? query.states[0] : query.states.length > 1 ? query.states.join(',') : ''}
            choices={[
              ...(query.states.length > 1
                ? [{ value: query.states.join(','), label: query.states.map((state) => stateWords[state][language]).join(', ') }]
                : []),
              ...dossierStates.map((state) => ({ value: state, label: stateWords[state][language] })),
            ]}
          />
        </Fold>
        <Fold>
          <Select name="dot" label={words.round[language]} empty={shared.all[language]} defaultValue={query.round ?? ''} choices={rounds} />
        </Fold>
        <Fold>
          <Select
            name="bo"
            label={shared.set[language]}
            empty={shared.all[language]}
            defaultValue={query.set === null ? '' : String(query.set)}
            choices={sets}
          />
        </Fold>
      </Toolbar>
      {rows.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.emptyRegister[language]}
          action={
            <ButtonLink kind="quiet" href="/tinh/ho-so">
              {words.clear[language]}
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption={words.register[language]}
          className="inbox"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'product',
              label: shared.product[language],
              head: true,
              ...sortBy('product'),
              cell: (row) => (
                <>
                  {row.proposedAt === null ? (
                    row.product
                  ) : (
                    <a href={`/tinh/ho-so/${row.id}`}>
                      <b>{row.product}</b>
                    </a>
                  )}
                  <NowNamed name={row.productNow} />
                </>
              ),
            },
            {
              key: 'producer',
              label: shared.producer[language],
              narrow: 'full',
              ...sortBy('producer'),
              cell: (row) => (
                <>
                  {row.producer}
                  <NowNamed name={row.producerNow} />
                </>
              ),
            },
            { key: 'commune', label: words.commune[language], narrow: 'full', ...sortBy('commune'), cell: (row) => row.commune },
            { key: 'set', label: words.set[language], align: 'right', cell: (row) => <span className="num">{row.setNo}</span> },
            { key: 'kind', label: shared.kind[language], narrow: 'kind', nowrap: true, cell: (row) => shared[row.kind][language] },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (row) => (
                <>
                  <State kind={stateWords[row.state].mark}>{stateWords[row.state][language]}</State>{' '}
                  {row.chip ? <DeadlineChip mood={row.chip.mood}>{row.chip.text}</DeadlineChip> : null}
                </>
              ),
            },
            {
              key: 'proposed',
              label: words.proposedOn[language],
              ...sortBy('proposed'),
              cell: (row) => (row.proposedAt === null ? '' : <span className="num">{formatInstantDate(row.proposedAt)}</span>),
            },
            { key: 'round', label: words.round[language], cell: (row) => row.roundName ?? '' },
          ]}
        />
      )}
      <Pager
        page={query.page}
        pages={Math.max(1, Math.ceil(total / PER_PAGE))}
        hrefFor={(page) => withParams(params, { trang: String(page) })}
      />
      <ExcelLink href={`/tinh/ho-so.xlsx${search}`} rows={total} />
    </Page>
  )
}

/** Today's name beside the filed one, where it has changed. */
function NowNamed({ name }: { name: string | null }) {
  const language = useLanguage()
  return name === null ? null : <small className="quiet">{fill(words.nowNamed[language], { name })}</small>
}
