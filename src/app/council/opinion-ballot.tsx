// The frame of a ballot around the score sheet: until when, what silence is, how to change what was sent.
import { formatDate } from '#/platform/text/format.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { fill } from './council-pages.messages.ts'
import type { Item } from './item-model.ts'
import { words } from './opinion.messages.ts'

export function BallotFrame({ view }: { view: Item }) {
  const language = useLanguage()
  const { ballot, own, mine } = view
  if (ballot === null) return null
  const due = formatDate(ballot.dueOn)
  return (
    <Notice kind={ballot.over ? 'warn' : 'info'} title={words.ballot[language]}>
      <p>
        <b>{fill((ballot.over ? words.over : words.due)[language], { due })}</b>
      </p>
      <p>{words.ballotLead[language]}</p>
      {own?.sheet.state === 'final' && mine.mayScore ? (
        <Disclose summary={words.change[language]}>
          <p>{words.changeAsk[language]}</p>
          <Form>
            <Button name="_do" value="change" kind="quiet">
              {words.change[language]}
            </Button>
          </Form>
        </Disclose>
      ) : null}
      <p>
        <a href={`/hoi-dong/ky-hop/${view.meetingId}/y-kien`}>{words.toBoard[language]}</a>
      </p>
    </Notice>
  )
}
