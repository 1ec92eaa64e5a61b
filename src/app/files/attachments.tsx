// Files of any record: the list, each by the address that asks the rights again, and the field that sends new ones.
import { formatFileSize, formatInstantDate } from '#/platform/text/format.ts'
import type { AttachmentLine } from '#/programme/attachment/attachment.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { attachmentWords as words } from './files.messages.ts'

/** `removable`: each file gets a press `deed=removeFile` with its id as `file`. Renders nothing without files. */
export function AttachmentList({ files, removable = false }: { files: readonly AttachmentLine[]; removable?: boolean }) {
  const language = useLanguage()
  if (files.length === 0) return null
  return (
    <ul className="stack" aria-label={words.files[language]}>
      {files.map((file) => (
        <li key={file.id} className="row between">
          <div>
            <a className="tap" href={`/dinh-kem/${file.id}`}>
              <Icon name="doc" />
              {file.caption ?? file.fileName}
            </a>
            <br />
            <small className="quiet">
              {[file.caption === null ? '' : file.fileName, formatFileSize(file.size), formatInstantDate(file.addedAt)]
                .filter((part) => part !== '')
                .join(' · ')}
            </small>
          </div>
          {removable ? (
            <form method="post">
              <input type="hidden" name="deed" value="removeFile" />
              <input type="hidden" name="file" value={file.id} />
              <Button kind="danger" small>
                {words.remove[language]}
                <span className="vh"> {file.caption ?? file.fileName}</span>
              </Button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Files and what they are. The form needs `upload`; read with `incomingFiles(page, form, 'files')` and `caption`. */
export function AttachmentFields({ optional = false }: { optional?: boolean }) {
  const language = useLanguage()
  return (
    <>
      <FileField
        name="files"
        label={words.add[language]}
        hint={words.hint[language]}
        accept="image/*,.pdf,.docx,.xlsx"
        multiple
        optional={optional}
      />
      <Field name="caption" label={words.caption[language]} hint={words.captionHint[language]} optional maxLength={200} />
    </>
  )
}

type PapersProps = {
  files: readonly AttachmentLine[]
  /** What these papers are called on this page. */
  title: string
  addLabel: string
  add: boolean
  removable?: boolean
  /** The page's action data. */
  answer: unknown
}

/** The papers of a record: what is there and, for who may add, the form that sends more by `deed=papers`. Nothing where there is neither. */
export function Papers({ files, title, addLabel, add, removable = add, answer }: PapersProps) {
  const language = useLanguage()
  const refusal = refusalOf(answer, 'papers')
  if (files.length === 0 && !add) return null
  return (
    <section className="stack" aria-labelledby="giay-to">
      <h2 id="giay-to">{title}</h2>
      {files.length === 0 ? <p className="hint">{words.none[language]}</p> : null}
      <AttachmentList files={files} removable={removable} />
      {add ? (
        <Disclose summary={addLabel} open={refusal !== undefined}>
          <Form upload refusal={refusal} scope="papers">
            <ErrorSummary />
            <input type="hidden" name="deed" value="papers" />
            <AttachmentFields />
            <div>
              <Button kind="quiet">{addLabel}</Button>
            </div>
          </Form>
        </Disclose>
      ) : null}
    </section>
  )
}
