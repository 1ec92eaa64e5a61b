// The products of an event: the list, and what the reader may do about it.
import { formatDong } from '#/platform/text/format.ts'
import type { EventRights } from '#/programme/promotion/promotion.load.ts'
import type { PartRow } from '#/programme/promotion/promotion.store.ts'
import {
  hasStalls,
  officeSteps,
  partStateWords,
  producerSteps,
  type EventKind,
  type EventState,
  type PartState,
} from '#/programme/promotion/promotion.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Field, MoneyField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './promotion.messages.ts'

type Props = {
  event: { id: string; kind: EventKind; state: EventState }
  rights: EventRights
  parts: readonly PartRow[]
  ownIds: readonly string[]
  askable: readonly { id: string; name: string }[]
  offered: readonly string[]
  answer: unknown
}

export function EventParts({ event, rights, parts, ownIds, askable, offered, answer }: Props) {
  const language = useLanguage()
  const desk = event.state === 'open' || event.state === 'held' ? officeSteps[event.state] : {}
  const settling = rights.keep ? parts.filter((part) => (desk[part.state] ?? []).length > 0) : []
  const answering =
    event.state === 'open' ? parts.filter((part) => ownIds.includes(part.producerId) && (producerSteps[part.state] ?? []).length > 0) : []
  const reporting =
    event.state === 'held' ? parts.filter((part) => part.state === 'present' && (rights.keep || ownIds.includes(part.producerId))) : []
  const choices = (some: readonly PartRow[]) =>
    some.map((part) => ({ value: part.id, label: `${part.product} · ${part.producer}: ${partStateWords[part.state][language]}` }))
  const standing = parts.filter((part) => part.state === 'taken' || part.state === 'present')
  const producers = [...new Map(standing.map((part) => [part.producerId, part])).values()]
  const stalls = rights.keep && hasStalls(event.kind) && (event.state === 'open' || event.state === 'held') ? producers : []
  const targets = (states: readonly PartState[]) => states.map((one) => ({ value: one as string, label: partStateWords[one][language] }))
  return (
    <section className="stack" aria-labelledby="san-pham">
      <h2 id="san-pham">{words.parts[language]}</h2>
      {parts.length === 0 ? (
        <p className="hint">{words.noParts[language]}</p>
      ) : (
        <Table
          caption={words.parts[language]}
          rows={parts}
          rowKey={(part) => part.id}
          columns={[
            {
              key: 'product',
              label: words.product[language],
              head: true,
              cell: (part) => (
                <>
                  <b>{part.product}</b>
                  <small className="quiet block">{part.producer}</small>
                </>
              ),
            },
            {
              key: 'star',
              label: words.star[language],
              cell: (part) =>
                part.star === null ? (
                  <span title={words.noStar[language]}>{words.noStarShort[language]}</span>
                ) : (
                  fill(words.stars[language], { n: part.star })
                ),
            },
            ...(parts.some((part) => part.stall !== null)
              ? [{ key: 'stall', label: words.stall[language], cell: (part: PartRow) => <span className="num">{part.stall ?? '–'}</span> }]
              : []),
            {
              key: 'revenue',
              label: words.revenue[language],
              align: 'right',
              cell: (part) => (part.revenue === null ? '–' : formatDong(part.revenue)),
            },
            {
              key: 'contracts',
              label: words.contracts[language],
              align: 'right',
              cell: (part) =>
                part.contracts === null
                  ? '–'
                  : `${part.contracts}${part.contractValue === null ? '' : ` · ${formatDong(part.contractValue)}`}`,
            },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (part) => <State kind={partStateWords[part.state].mark}>{partStateWords[part.state][language]}</State>,
            },
          ]}
        />
      )}
      {parts.some((part) => part.star === null) ? <p className="hint">{words.noStar[language]}</p> : null}
      {rights.parts === 'all' && parts.length > 0 ? (
        <p className="no-print">
          <a className="tap" href={`/xuc-tien/${event.id}/danh-sach.xlsx`} download>
            <Icon name="download" />
            {fill(words.exportExcel[language], { n: parts.length })}
          </a>
        </p>
      ) : null}
      {answering.length > 0 ? (
        <Panel title={words.answer[language]} small className="measure no-print">
          <DeedForm deed="answer" answer={answer} label={words.answer[language]}>
            <Select name="part" label={words.product[language]} empty={false} choices={choices(answering)} />
            <Select name="to" label={words.settleTo[language]} choices={targets(['taken', 'declined'])} />
          </DeedForm>
        </Panel>
      ) : null}
      {askable.length > 0 ? (
        <Panel title={words.ask[language]} small className="measure no-print">
          <DeedForm deed="ask" answer={answer} label={words.ask[language]}>
            <Select name="productId" label={words.product[language]} choices={askable.map((one) => ({ value: one.id, label: one.name }))} />
          </DeedForm>
        </Panel>
      ) : null}
      {settling.length > 0 ? (
        <Panel title={words.settle[language]} small wash className="measure no-print">
          <DeedForm deed="settle" answer={answer} label={words.settle[language]} kind="quiet">
            <Select name="part" label={words.product[language]} empty={false} choices={choices(settling)} />
            <Select
              name="to"
              label={words.settleTo[language]}
              choices={targets(event.state === 'held' ? ['present', 'absent'] : ['taken', 'invited', 'declined'])}
            />
          </DeedForm>
        </Panel>
      ) : null}
      {stalls.length > 0 ? (
        <Disclose summary={words.giveStall[language]}>
          <DeedForm deed="stall" answer={answer} label={words.giveStall[language]} kind="quiet">
            <Select
              name="producerId"
              label={words.producer[language]}
              empty={false}
              choices={stalls.map((part) => ({
                value: part.producerId,
                label: part.stall === null ? part.producer : `${part.producer} · ${part.stall}`,
              }))}
            />
            <Field name="stall" label={words.stall[language]} hint={words.stallHint[language]} optional size="short" maxLength={30} />
          </DeedForm>
        </Disclose>
      ) : null}
      {rights.keep && event.state === 'open' ? (
        <Disclose summary={words.invite[language]}>
          <DeedForm deed="invite" answer={answer} label={words.invite[language]} kind="quiet">
            <Field name="product" label={words.product[language]} suggestions={offered} maxLength={400} autoComplete="off" />
          </DeedForm>
        </Disclose>
      ) : null}
      {reporting.length > 0 ? (
        <Panel title={words.record[language]} small className="measure no-print">
          <DeedForm deed="result" answer={answer} label={words.record[language]}>
            <Select name="part" label={words.product[language]} empty={false} choices={choices(reporting)} />
            <MoneyField name="revenue" label={words.revenue[language]} optional />
            <Field name="contracts" label={words.contracts[language]} optional size="short" inputMode="numeric" maxLength={6} />
            <MoneyField name="contractValue" label={words.contractValue[language]} optional />
          </DeedForm>
        </Panel>
      ) : null}
    </section>
  )
}
