// What the office does with a report: give it to a person, link it, join it to a case, answer it, set it aside.
import { openStates, type ReportState } from '#/programme/public-report/public-report.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { AnswerFields } from './answer-fields.tsx'
import { words } from './public-report.messages.ts'

type Props = {
  report: { id: string; state: ReportState; assignee: string | null; producerId: string | null; productId: string | null }
  people: readonly { id: string; name: string }[]
  products: readonly string[]
  producers: readonly string[]
  answer: unknown
}

export function ReportDesk({ report, people, products, producers, answer }: Props) {
  const language = useLanguage()
  const { state } = report
  const refused = (deed: string) => refusalOf(answer, deed) !== undefined
  if (state === 'spam')
    return (
      <Panel title={words.next[language]} wash className="no-print">
        <DeedForm deed="restore" answer={answer} label={words.restore[language]} kind="quiet" />
      </Panel>
    )
  if (!openStates.includes(state)) return null
  return (
    <Panel title={words.next[language]} wash className="no-print">
      <DeedForm deed="assign" answer={answer} label={words.assign[language]} kind={report.assignee === null ? 'primary' : 'quiet'}>
        <Select
          name="assignee"
          label={words.assignee[language]}
          defaultValue={report.assignee ?? ''}
          choices={people.map((one) => ({ value: one.id, label: one.name }))}
        />
      </DeedForm>
      <p className="mt">
        <ButtonLink kind="quiet" href={inspectionAddress(report)}>
          {words.inspect[language]}
        </ButtonLink>
      </p>
      {state === 'joined' ? (
        <Disclose summary={words.leave[language]}>
          <DeedForm deed="leave" answer={answer} label={words.leave[language]} kind="quiet" />
        </Disclose>
      ) : (
        <>
          <Disclose summary={words.link[language]} open={report.producerId === null || refused('link')}>
            <DeedForm deed="link" answer={answer} label={words.link[language]} kind="quiet">
              <Field name="product" label={words.product[language]} suggestions={products} optional maxLength={400} />
              <Field name="producer" label={words.producer[language]} suggestions={producers} optional maxLength={400} />
            </DeedForm>
          </Disclose>
          <Disclose summary={words.join[language]} open={refused('join')}>
            <DeedForm deed="join" answer={answer} label={words.join[language]} kind="quiet">
              <p className="hint">{words.joinHint[language]}</p>
            </DeedForm>
          </Disclose>
          <Disclose summary={words.giveAnswer[language]} open={refused('answer')}>
            <DeedForm deed="answer" answer={answer} label={words.giveAnswer[language]}>
              <AnswerFields />
            </DeedForm>
          </Disclose>
          <Disclose summary={words.spam[language]}>
            <DeedForm deed="spam" answer={answer} label={words.spam[language]} kind="danger" />
          </Disclose>
        </>
      )}
    </Panel>
  )
}

/** The form of inspections, opened for what the report is about. */
function inspectionAddress({ id, producerId, productId }: Props['report']): string {
  const asked = new URLSearchParams({ 'phan-anh': id })
  if (producerId !== null) asked.set('chu-the', producerId)
  if (productId !== null) asked.set('san-pham', productId)
  return `/hau-kiem/them?${asked.toString()}`
}
