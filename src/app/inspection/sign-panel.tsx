// A record that waits: for the producer to sign or refuse, and for the office to note what was signed by hand.
import type { InspectionRights } from '#/programme/inspection/inspection.policy.ts'
import type { InspectionState } from '#/programme/inspection/inspection.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { PapersField } from './evidence-fields.tsx'
import { words } from './inspection.messages.ts'
import { SigningFields } from './signing-fields.tsx'

export function SignPanel({
  inspection,
  rights,
  answer,
}: {
  inspection: { state: InspectionState }
  rights: InspectionRights
  answer: unknown
}) {
  const language = useLanguage()
  if (inspection.state !== 'recorded') return null
  return (
    <>
      {rights.owner ? (
        <Panel title={words.toSign[language]} className="no-print">
          <p className="hint">{words.signLead[language]}</p>
          <DeedForm deed="sign" answer={answer} label={words.sign[language]}>
            <TextArea name="answer" label={words.answerOfSite[language]} optional rows={2} maxLength={1000} />
          </DeedForm>
          <Disclose summary={words.refuse[language]}>
            <ReasonDeed deed="refuse" answer={answer} label={words.refuse[language]} />
          </Disclose>
        </Panel>
      ) : null}
      {rights.keep ? (
        <Disclose summary={words.note[language]}>
          <Form upload refusal={refusalOf(answer, 'note')} scope="note">
            <ErrorSummary />
            <input type="hidden" name="deed" value="note" />
            <SigningFields />
            <PapersField label={words.scan[language]} />
            <div>
              <Button kind="quiet">{words.note[language]}</Button>
            </div>
          </Form>
        </Disclose>
      ) : null}
    </>
  )
}
