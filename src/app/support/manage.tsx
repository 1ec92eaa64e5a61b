// What the office may do with a running contract; each press folds away until it is wanted.
import { formatDong } from '#/platform/text/format.ts'
import type { SupportRights } from '#/programme/support/support.policy.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './support.messages.ts'

type Props = { rights: Pick<SupportRights, 'close' | 'suspend' | 'resume' | 'terminate'>; paid: number; answer: unknown }

export function Manage({ rights, paid, answer }: Props) {
  const language = useLanguage()
  if (!rights.suspend && !rights.resume && !rights.terminate) return null
  return (
    <section className="stack measure" aria-labelledby="xu-ly">
      <h2 id="xu-ly">{words.manage[language]}</h2>
      {rights.close ? (
        <Disclose summary={words.close[language]}>
          <p className="hint">{words.closeHint[language]}</p>
          <DeedForm deed="close" kind="quiet" answer={answer} label={words.close[language]} />
        </Disclose>
      ) : null}
      {rights.suspend ? (
        <Disclose summary={words.suspend[language]}>
          <ReasonDeed deed="suspend" answer={answer} label={words.suspend[language]} />
        </Disclose>
      ) : null}
      {rights.resume ? (
        <Disclose summary={words.resume[language]}>
          <ReasonDeed deed="resume" kind="quiet" answer={answer} label={words.resume[language]} />
        </Disclose>
      ) : null}
      <Disclose summary={words.terminate[language]}>
        <DeedForm deed="terminate" kind="danger" answer={answer} label={words.terminate[language]}>
          <TextArea name="reason" label={words.reason[language]} rows={3} maxLength={1000} />
          <MoneyField
            name="amount"
            label={words.clawBack[language]}
            hint={fill(words.clawBackHint[language], { paid: formatDong(paid) })}
            optional
          />
          <DateField name="dueOn" label={words.due[language]} optional />
          <Field name="decisionNumber" label={words.decision[language]} optional size="middle" maxLength={100} />
        </DeedForm>
      </Disclose>
    </section>
  )
}
