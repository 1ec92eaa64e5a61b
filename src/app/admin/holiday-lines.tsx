// The preview of an import: every line with what it would do, and the press that does it once no line has a fault.
import { formatDate } from '#/platform/text/format.ts'
import { kindWords, type ReadLine } from '#/programme/settings/holidays.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { holidayWords as words } from './holidays.messages.ts'

export function HolidayLines({ lines, text, reasonMissing }: { lines: readonly ReadLine[]; text: string; reasonMissing: boolean }) {
  const language = useLanguage()
  const faults = lines.filter((line) => line.fault !== null).length
  const count = lines.filter((line) => line.effect === 'new' || line.effect === 'changes').length
  return (
    <Panel title={words.preview[language]}>
      <Table
        caption={words.preview[language]}
        rows={lines}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', label: words.line[language], head: true, cell: (row) => <span className="num">{row.line}</span> },
          {
            key: 'day',
            label: words.day[language],
            cell: (row) => (row.row ? <span className="num">{formatDate(row.row.date)}</span> : row.text),
          },
          {
            key: 'what',
            label: words.name[language],
            cell: (row) =>
              row.row ? (
                <>
                  {row.row.name}
                  <small className="block quiet">
                    {kindWords[row.row.kind][language]} · {row.row.source}
                  </small>
                </>
              ) : (
                '—'
              ),
          },
          {
            key: 'result',
            label: words.result[language],
            cell: (row) =>
              row.fault ? (
                <>
                  <State kind="stop">{words.fault[language]}</State>
                  <small className="block">{row.fault[language]}</small>
                </>
              ) : (
                <State kind={row.effect === 'same' ? 'info' : row.effect === 'changes' ? 'part' : 'done'}>
                  {words[row.effect === 'new' ? 'isNew' : (row.effect ?? 'same')][language]}
                </State>
              ),
          },
        ]}
      />
      {faults > 0 ? (
        <Notice kind="bad" announce>
          <p>{words.faults[language].replace('{n}', String(faults))}</p>
        </Notice>
      ) : count === 0 ? (
        <Notice announce>
          <p>{words.nothing[language]}</p>
        </Notice>
      ) : (
        <Form scope="save" errors={reasonMissing ? { reason: words.reasonNeeded[language] } : {}}>
          <input type="hidden" name="deed" value="save" />
          <input type="hidden" name="lines" value={text} />
          <TextArea name="reason" label={words.reason[language]} maxLength={1000} />
          <div>
            <Button>{words.importNow[language].replace('{n}', String(count))}</Button>
          </div>
        </Form>
      )}
    </Panel>
  )
}
