import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { renewals, renewalWords, upgrades, upgradeWords, type Policy } from '#/programme/reward/reward.ts'
import { Radios } from '../ui/choices.tsx'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './reward.messages.ts'

type Known = Policy & { title: string; decisionNumber: string; validFrom: string; validTo: string | null }

export function PolicyFields({ policy }: { policy?: Known }) {
  const language = useLanguage()
  const dong = (value: number | null | undefined) => (value == null ? '' : formatNumber(value))
  return (
    <>
      <Field name="title" label={words.policyTitle[language]} defaultValue={policy?.title ?? ''} maxLength={300} />
      <Field
        name="decisionNumber"
        label={words.policyPaper[language]}
        hint={words.policyPaperHint[language]}
        defaultValue={policy?.decisionNumber ?? ''}
        maxLength={200}
      />
      <DateField name="validFrom" label={words.validFrom[language]} defaultValue={policy ? formatDate(policy.validFrom) : ''} />
      <DateField name="validTo" label={words.validTo[language]} optional defaultValue={policy?.validTo ? formatDate(policy.validTo) : ''} />
      <MoneyField name="star3" label={words.star3[language]} optional defaultValue={dong(policy?.star3)} />
      <MoneyField name="star4" label={words.star4[language]} optional defaultValue={dong(policy?.star4)} />
      <MoneyField name="star5" label={words.star5[language]} optional defaultValue={dong(policy?.star5)} />
      <Radios
        name="upgrade"
        label={words.upgrade[language]}
        defaultValue={policy?.upgrade ?? 'difference'}
        choices={upgrades.map((value) => ({ value, label: upgradeWords[value][language] }))}
      />
      <Radios
        name="renewal"
        label={words.renewal[language]}
        defaultValue={policy?.renewal ?? 'none'}
        choices={renewals.map((value) => ({ value, label: renewalWords[value][language] }))}
      />
    </>
  )
}
