// The way of a dossier between levels, and the one press that is possible there.
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import type { NextDeed, Way, WayResult } from '#/programme/level/level.view.ts'
import { FileList } from '../after/file-list.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { Refusal } from '../page.server.ts'
import { choiceWords, levelMessages as words, levelTitles } from './level.messages.ts'
import { WordLink } from '../ui/word-link.tsx'

/** Where the way tells nothing: one level, no transfer, nothing to do. */
export function tellsNothing(way: Way): boolean {
  return way.transfers.length === 0 && way.next === null && !way.mayReturnNotValid && !way.awaitsMinistry
}

export function WaySection({ dossierId, way, refusal }: { dossierId: string; way: Way; refusal: Refusal | undefined }) {
  const language = useLanguage()
  return (
    <Panel title={words.title[language]} id="chuyen-cap">
      <div className="stack">
        <Table
          caption={words.levels[language]}
          rows={way.levels}
          rowKey={(row) => row.level}
          columns={[
            {
              key: 'level',
              label: words.level[language],
              head: true,
              cell: (row) => [levelTitles[row.level]?.[language], row.body].filter((part) => part).join(' · '),
            },
            {
              key: 'result',
              label: words.result[language],
              narrow: 'full',
              cell: (row) => {
                const results = way.results.filter((one) => one.level === row.level)
                return results.length === 0
                  ? '–'
                  : results.map((one) => (
                      <div key={one.closedAt.toISOString()}>
                        <Result result={one} />
                      </div>
                    ))
              },
            },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (row) => (
                <State kind={row.here ? 'info' : row.been ? 'done' : 'todo'}>
                  {(row.here ? words.here : row.been ? words.been : words.notYet)[language]}
                </State>
              ),
            },
          ]}
        />
        {way.transfers.length === 0 ? null : (
          <div>
            <h3>{words.transfers[language]}</h3>
            <ul>
              {way.transfers.map((one) => (
                <li key={one.id}>
                  <span className="num">{formatDateTime(one.sentAt)}</span>: {(one.way === 'up' ? words.up : words.down)[language]}{' '}
                  {levelTitles[one.to]?.[language].toLowerCase()}
                  {one.ground === 'notValid' ? ` (${words.notValid[language]})` : ''}
                  {one.documentId === null ? null : (
                    <>
                      {' '}
                      ·{' '}
                      <a href={`/tep/van-ban/${one.documentId}`}>
                        {words.letter[language]} {one.documentNumber}
                      </a>{' '}
                      <WordLink href={`/tep/van-ban/${one.documentId}.docx`} />
                    </>
                  )}
                  {one.answer === null ? null : (
                    <>
                      {' '}
                      · {words.ministryPaper[language]} {one.answer.number}
                      <FileList files={one.answer.files} />
                    </>
                  )}
                  {one.note === '' ? null : <div className="hint">{one.note}</div>}
                  {one.choice === null ? null : (
                    <div>
                      {words.chosen[language]}: {choiceWords[one.choice]?.[language]}. <span className="hint">{one.choiceReason}</span>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {way.awaitsMinistry ? (
          <div>
            <p>{words.awaitsMinistry[language]}</p>
            <ButtonLink href={`/tinh/ho-so/${dossierId}/tra-loi-cua-bo`}>{words.recordAnswer[language]}</ButtonLink>
          </div>
        ) : null}
        {way.next === null ? null : <Next next={way.next} refusal={refusal} />}
        {way.mayReturnNotValid ? (
          <Form refusal={refusal}>
            <ErrorSummary />
            <input type="hidden" name="viec" value="khong-hop-le" />
            <TextArea name="reason" label={`${words.returnNotValid[language]}: ${words.reason[language].toLowerCase()}`} maxLength={2000} />
            <div>
              <Button kind="danger">{words.returnNotValid[language]}</Button>
            </div>
          </Form>
        ) : null}
      </div>
    </Panel>
  )
}

function Result({ result }: { result: WayResult }) {
  const language = useLanguage()
  const { scores } = result
  if (scores === null) return <span className="hint">{words.keptBack[language]}</span>
  const told =
    scores.outcome === 'scored'
      ? `${decimalComma(scores.meanPrinted ?? '')} ${words.points[language]} · ${scores.star} sao`
      : words.ended[language]
  return (
    <>
      <span className="num">{told}</span>
      {result.state === 'superseded' ? <span className="hint"> ({words.superseded[language]})</span> : null}
    </>
  )
}

function Next({ next, refusal }: { next: NextDeed; refusal: Refusal | undefined }) {
  const language = useLanguage()
  if (next.deed === 'sendUp') {
    const title = `${words.sendUp[language]} ${levelTitles[next.to]?.[language].toLowerCase()}`
    if (next.approvalNeeded)
      return (
        <div>
          <p>{words.approvalNeeded[language]}</p>
          <ButtonLink kind="quiet" href="/tinh/quyet-dinh">
            {words.toDecisions[language]}
          </ButtonLink>
        </div>
      )
    return (
      <Form refusal={refusal}>
        <ErrorSummary />
        <input type="hidden" name="viec" value="chuyen-len" />
        <Field
          name="handed"
          label={words.handed[language]}
          hint={words.handedHint[language].replace('{n}', String(next.samples))}
          defaultValue={String(next.samples)}
          inputMode="numeric"
        />
        <TextArea name="note" label={words.note[language]} optional maxLength={1000} />
        <div>
          <Button>{title}</Button>
        </div>
      </Form>
    )
  }
  if (next.deed === 'returnDown')
    return (
      <Form refusal={refusal}>
        <ErrorSummary />
        <input type="hidden" name="viec" value="chuyen-ve" />
        <p>{(next.reasonNeeded ? words.boundary : words.returnLead)[language]}</p>
        {next.reasonNeeded ? <TextArea name="reason" label={words.reason[language]} maxLength={1000} /> : null}
        <TextArea name="note" label={words.note[language]} optional maxLength={2000} />
        <div>
          <Button>
            {words.returnDown[language]} {levelTitles[next.to]?.[language].toLowerCase()}
          </Button>
        </div>
      </Form>
    )
  return (
    <Form refusal={refusal}>
      <ErrorSummary />
      <input type="hidden" name="viec" value="chon" />
      <Radios
        name="choice"
        label={words.choose[language]}
        choices={next.choices.map((value) => ({
          value,
          label: choiceWords[value]?.[language] ?? value,
          hint: choiceWords[value]?.hint[language],
        }))}
      />
      <TextArea name="reason" label={words.reason[language]} maxLength={1000} />
      <div>
        <Button>{words.save[language]}</Button>
      </div>
    </Form>
  )
}
