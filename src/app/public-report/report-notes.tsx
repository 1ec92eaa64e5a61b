import { formatDateTime } from '#/platform/text/format.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { useLanguage } from '../ui/language.ts'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './public-report.messages.ts'

type Note = { id: string; words: string; writerName: string; writtenAt: Date }

/** What people of the desk wrote for each other. */
export function ReportNotes({ notes, keep, answer }: { notes: readonly Note[]; keep: boolean; answer: unknown }) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="ghi-chu">
      <h2 id="ghi-chu">{words.notes[language]}</h2>
      {notes.length === 0 ? <p className="quiet">{words.noNotes[language]}</p> : null}
      {notes.map((note) => (
        <div key={note.id}>
          <p className="pre">{note.words}</p>
          <small className="quiet">
            {note.writerName} · {formatDateTime(note.writtenAt)}
          </small>
        </div>
      ))}
      {keep ? (
        <DeedForm deed="note" answer={answer} label={words.addNote[language]} kind="quiet">
          <TextArea name="note" label={words.note[language]} maxLength={2000} />
        </DeedForm>
      ) : null}
    </section>
  )
}
