// Promised days an edit of the calendar would move: named one by one, each moved only when it stays ticked.
import { formatDate } from '#/platform/text/format.ts'
import type { NamedMove } from '#/programme/settings/holidays.store.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Checks } from '../ui/choices.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { holidayWords as words } from './holidays.messages.ts'

export type ShownMove = Pick<NamedMove, 'kind' | 'subjectId' | 'dueOn' | 'becomes' | 'product' | 'producer' | 'slipNumber' | 'commune'>

/** `again`: the fields of the edit, sent once more with the confirmation. */
export function CalendarConfirm({
  seen,
  moves,
  again,
}: {
  seen: string
  moves: readonly ShownMove[]
  again: Readonly<Record<string, string>>
}) {
  const language = useLanguage()
  return (
    <Form>
      <Notice kind="warn" title={words.confirmTitle[language]} announce>
        <p>{words.confirmLead[language].replace('{n}', String(moves.length))}</p>
      </Notice>
      {Object.entries(again).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="seen" value={seen} />
      <Checks
        name="move"
        label={words.confirmTitle[language]}
        defaultValues={moves.map((one) => one.subjectId)}
        choices={moves.map((one) => ({
          value: one.subjectId,
          label: (
            <>
              <b>{one.product}</b>, {one.producer}: <span className="num">{formatDate(one.dueOn)}</span> →{' '}
              <b className="num">{formatDate(one.becomes)}</b>
            </>
          ),
          hint: [words[one.kind][language], one.slipNumber, one.commune].filter(Boolean).join(' · '),
        }))}
      />
      <div className="row">
        <Button>{words.confirm[language]}</Button>
        <ButtonLink href="/quan-tri/ngay-nghi" kind="quiet">
          {words.back[language]}
        </ButtonLink>
      </div>
    </Form>
  )
}
