import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { planInspection } from '#/programme/inspection/inspection.actions.ts'
import { knowsInspections } from '#/programme/inspection/inspection.policy.ts'
import { inspectionKinds, inspectionKindWords, sites, siteWords, sourceFrom } from '#/programme/inspection/inspection.ts'
import { issuedPlans } from '#/programme/inspection/plan.store.ts'
import { inspectedFrom, teamCandidates } from '#/programme/inspection/team.store.ts'
import { serves } from '#/programme/people/actor.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { candidateText, suggestions } from '#/programme/register/resolve.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Checks, Radios, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './inspection.messages.ts'
import type { Route } from './+types/inspection-new.page'

/** `chu-the`, `san-pham`, `ke-hoach`, `phan-anh`: what the page is opened for; rubbish is left out. */
export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(knowsInspections(actor))
  must(serves(actor, actor.authority, 'office'))
  const params = url.searchParams
  const asked = { producerId: params.get('chu-the'), productId: params.get('san-pham') }
  const { producerText, productText, place, ...inspected } = await inspectedFrom(db, actor.authority, asked)
  return {
    producerText,
    productText,
    place,
    planId: params.get('ke-hoach') ?? '',
    reportId: sourceFrom(params.get('phan-anh'))?.id ?? '',
    plans: await issuedPlans(db, actor.authority),
    people: await teamCandidates(db, inspected, plainDateOf(now)),
    offered: (await suggestions(db, 'producer', actor.authority, null, 1000)).map(candidateText),
  }
})

export const action = pageAction(async ({ act, form }) => {
  const texts = textsOf(form)
  const given = { members: form.getAll('members').map(String), source: sourceFrom(texts['reportId']) }
  return saved(`/hau-kiem/${await act((ctx) => planInspection(ctx, texts, given))}`)
})

export default function InspectionNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { people, plans, reportId } = loaderData
  const adhoc = reportId !== ''
  return (
    <Page title={words.add[language]} crumbs={[{ href: '/hau-kiem', label: words.inspections[language] }]} layout="measure">
      <DeedForm deed="plan" answer={actionData} label={words.add[language]}>
        <input type="hidden" name="reportId" value={reportId} />
        <Radios
          name="kind"
          label={words.kind[language]}
          defaultValue={adhoc ? 'adhoc' : 'periodic'}
          choices={inspectionKinds.map((one) => ({ value: one, label: inspectionKindWords[one][language] }))}
        />
        <Radios
          name="site"
          label={words.site[language]}
          defaultValue="producer"
          choices={sites.map((one) => ({ value: one, label: siteWords[one][language] }))}
        />
        <Field
          name="producer"
          label={words.producer[language]}
          hint={`${words.producerHint[language]} ${words.producerMarket[language]}`}
          optional
          defaultValue={loaderData.producerText}
          suggestions={loaderData.offered}
          maxLength={400}
          autoComplete="off"
        />
        <TextArea
          name="products"
          label={words.products[language]}
          hint={words.productsHint[language]}
          optional
          rows={3}
          maxLength={8000}
          defaultValue={loaderData.productText}
        />
        <Field name="place" label={words.place[language]} defaultValue={loaderData.place} maxLength={300} />
        <Field name="commune" label={words.commune[language]} hint={words.communeHint[language]} optional maxLength={200} />
        <DateField name="plannedOn" label={words.plannedOn[language]} />
        <TextArea
          name="reason"
          label={words.reason[language]}
          hint={words.reasonHint[language]}
          optional={!adhoc}
          rows={3}
          maxLength={1000}
        />
        {plans.length === 0 ? null : (
          <Select
            name="planId"
            label={words.plan[language]}
            empty={words.noPlan[language]}
            optional
            defaultValue={loaderData.planId}
            choices={plans.map((one) => ({ value: one.id, label: one.title }))}
          />
        )}
        <Checks
          name="members"
          label={words.team[language]}
          choices={people.map((one) => {
            const hint = [one.post, one.conflicted ? words.conflicted[language] : '', one.scored ? words.scored[language] : '']
            return {
              value: one.accountId,
              label: one.name,
              hint: hint.filter((part) => part !== '').join(' · '),
              disabled: one.conflicted,
            }
          })}
        />
        <Select
          name="lead"
          label={words.teamLead[language]}
          choices={people.filter((one) => !one.conflicted).map((one) => ({ value: one.accountId, label: `${one.name} · ${one.post}` }))}
        />
        <TextArea name="others" label={words.others[language]} hint={words.othersHint[language]} optional rows={2} maxLength={8000} />
      </DeedForm>
    </Page>
  )
}
