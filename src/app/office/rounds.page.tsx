import { formatDate } from '#/platform/text/format.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { plansRounds, readsOffice } from '#/programme/round/round.policy.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './office.messages.ts'
import { roundState } from './round-state.ts'
import type { Route } from './+types/rounds.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(readsOffice(actor, actor.authority))
  return { rounds: await listRounds(db, actor), plans: plansRounds(actor, actor.authority) }
})

export default function Rounds({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rounds, plans } = loaderData
  const plan = plans ? <ButtonLink href="/tinh/dot/moi">{words.planRound[language]}</ButtonLink> : undefined
  return (
    <Page
      title={words.rounds[language]}
      crumbs={[{ href: '/tinh', label: words.homeTab[language] }]}
      lead={words.law[language]}
      actions={plan}
    >
      {rounds.length === 0 ? (
        <EmptyState title={words.noRounds[language]} hint={words.noRoundsHint[language]} action={plan} />
      ) : (
        <Table
          caption={words.rounds[language]}
          rows={rounds}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: words.name[language],
              head: true,
              cell: (row) => (
                <>
                  <a href={`/tinh/dot/${row.id}`}>
                    <b>{row.name}</b>
                  </a>
                  {row.legalNote ? <small>{row.legalNote}</small> : null}
                </>
              ),
            },
            {
              key: 'state',
              label: words.state[language],
              cell: (row) => <State kind={roundState[row.state]}>{words[row.state][language]}</State>,
            },
            { key: 'opens', label: words.opensOn[language], cell: (row) => <span className="num">{formatDate(row.opensOn)}</span> },
            { key: 'due', label: words.cutOff[language], cell: (row) => <span className="num">{formatDate(row.proposalsDueOn)}</span> },
            { key: 'closes', label: words.closesOn[language], cell: (row) => <span className="num">{formatDate(row.closesOn)}</span> },
            {
              key: 'n',
              label: words.count[language],
              align: 'right',
              cell: (row) => (
                <a href={`/tinh/ho-so?dot=${row.id}`} className="num">
                  {row.concluded}/{row.dossiers}
                </a>
              ),
            },
          ]}
        />
      )}
    </Page>
  )
}
