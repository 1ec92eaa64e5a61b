import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { workingDaysBetween } from '#/platform/calendar/work-calendar.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { nextCutOff } from '#/programme/commune/place.store.ts'
import { unfiledComplete } from '#/programme/dossier/unfiled.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listRounds, receptionQueue } from '#/programme/round/office.store.ts'
import { readsOffice } from '#/programme/round/round.policy.ts'
import { roundFor } from '#/programme/round/round.ts'
import { clockChip } from '../commune/deadline.ts'
import { fill, words as shared } from '../commune/commune.messages.ts'
import { pageLoader } from '../page.server.ts'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './office.messages.ts'
import type { Route } from './+types/reception.page'

export const loader = pageLoader(async ({ db, actor, now, lang, services }) => {
  mustSee(readsOffice(actor, actor.authority))
  const today = plainDateOf(now)
  const calendar = await calendarOf(db)
  const rounds = await listRounds(db, actor)
  const cutOff = await nextCutOff(db, actor.authority, today)
  const queue = await receptionQueue(db, actor)
  return {
    rows: queue.map((row) => ({
      ...row,
      round: roundFor(rounds, plainDateOf(row.proposedAt))?.name ?? null,
      chip: clockChip({ dueOn: row.dueOn, stoppedAt: row.clockStoppedAt, paused: false }, calendar, today, lang),
    })),
    cutOff: cutOff && { ...cutOff, days: workingDaysBetween(calendar, today, cutOff.proposalsDueOn) },
    unfiled: await unfiledComplete(db, services.regulations, { provinceCode: actor.provinceCode }),
  }
})

export default function Reception({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, unfiled, cutOff } = loaderData
  return (
    <Page
      title={words.reception[language]}
      className="print-wide"
      crumbs={[{ href: '/tinh', label: words.homeTab[language] }]}
      lead={words.receptionLead[language]}
    >
      {rows.length === 0 ? (
        <EmptyState icon="done" title={words.emptyQueue[language]} />
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
              cell: (row) => (
                <a href={`/tinh/tiep-nhan/${row.id}`}>
                  <b>{row.product}</b>
                </a>
              ),
            },
            { key: 'producer', label: shared.producer[language], narrow: 'full', cell: (row) => row.producer },
            { key: 'commune', label: words.commune[language], narrow: 'full', cell: (row) => row.commune },
            {
              key: 'proposed',
              label: words.proposedOn[language],
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
      {unfiled.length === 0 ? null : (
        <section className="mt-l" aria-labelledby="chua-nop">
          <h2 id="chua-nop">
            {words.unfiledTitle[language]} <span className="num quiet">{unfiled.length}</span>
          </h2>
          {cutOff ? (
            <p className="hint mb">
              {fill(words.unfiledHint[language], { day: formatDate(cutOff.proposalsDueOn) })}{' '}
              <DeadlineChip mood={cutOff.days <= 3 ? 'soon' : 'calm'}>
                {language === 'vi' ? `Còn ${cutOff.days} ngày làm việc` : `${cutOff.days} working days left`}
              </DeadlineChip>
            </p>
          ) : null}
          <Table
            caption={words.unfiledTitle[language]}
            rows={unfiled}
            rowKey={(row) => row.dossierId}
            columns={[
              { key: 'product', label: shared.product[language], head: true, cell: (row) => row.productName },
              { key: 'producer', label: shared.producer[language], narrow: 'full', cell: (row) => row.producerName },
              {
                key: 'saved',
                label: words.lastSaved[language],
                cell: (row) => <span className="num">{formatInstantDate(row.updatedAt)}</span>,
              },
            ]}
          />
        </section>
      )}
    </Page>
  )
}
