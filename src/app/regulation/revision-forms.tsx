// What an administrator may press on a version, by its state. A refused upload lists every fault of the file.
import type { RevisionState } from '#/programme/regulation-revision/revision.store.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { regulationWords as words } from './regulation.messages.ts'

type Props = { state: RevisionState; version: number; ready: boolean; ownProposal: boolean; refusal: FormRefusal | undefined }

export function RevisionForms({ state, version, ready, ownProposal, refusal }: Props) {
  const language = useLanguage()
  const deed = refusal?.values['deed']
  const of = (name: string) => ({ version, refusal: deed === name ? refusal : undefined, scope: name })
  if (state === 'draft')
    return (
      <>
        <Panel title={words.yaml[language]}>
          <Form {...of('upload')} upload>
            <ErrorSummary />
            <input type="hidden" name="deed" value="upload" />
            <FileField name="file" label={words.file[language]} hint={words.uploadHint[language]} accept=".yaml,.yml" />
            <div>
              <Button kind="quiet">{words.upload[language]}</Button>
            </div>
          </Form>
        </Panel>
        {ready ? (
          <Panel title={words.propose[language]}>
            <Form {...of('propose')}>
              <ErrorSummary />
              <input type="hidden" name="deed" value="propose" />
              <Field name="number" label={words.number[language]} maxLength={200} size="middle" />
              <DateField name="decidedOn" label={words.datedOn[language]} />
              <DateField name="effectiveFrom" label={words.effectiveFrom[language]} />
              <TextArea name="reason" label={words.reason[language]} hint={words.reasonHint[language]} maxLength={2000} />
              <div>
                <Button>{words.propose[language]}</Button>
              </div>
            </Form>
          </Panel>
        ) : null}
        <Disclose summary={words.discard[language]} open={deed === 'discard'}>
          <Form {...of('discard')}>
            <ErrorSummary />
            <input type="hidden" name="deed" value="discard" />
            <TextArea name="discardReason" label={words.reason[language]} hint={words.reasonHint[language]} maxLength={1000} />
            <div>
              <Button kind="danger">{words.discard[language]}</Button>
            </div>
          </Form>
        </Disclose>
      </>
    )
  if (state !== 'proposed') return null
  return (
    <>
      <Panel title={words.confirm[language]}>
        {ownProposal ? (
          <Notice>{words.ownProposal[language]}</Notice>
        ) : (
          <Form {...of('confirm')}>
            <ErrorSummary />
            <p>{words.confirmText[language]}</p>
            <div>
              <Button name="deed" value="confirm">
                {words.confirm[language]}
              </Button>
            </div>
          </Form>
        )}
      </Panel>
      <Disclose summary={words.sendBack[language]} open={deed === 'back'}>
        <Form {...of('back')}>
          <ErrorSummary />
          <input type="hidden" name="deed" value="back" />
          <TextArea name="backReason" label={words.reason[language]} hint={words.reasonHint[language]} maxLength={1000} />
          <div>
            <Button kind="quiet">{words.sendBack[language]}</Button>
          </div>
        </Form>
      </Disclose>
    </>
  )
}
