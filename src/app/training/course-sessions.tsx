import { formatDate } from '#/platform/text/format.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './training.messages.ts'

type Session = { id: string; ordinal: number; heldOn: string; startsAt: string | null; title: string; teacher: string }

/** The sessions of a course; the office adds and removes them until it has ended. */
export function CourseSessions({
  course,
  sessions,
  keep,
  answer,
}: {
  course: { state: string; startsOn: string }
  sessions: readonly Session[]
  keep: boolean
  answer: unknown
}) {
  const language = useLanguage()
  const changing = keep && course.state !== 'held' && course.state !== 'cancelled'
  if (sessions.length === 0 && !changing) return null
  return (
    <section className="stack" aria-labelledby="buoi">
      <h2 id="buoi">{words.sessions[language]}</h2>
      <ol className="stack">
        {sessions.map((one) => (
          <li key={one.id} className="row between">
            <div>
              <b>{`${words.session[language]} ${one.ordinal}. ${one.title}`}</b>
              <br />
              <small className="quiet">
                {[formatDate(one.heldOn), one.startsAt ?? '', one.teacher].filter((part) => part !== '').join(' · ')}
              </small>
            </div>
            {changing ? (
              <form method="post" className="no-print">
                <input type="hidden" name="deed" value="removeSession" />
                <input type="hidden" name="session" value={one.id} />
                <Button kind="danger" small>
                  {words.removeSession[language]}
                  <span className="vh"> {one.ordinal}</span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ol>
      {changing ? (
        <Disclose summary={words.addSession[language]}>
          <DeedForm deed="session" answer={answer} label={words.addSession[language]} kind="quiet">
            <Field name="title" label={words.sessionTitle[language]} maxLength={300} />
            <DateField name="heldOn" label={words.heldOn[language]} defaultValue={formatDate(course.startsOn)} />
            <Field name="startsAt" label={words.startsAt[language]} optional size="short" maxLength={5} placeholder="08:00" />
            <Field name="teacher" label={words.teacher[language]} optional maxLength={200} />
          </DeedForm>
        </Disclose>
      ) : null}
    </section>
  )
}
