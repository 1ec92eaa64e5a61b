import { formatDate } from '#/platform/text/format.ts'
import type { PlanRecord } from '#/programme/programme-plan/plan.store.ts'
import type { RelatedPlan } from '#/programme/programme-plan/related.store.ts'
import { planKinds, planKindWords } from '#/programme/programme-plan/programme-plan.ts'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './plan.messages.ts'

/** Name, kind, period and the plan above. */
export function HeadFields({ plan, parents }: { plan?: PlanRecord; parents: readonly RelatedPlan[] }) {
  const language = useLanguage()
  const outside = plan?.content.outsideParent ?? null
  return (
    <>
      <Field name="title" label={words.title[language]} defaultValue={plan?.title ?? ''} maxLength={300} />
      <Select
        name="kind"
        label={words.kind[language]}
        defaultValue={plan?.kind ?? 'year'}
        choices={planKinds.map((kind) => ({ value: kind, label: planKindWords[kind][language] }))}
      />
      <DateField name="startsOn" label={words.startsOn[language]} defaultValue={plan ? formatDate(plan.startsOn) : ''} />
      <DateField name="endsOn" label={words.endsOn[language]} defaultValue={plan ? formatDate(plan.endsOn) : ''} />
      {parents.length === 0 ? null : (
        <Select
          name="parentFamilyId"
          label={words.parent[language]}
          hint={words.parentHint[language]}
          optional
          defaultValue={plan?.parentFamilyId ?? ''}
          choices={parents.map((one) => ({ value: one.familyId, label: `${one.owner}: ${one.title}` }))}
        />
      )}
      <Disclose summary={words.outside[language]} open={outside !== null}>
        <Field
          name="parentNumber"
          label={words.parentNumber[language]}
          optional
          defaultValue={outside?.number ?? ''}
          maxLength={60}
          size="middle"
        />
        <DateField
          name="parentIssuedOn"
          label={words.parentIssuedOn[language]}
          optional
          defaultValue={outside ? formatDate(outside.issuedOn) : ''}
        />
        <Field name="parentIssuer" label={words.parentIssuer[language]} optional defaultValue={outside?.issuer ?? ''} maxLength={200} />
        <Field name="parentTitle" label={words.parentTitle[language]} optional defaultValue={outside?.title ?? ''} maxLength={300} />
      </Disclose>
    </>
  )
}
