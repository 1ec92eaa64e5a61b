import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { listDossiers, roundFor } from '#/programme/dossier/dossier.store.ts'
import { dossierStates, stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { unfiledComplete } from '#/programme/dossier/unfiled.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { ownProducers } from '#/programme/producer/producer.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/dossiers.page'

const PER_PAGE = 20

export const loader = pageLoader(async ({ db, actor, services, url, now }) => {
  mustSee(producersOf(actor).length > 0)
  const page = pageAsked(url.searchParams)
  const query = wordsAsked(url.searchParams)
  const state = dossierStates.find((one) => one === url.searchParams.get('trang-thai'))
  const list = await listDossiers(db, actor, { query, ...(state ? { state } : {}) }, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
  const round = await roundFor(db, actor.provinceCode, plainDateOf(now))
  const waiting = await unfiledComplete(db, services.regulations, { provinceCode: actor.provinceCode, producerIds: producersOf(actor) })
  const producers = await ownProducers(db, actor)
  return {
    query,
    state: state ?? '',
    page,
    search: url.search,
    total: list.total,
    rows: list.rows.map((row) => ({
      ...row,
      updated: formatDateTime(row.updatedAt),
      due: row.supplementDueOn ? formatDate(row.supplementDueOn) : null,
    })),
    waiting: waiting.map((one) => ({ id: one.dossierId, name: one.productName })),
    round: round ? { name: round.name, due: formatDate(round.proposalsDueOn) } : null,
    producers: producers.map((one) => ({ id: one.id, name: one.name })),
  }
})

export default function Dossiers({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, state, page, search, waiting, round, producers } = loaderData
  const filtered = query !== '' || state !== ''
  return (
    <Page
      title={words.dossiers[language]}
      lead={words.dossiersLead[language]}
      actions={<ButtonLink href="/san-pham-cua-toi">{words.openDossier[language]}</ButtonLink>}
    >
      {waiting.length === 0 ? null : (
        <Notice kind="warn" title={words.unfiledTitle[language]}>
          <ul className="list">
            {waiting.map((one) => (
              <li key={one.id}>
                <a href={`/ho-so/${one.id}/kiem-tra`}>{one.name}</a>
              </li>
            ))}
          </ul>
          {round === null ? null : <p>{fill(words.unfiledCut[language], { round: round.name, due: round.due })}</p>}
        </Notice>
      )}
      <p className="row">
        {producers.map((one) => (
          <a key={one.id} className="tap" href={`/chu-the/${one.id}`}>
            {words.editProducer[language]}: {one.name}
          </a>
        ))}
      </p>
      {total === 0 && !filtered ? (
        <EmptyState
          title={words.noDossiers[language]}
          hint={words.noDossiersHint[language]}
          action={<ButtonLink href="/san-pham-cua-toi/them">{words.addProduct[language]}</ButtonLink>}
        />
      ) : (
        <>
          <Toolbar search={<Field name="q" type="search" label={words.searchDossiers[language]} defaultValue={query} />}>
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={state}
              choices={dossierStates.map((one) => ({ value: one, label: stateWords[one][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.dossiers[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'product',
                label: words.product[language],
                head: true,
                cell: (row) => <a href={`/ho-so/${row.id}`}>{row.productName}</a>,
              },
              {
                key: 'producer',
                label: words.producer[language],
                narrow: 'full',
                cell: (row) => <span className="quiet">{row.producerName}</span>,
              },
              { key: 'set', label: words.set[language], narrow: 'hide', cell: (row) => <span className="num">{row.setNo}</span> },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => (
                  <>
                    <State kind={stateWords[row.state].mark}>{stateWords[row.state][language]}</State>
                    {row.due === null ? null : (
                      <span className="hint block">
                        {words.dueOn[language]} <span className="num">{row.due}</span>
                      </span>
                    )}
                  </>
                ),
              },
              { key: 'updated', label: words.updated[language], cell: (row) => <span className="num">{row.updated}</span> },
            ]}
            clearHref="/ho-so"
            search={search}
            page={page}
            perPage={PER_PAGE}
            total={total}
          />
        </>
      )}
    </Page>
  )
}
