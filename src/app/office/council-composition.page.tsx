import { redirect, useActionData } from 'react-router'
import { levelOf as levelRule } from '#/regulation/levels.ts'
import { departmentName } from '#/regulation/composition.ts'
import { setComposition } from '#/programme/council/composition.actions.ts'
import type { CouncilComposition } from '#/programme/council/composition.ts'
import { councilFor } from '#/programme/council/council.lists.ts'
import { councilChecks, packOfCouncil } from '#/programme/council/validity.store.ts'
import { levelOf } from '#/programme/people/authority.ts'
import { Validity } from '../council/presence.tsx'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Checks, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words as councilWords } from './council-office.messages.ts'
import { words } from './council-work.messages.ts'
import type { Route } from './+types/council-composition.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { council, seats } = await councilFor(db, actor, params['councilId'] ?? '')
  const level = levelOf(council.authority)
  const { regulations } = services
  const pack = packOfCouncil(regulations, council)
  return {
    council: { id: council.id, version: council.version, composition: council.composition as CouncilComposition },
    chosen: pack?.id ?? '',
    packs: regulations.packs
      .filter((entry) => levelRule(entry, level)?.role === 'assessment')
      .map((entry) => ({ value: entry.id, label: entry.regulation.number })),
    departments: pack
      ? pack.regulation.departments.map((entry) => ({ value: entry.department, label: departmentName(pack, entry.department, level) }))
      : [],
    checks: await councilChecks(db, regulations, council, seats),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const councilId = params['councilId'] ?? ''
  const given = (name: string) => form.get(name)
  await act((ctx) =>
    setComposition(
      ctx,
      councilId,
      {
        regulationId: given('regulationId'),
        sizeMin: given('sizeMin'),
        sizeMax: given('sizeMax'),
        mandatory: form.getAll('mandatory'),
        chairDelegation: given('chairDelegation'),
      },
      Number(given('_version')),
    ),
  )
  return redirect(`/tinh/hoi-dong/${councilId}`, 303)
})

export default function Composition({ loaderData: { council, chosen, packs, departments, checks } }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const { size, mandatory, chairDelegation } = council.composition
  return (
    <Page
      title={words.composition[language]}
      layout="measure"
      crumbs={[
        { href: '/tinh/hoi-dong', label: councilWords.councils[language] },
        { href: `/tinh/hoi-dong/${council.id}`, label: councilWords.council[language] },
      ]}
    >
      <div className="stack">
        <Validity checks={checks} title={words.composition[language]} />
        <Form version={council.version} refusal={answered && 'refused' in answered ? answered : undefined}>
          <ErrorSummary />
          <Select name="regulationId" label={words.pack[language]} choices={packs} defaultValue={chosen} />
          <Field
            name="sizeMin"
            label={words.sizeMin[language]}
            hint={words.sizeHint[language]}
            size="short"
            inputMode="numeric"
            optional
            defaultValue={size ? String(size.min) : ''}
          />
          <Field
            name="sizeMax"
            label={words.sizeMax[language]}
            size="short"
            inputMode="numeric"
            optional
            defaultValue={size ? String(size.max) : ''}
          />
          <Checks
            name="mandatory"
            label={words.mandatory[language]}
            hint={words.mandatoryHint[language]}
            choices={departments}
            defaultValues={mandatory ?? []}
          />
          <Field
            name="chairDelegation"
            label={words.chairDelegation[language]}
            hint={words.chairDelegationHint[language]}
            optional
            defaultValue={chairDelegation ?? ''}
          />
          <Button>{words.save[language]}</Button>
        </Form>
      </div>
    </Page>
  )
}
