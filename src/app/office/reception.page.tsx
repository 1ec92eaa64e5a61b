import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { workingDaysBetween } from '#/platform/calendar/work-calendar.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { nextCutOff } from '#/programme/commune/place.store.ts'
import { unfiledComplete } from '#/programme/dossier/unfiled.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { receptionQueue } from '#/programme/round/reception.store.ts'
import { readsOffice } from '#/programme/round/round.policy.ts'
import { roundFor } from '#/programme/round/round.ts'
import { clockChip } from '../commune/deadline.ts'
import { fill, words as shared } from '../commune/commune.messages.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Fold, Toolbar } from '../ui/toolbar.tsx'
import { words } from './office.messages.ts'
import { PER_PAGE, receptionQuery } from './reception.query.ts'
import type { Route } from './+types/reception.page'

const UNFILED_SHOWN = 100

export const loader = pageLoader(async ({ db, actor, url, now, lang, services }) => {
  mustSee(readsOffice(actor, actor.authority))
  const today = plainDateOf(now)
  const calendar = await calendarOf(db)
  const rounds = await listRounds(db, actor)
  const cutOff = await nextCutOff(db, actor.authority, today)
  const query = receptionQuery(url.searchParams)
  const queue = await receptionQueue(db, actor, query)
  const unfiled = await unfiledComplete(db, services.regulations, { provinceCode: actor.provinceCode })
  return {
    query,
    search: url.search,
    total: queue.total,
    sets: services.regulations.current.regulation.sets.map((set) => ({ value: String(set.set), label: `${set.set}. ${set.title[lang]}` })),
    rows: queue.rows.map((row) => ({
      ...row,
      round: roundFor(rounds, plainDateOf(row.proposedAt))?.name ?? null,
      chip: clockChip({ dueOn: row.dueOn, stoppedAt: row.clockStoppedAt, paused: false }, calendar, today, lang),
    })),
    cutOff: cutOff && { ...cutOff, days: workingDaysBetween(calendar, today, cutOff.proposalsDueOn) },
    // Named only while a cut-off is ahead, by product and producer: nothing else of a draft is the office's.
    unfiled: cutOff
      ? unfiled.slice(0, UNFILED_SHOWN).map(({ dossierId, productName, producerName }) => ({ dossierId, productName, producerName }))
      : [],
    unfiledTotal: unfiled.length,
  }
})

export default function Reception({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, sets, unfiled, unfiledTotal, cutOff } = loaderData
  const params = new URLSearchParams(loaderData.search)
  const sortBy = (sort: typeof query.sort) => ({
    sortHref: withParams(params, { xep: sort === 'proposed' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  const filtered = query.search !== '' || query.part !== null || query.set !== null || query.commune !== null || query.samplesOpen
  return (
    <Page
      title={words.reception[language]}
      className="print-wide"
      crumbs={[{ href: '/tinh', label: words.homeTab[language] }]}
      lead={words.receptionLead[language]}
    >
      <Toolbar
        search={
          <Field
            name="q"
            type="search"
            label={shared.search[language]}
            placeholder={words.queueSearch[language]}
            defaultValue={query.search}
            maxLength={200}
          />
        }
        hidden={{ ...(query.sort === 'proposed' ? {} : { xep: query.sort }), ...(query.commune === null ? {} : { xa: query.commune }) }}
      >
        <Fold>
          <Select
            name="viec"
            label={words.state[language]}
            empty={shared.all[language]}
            defaultValue={query.part === 'toReceive' ? 'cho-tiep-nhan' : query.part === 'returned' ? 'cho-bo-sung' : ''}
            choices={[
              { value: 'cho-tiep-nhan', label: words.partToReceive[language] },
              { value: 'cho-bo-sung', label: words.partReturned[language] },
            ]}
          />
        </Fold>
        <Fold>
          <Select
            name="mau"
            label={words.samples[language]}
            empty={shared.all[language]}
            defaultValue={query.samplesOpen ? 'cho-nhan' : ''}
            choices={[{ value: 'cho-nhan', label: words.samplesOpen[language] }]}
          />
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
        filtered ? (
          <EmptyState
            icon="search"
            title={words.emptyRegister[language]}
            action={
              <ButtonLink kind="quiet" href="/tinh/tiep-nhan">
                {words.clear[language]}
              </ButtonLink>
            }
          />
        ) : (
          <EmptyState icon="done" title={words.emptyQueue[language]} />
        )
      ) : (
        <Table
          caption={words.reception[language]}
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
                <a href={`/tinh/tiep-nhan/${row.id}`}>
                  <b>{row.product}</b>
                </a>
              ),
            },
            { key: 'producer', label: shared.producer[language], narrow: 'full', ...sortBy('producer'), cell: (row) => row.producer },
            { key: 'commune', label: words.commune[language], narrow: 'full', ...sortBy('commune'), cell: (row) => row.commune },
            {
              key: 'proposed',
              label: words.proposedOn[language],
              ...sortBy('proposed'),
              cell: (row) => <span className="num">{formatInstantDate(row.proposedAt)}</span>,
            },
            {
              key: 'round',
              label: words.forRound[language],
              cell: (row) => row.round ?? <span className="quiet">{words.noRoundFor[language]}</span>,
            },
            {
              key: 'late',
              label: words.atCommune[language],
              nowrap: true,
              cell: (row) => (row.chip ? <DeadlineChip mood={row.chip.mood}>{row.chip.text}</DeadlineChip> : null),
            },
            {
              key: 'samples',
              label: words.samples[language],
              nowrap: true,
              cell: (row) =>
                row.received === null ? (
                  <span className="quiet">{words.notReceived[language]}</span>
                ) : (
                  <b className="num">
                    {row.received}/{row.required ?? 0}
                  </b>
                ),
            },
            { key: 'checked', label: shared.components[language], cell: (row) => <b className="num">{row.checked}</b> },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (row) => (
                <State kind={stateWords[row.state].mark}>
                  {row.state === 'proposed' ? words.receive[language] : shared.waiting[language]}
                </State>
              ),
            },
          ]}
        />
      )}
      <Pager
        page={query.page}
        pages={Math.max(1, Math.ceil(total / PER_PAGE))}
        hrefFor={(page) => withParams(params, { trang: String(page) })}
      />
      {unfiledTotal === 0 ? null : (
        <section className="mt-l" aria-labelledby="chua-nop">
          <h2 id="chua-nop">
            {words.unfiledTitle[language]} <span className="num quiet">{unfiledTotal}</span>
          </h2>
          {cutOff ? (
            <p className="hint mb">
              {fill(words.unfiledHint[language], { day: formatDate(cutOff.proposalsDueOn) })}{' '}
              <DeadlineChip mood={cutOff.days <= 3 ? 'soon' : 'calm'}>
                {language === 'vi' ? `Còn ${cutOff.days} ngày làm việc` : `${cutOff.days} working days left`}
              </DeadlineChip>
            </p>
          ) : null}
          {unfiled.length === 0 ? null : (
            <Table
              caption={words.unfiledTitle[language]}
              rows={unfiled}
              rowKey={(row) => row.dossierId}
              columns={[
                { key: 'product', label: shared.product[language], head: true, cell: (row) => row.productName },
                { key: 'producer', label: shared.producer[language], narrow: 'full', cell: (row) => row.producerName },
              ]}
            />
          )}
          {unfiled.length > 0 && unfiled.length < unfiledTotal ? (
            <p className="hint mt">{fill(words.unfiledMore[language], { n: unfiledTotal - unfiled.length })}</p>
          ) : null}
        </section>
      )}
    </Page>
  )
}
