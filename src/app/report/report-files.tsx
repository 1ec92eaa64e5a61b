// Files enclosed with a report; while it is written they come and go.
import type { AttachmentLine } from '#/programme/attachment/attachment.ts'
import { AttachmentFields, AttachmentList } from '../files/attachments.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './report.messages.ts'

export function ReportFiles({ files, writing, answer }: { files: readonly AttachmentLine[]; writing: boolean; answer: unknown }) {
  const language = useLanguage()
  const refusal = refusalOf(answer, 'files')
  if (files.length === 0 && !writing) return null
  return (
    <section className="stack measure" aria-labelledby="tep-kem">
      <h2 id="tep-kem">{words.files[language]}</h2>
      <AttachmentList files={files} removable={writing} />
      {writing ? (
        <Disclose summary={words.addFiles[language]} open={refusal !== undefined}>
          <Form upload refusal={refusal} scope="files">
            <ErrorSummary />
            <input type="hidden" name="deed" value="files" />
            <AttachmentFields />
            <div>
              <Button kind="quiet">{words.addFiles[language]}</Button>
            </div>
          </Form>
        </Disclose>
      ) : null}
    </section>
  )
}
