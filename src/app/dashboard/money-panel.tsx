// The year's money by source.
import { formatDong } from '#/platform/text/format.ts'
import { basisPoints } from '#/programme/indicator/indicator.ts'
import { fill } from '../indicator/indicator.messages.ts'
import { useLanguage } from '../ui/language.ts'
import { Meter } from '../ui/meter.tsx'
import { Table } from '../ui/table.tsx'
import { figureHref } from './count-chart.tsx'
import { sourceWords, words } from './dashboard.messages.ts'
import type { OwnData } from './dashboard.server.ts'

export function MoneyPanel({ money, frame }: Pick<OwnData, 'money' | 'frame'>) {
  const language = useLanguage()
  const year = frame.to.slice(0, 4)
  const to = (id: string, source: string) => figureHref(frame, id, { source })
  return (
    <section className="stack" aria-labelledby="kinh-phi">
      <h2 id="kinh-phi">{fill(words.money[language], { year })}</h2>
      <p>{fill(words.moneyNote[language], { planned: formatDong(money.planned) })}</p>
      {money.sources.length === 0 ? (
        <p className="hint">{words.noMoney[language]}</p>
      ) : (
        <Table
          caption={fill(words.money[language], { year })}
          rows={money.sources}
          rowKey={(row) => row.key}
          columns={[
            { key: 'source', label: words.source[language], head: true, cell: (row) => sourceWords[row.key]?.[language] ?? row.key },
            {
              key: 'allocated',
              label: words.allocated[language],
              align: 'right',
              cell: (row) => <a href={to('money-allocated', row.key)}>{formatDong(row.allocated)}</a>,
            },
            {
              key: 'disbursed',
              label: words.disbursed[language],
              align: 'right',
              cell: (row) => <a href={to('money-disbursed', row.key)}>{formatDong(row.disbursed)}</a>,
            },
            {
              key: 'share',
              label: words.share[language],
              cell: (row) => <Meter hundredths={basisPoints(row.disbursed, row.allocated)} href={to('money-disbursed', row.key)} />,
            },
          ]}
        />
      )}
    </section>
  )
}
