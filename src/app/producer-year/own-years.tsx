// The years of one's own producers, with the one next thing to do for each.
import { formatDate } from '#/platform/text/format.ts'
import { yearWords } from '#/programme/producer-year/producer-year.ts'
import type { ownYears } from '#/programme/producer-year/producer-year.store.ts'
import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './producer-year.messages.ts'

type Line = Awaited<ReturnType<typeof ownYears>>[number] & { late: boolean }

export function OwnYears({ lines }: { lines: readonly Line[] }) {
  const language = useLanguage()
  const several = new Set(lines.map((line) => line.producerId)).size > 1
  return (
    <section className="stack" aria-labelledby="cua-toi">
      <h2 id="cua-toi">{words.own[language]}</h2>
      <Table
        caption={words.own[language]}
        rows={lines}
        rowKey={(line) => `${line.producerId}:${line.year}`}
        columns={[
          { key: 'year', label: words.year[language], head: true, cell: (line) => <b>{line.year}</b> },
          ...(several
            ? [{ key: 'producer', label: words.producer[language], narrow: 'full' as const, cell: (line: Line) => line.producer }]
            : []),
          {
            key: 'due',
            label: words.due[language],
            cell: (line) => <span className="num">{line.dueOn === null ? '–' : formatDate(line.dueOn)}</span>,
          },
          {
            key: 'state',
            label: words.state[language],
            narrow: 'full',
            cell: (line) => (
              <span className="row">
                <State kind={yearWords[line.state ?? 'missing'].mark}>{yearWords[line.state ?? 'missing'][language]}</State>
                {line.late ? <State kind="late">{words.late[language]}</State> : null}
              </span>
            ),
          },
          { key: 'next', label: words.open[language], narrow: 'full', cell: (line) => <Next line={line} /> },
        ]}
      />
    </section>
  )
}

function Next({ line }: { line: Line }) {
  const language = useLanguage()
  const at = `/so-lieu-nam/${line.producerId}/${line.year}`
  const writes = line.state === null || line.state === 'draft' || line.state === 'returned'
  return (
    <ButtonLink kind="quiet" small href={writes ? `${at}/khai` : at}>
      {line.state === null ? words.write[language] : writes ? words.goOn[language] : words.open[language]}
      <span className="vh"> {line.year}</span>
    </ButtonLink>
  )
}
