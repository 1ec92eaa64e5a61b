// The text of a paper of the council and its issuing: the same two forms for its rules and its reports.
import { formatDate } from '#/platform/text/format.ts'
import type { CouncilPaper } from '#/programme/council/council-paper.store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './council-work.messages.ts'
import { WordLink } from '../ui/word-link.tsx'

type Props = {
  draft: Pick<CouncilPaper, 'version' | 'text'> | null
  /** What the text begins with where nobody wrote one yet. */
  firstText: string
  mayIssue: boolean
  chair: string
  today: string
  refusal: FormRefusal | undefined
}

export function PaperForms({ draft, firstText, mayIssue, chair, today, refusal }: Props) {
  const language = useLanguage()
  const of = (deed: string) => (refusal?.values['_do'] === deed ? refusal : undefined)
  return (
    <>
      <Form version={draft?.version ?? 0} refusal={of('save')}>
        {of('save') ? <ErrorSummary /> : null}
        <TextArea name="text" label={words.text[language]} rows={16} defaultValue={draft?.text ?? firstText} />
        <Button kind="quiet" name="_do" value="save">
          {words.saveText[language]}
        </Button>
      </Form>
      {draft && mayIssue ? (
        <Panel title={words.issue[language]}>
          <Form refusal={of('issue')} scope="issue">
            {of('issue') ? <ErrorSummary /> : null}
            <Field name="number" label={words.number[language]} hint={words.numberHint[language]} size="middle" optional />
            <DateField name="date" label={words.date[language]} defaultValue={today} />
            <Field name="signer" label={words.signer[language]} defaultValue={chair} />
            <Button name="_do" value="issue">
              {words.issue[language]}
            </Button>
          </Form>
        </Panel>
      ) : null}
    </>
  )
}

/** Papers already issued, with their numbers. */
export function IssuedPapers({ papers }: { papers: readonly CouncilPaper[] }) {
  const language = useLanguage()
  const issued = papers.filter((paper) => paper.documentId !== null)
  if (issued.length === 0) return null
  return (
    <ul className="tasks">
      {issued.map((paper) => (
        <li key={paper.id} className="task">
          <a className="tap" href={`/tep/van-ban/${paper.documentId}`}>
            {words.issued[language]}: {paper.number} {paper.issuedOn ? `(${formatDate(paper.issuedOn)})` : ''}
          </a>{' '}
          <WordLink href={`/tep/van-ban/${paper.documentId}.docx`} />
        </li>
      ))}
    </ul>
  )
}
