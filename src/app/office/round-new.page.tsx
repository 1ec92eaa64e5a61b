import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { planRound } from '#/programme/round/round.actions.ts'
import { plansRounds, readsOffice } from '#/programme/round/round.policy.ts'
import { legalDates } from '#/programme/round/round.ts'
import { useActionData } from 'react-router'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './office.messages.ts'
import { RoundForm } from './round-form.tsx'
import { readRoundForm } from './round-input.ts'
import type { Route } from './+types/round-new.page'

/** Proposes the next round of the law that the province does not have yet. */
export const loader = pageLoader(async ({ db, actor, now, services }) => {
  mustSee(readsOffice(actor, actor.authority))
  must(plansRounds(actor, actor.authority))
  const today = plainDateOf(now)
  const there = new Set((await listRounds(db, actor)).map((round) => `${round.year}-${round.ordinal}`))
  const year = Number(today.slice(0, 4))
  const { regulation } = services.regulations.current
  const next = [year, year + 1]
    .flatMap((one) => [1, 2].map((ordinal) => ({ year: one, ordinal, dates: legalDates(regulation, one, ordinal) })))
    .find((one) => one.dates !== null && one.dates.proposalsDueOn >= today && !there.has(`${one.year}-${one.ordinal}`))
  const shown = (day: string | undefined) => (day === undefined ? '' : formatDate(day))
  return {
    values: {
      year: String(next?.year ?? year),
      ordinal: String(next?.ordinal ?? ''),
      name: '',
      opensOn: shown(next?.dates?.opensOn),
      proposalsDueOn: shown(next?.dates?.proposalsDueOn),
      closesOn: shown(next?.dates?.closesOn),
      note: '',
    },
  }
})

export const action = pageAction(async ({ act, form }) => saved(`/tinh/dot/${await act((ctx) => planRound(ctx, readRoundForm(form)))}`))

export default function NewRound({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  return (
    <Page
      title={words.planRound[language]}
      layout="measure"
      crumbs={[{ href: '/tinh/dot', label: words.rounds[language] }]}
      lead={words.law[language]}
    >
      <RoundForm values={loaderData.values} isNew refusal={refusal} />
    </Page>
  )
}
