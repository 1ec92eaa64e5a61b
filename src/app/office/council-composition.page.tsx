import { redirect, useActionData } from 'react-router'
import { levelOf as levelRule } from '#/regulation/levels.ts'
import { departmentName } from '#/regulation/composition.ts'
import type { Pack } from '#/regulation/load.ts'
import { setComposition } from '#/programme/council/composition.actions.ts'
import type { CouncilComposition } from '#/programme/council/composition.ts'
import { councilFor } from '#/programme/council/council.lists.ts'
import { councilChecks, packOfCouncil } from '#/programme/council/validity.store.ts'
import { levelOf, type AssessingLevel } from '#/programme/people/authority.ts'
import { fill } from '../council/council-pages.messages.ts'
import { Validity } from '../council/presence.tsx'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Checks, Select } from '../ui/choices.tsx'
import { Facts } from '../ui/facts.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { words as councilWords } from './council-office.messages.ts'
import { words } from './council-work.messages.ts'
import type { Route } from './+types/council-composition.page'

export const loader = pageLoader(async ({ db, actor, params, services, now }) => {
  const { council, seats } = await councilFor(db, actor, params['councilId'] ?? '', now)
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
    law: pack ? lawOf(pack, level) : null,
    checks: await councilChecks(db, regulations, council, seats),
  }
})

/** What the decision itself says of such a council, and where it is silent: shown beside what the council sets. */
function lawOf(pack: Pack, level: AssessingLevel) {
  const rule = levelRule(pack, level)?.council
  if (!rule) return null
  const { size } = rule
  return {
    number: pack.regulation.number,
    chair: rule.chair.title,
    chairSource: rule.chair.source,
    size: size ? { range: size.min === size.max ? String(size.min) : `${size.min}–${size.max}`, source: size.source } : null,
    mandatory: rule.mandatory.map((seat) => departmentName(pack, seat.department, level)),
    source: rule.source,
  }
}

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

export default function Composition({ loaderData: { council, chosen, packs, departments, law, checks } }: Route.ComponentProps) {
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
        {law === null ? null : (
          <Panel title={fill(words.lawTitle[language], { number: law.number })} small>
            <Facts
              facts={[
                { label: words.lawChair[language], value: law.chair[language], note: law.chairSource },
                {
                  label: words.lawSize[language],
                  value: law.size === null ? words.lawNoSize[language] : <span className="num">{law.size.range}</span>,
                  ...(law.size === null ? {} : { note: law.size.source }),
                },
                {
                  label: words.lawMandatory[language],
                  value: law.mandatory.length === 0 ? words.lawNone[language] : law.mandatory.join('; '),
                  note: law.source,
                },
              ]}
            />
          </Panel>
        )}
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
