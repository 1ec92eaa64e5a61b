import { casesOf, criteriaOf } from '#/regulation/form.ts'
import { chooseCase } from '#/programme/dossier/dossier.actions.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { setOf } from '#/programme/product/set-finder.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { kindWords } from './later.messages.ts'
import { ownFacts } from './dossier.server.ts'
import { words } from './producer.messages.ts'
import type { Route } from './+types/case.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { dossier, pack, form } = facts
  const set = setOf(pack.regulation, dossier.setNo)
  const labels = (number: number) =>
    criteriaOf(form).flatMap(({ criterion }) =>
      (criterion.cases ?? []).filter((one) => one.case === number).map((one) => `${criterion.code}: ${one.label}`),
    )
  return {
    id: dossier.id,
    kind: dossier.kind,
    name: facts.product.name,
    edit: rights(page.actor, dossier).edit,
    set: `${dossier.setNo}. ${set?.title[page.lang] ?? form.title}`,
    place:
      set === undefined
        ? ''
        : [set.sector[page.lang], set.group[page.lang]].filter((one, index, all) => all.indexOf(one) === index).join(' · '),
    regulation: pack.regulation.title[page.lang],
    hash: dossier.regulationHash.slice(0, 16),
    chosen: Object.values(dossier.cases)[0] ?? null,
    cases: casesOf(form).map((number) => ({ number, labels: labels(number) })),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => chooseCase(ctx, id, form.get('case')))
  return saved(`/ho-so/${id}`)
})

export default function CasePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, cases, chosen } = loaderData
  return (
    <Page
      title={words.setAndKind[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
    >
      <Facts
        facts={[
          { label: words.set[language], value: loaderData.set, note: loaderData.place },
          { label: words.state[language], value: kindWords[loaderData.kind][language] },
          { label: words.regulation[language], value: loaderData.regulation },
          { label: words.packHash[language], value: <span className="code">{loaderData.hash}</span> },
        ]}
      />
      {cases.length === 0 ? null : (
        <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
          <ErrorSummary />
          <Radios
            name="case"
            label={words.caseTitle[language]}
            hint={words.caseHint[language]}
            defaultValue={chosen === null ? undefined : String(chosen)}
            choices={cases.map((one) => ({
              value: String(one.number),
              label: one.labels[0]?.replace(/^[^:]+: /, '') ?? String(one.number),
              hint: one.labels.join(' · '),
            }))}
          />
          {loaderData.edit ? (
            <SaveBar>
              <Button>{words.save[language]}</Button>
            </SaveBar>
          ) : null}
        </Form>
      )}
    </Page>
  )
}
