// What the office does next with a course: one step at a time, the code while it runs, certificates once it was held.
import { formatDateTime } from '#/platform/text/format.ts'
import { CODE_MINUTES, type CourseKind, type CourseState } from '#/programme/training/training.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './training.messages.ts'

type Props = {
  course: { id: string; state: CourseState; kind: CourseKind }
  sessions: readonly { ordinal: number; title: string }[]
  counts: { present: number; certified: number }
  code: { letters: string | null; until: Date | null; session: number | null; open: boolean } | null
  answer: unknown
}

export function CourseDesk({ course, sessions, counts, code, answer }: Props) {
  const language = useLanguage()
  const { state } = course
  const waiting = counts.present - counts.certified
  if (state === 'held')
    return waiting <= 0 ? null : (
      <Panel title={words.certificates[language]} wash className="no-print">
        <p>{fill(words.issueHint[language], { n: waiting })}</p>
        <DeedForm deed="issue" answer={answer} label={words.issue[language]}>
          <Field name="signerName" label={words.signerName[language]} maxLength={100} />
          <Field name="signerPost" label={words.signerPost[language]} maxLength={100} />
        </DeedForm>
      </Panel>
    )
  if (state === 'cancelled') return null
  return (
    <>
      {state === 'running' ? (
        <Panel title={words.code[language]} className="no-print">
          <p className="hint">{words.codeLead[language]}</p>
          {code === null || code.letters === null ? null : (
            <>
              <p className="attendance-code" translate="no">
                {code.letters}
              </p>
              <p>
                {code.open && code.until ? fill(words.codeUntil[language], { time: formatDateTime(code.until) }) : words.codeOver[language]}
                {code.session === null ? null : ` · ${words.session[language]} ${code.session}`}
              </p>
              <DeedForm deed="closeCode" answer={answer} label={words.closeCode[language]} kind="quiet" />
            </>
          )}
          <DeedForm deed="code" answer={answer} label={words.openCode[language]} kind={code?.letters ? 'quiet' : 'primary'}>
            {sessions.length === 0 ? null : (
              <Select
                name="session"
                label={words.session[language]}
                choices={sessions.map((one) => ({ value: String(one.ordinal), label: `${one.ordinal}. ${one.title}` }))}
              />
            )}
            <Field
              name="minutes"
              label={words.minutes[language]}
              size="short"
              inputMode="numeric"
              maxLength={3}
              defaultValue={String(CODE_MINUTES.usual)}
            />
          </DeedForm>
        </Panel>
      ) : null}
      <Panel title={words.next[language]} wash className="no-print">
        {state === 'planned' ? (
          <DeedForm deed="open" answer={answer} label={words.open[language]}>
            <p className="hint">{words.openHint[language]}</p>
          </DeedForm>
        ) : null}
        {state === 'planned' || state === 'open' ? (
          <DeedForm deed="start" answer={answer} label={words.start[language]} kind={state === 'open' ? 'primary' : 'quiet'}>
            <p className="hint">{words.startHint[language]}</p>
          </DeedForm>
        ) : null}
        {state === 'running' ? (
          <DeedForm deed="hold" answer={answer} label={words.hold[language]} kind="quiet">
            <p className="hint">{words.holdHint[language]}</p>
            <TextArea
              name="result"
              label={(course.kind === 'studyTour' ? words.reportOfTour : words.result)[language]}
              optional={course.kind !== 'studyTour'}
              rows={4}
              maxLength={4000}
            />
          </DeedForm>
        ) : null}
        <Disclose summary={words.cancel[language]}>
          <ReasonDeed deed="cancel" answer={answer} label={words.cancel[language]} />
        </Disclose>
      </Panel>
    </>
  )
}
