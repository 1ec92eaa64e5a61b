// The annexes of a plan: its money as it names it, and the products it names.
import { formatDong } from '#/platform/text/format.ts'
import type { planMoney } from '#/programme/money/plan-money.store.ts'
import { fundSourceWords, partsGap, productKindWords, type MoneyLine } from '#/programme/programme-plan/programme-plan.ts'
import { fill } from '../idea/idea.messages.ts'
import { Dong } from '../money/figures.tsx'
import { sheetAddress } from '../sheet/subject.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { PlanSection, type PartProps } from './plan-section.tsx'
import { words } from './plan.messages.ts'

const annex = (kind: string, base: string) => sheetAddress(kind, base.split('/').at(-1) ?? null)

export type RunningMoney = Awaited<ReturnType<typeof planMoney>>

/** `running`: the lines of the money register opened for a plan in force, for who reads the desk's money. */
export function PlanMoney({ parts, base, edit, running }: PartProps & { running: RunningMoney | null }) {
  const language = useLanguage()
  const deeds = edit
    ? [
        { href: `${base}/muc/kinh-phi/them`, label: words.addMoney[language] },
        { href: annex('phu-bieu-kinh-phi', base), label: words.importExcel[language] },
      ]
    : []
  if (parts.money.length === 0 && !edit) return null
  const runs = new Map(running?.rows.map((row) => [row.code, row]))
  const lines: readonly Column<MoneyLine>[] =
    running === null
      ? []
      : [
          {
            key: 'lines',
            label: words.runningLines[language],
            cell: ({ code }) => {
              const run = runs.get(code)
              if (!run || run.isSum) return null
              return run.lines.length === 0 ? (
                <span className="quiet">{words.notOpened[language]}</span>
              ) : (
                run.lines.map((line) => (
                  <a key={line.id} className="tap" href={`/kinh-phi/khoan/${line.id}`}>
                    {line.year}
                  </a>
                ))
              )
            },
          },
          {
            key: 'allocated',
            label: words.allocated[language],
            align: 'right',
            cell: ({ code }) => <Dong value={runs.get(code)?.figures.allocated ?? null} />,
          },
          {
            key: 'disbursed',
            label: words.disbursed[language],
            align: 'right',
            cell: ({ code }) => <Dong value={runs.get(code)?.figures.disbursed ?? null} />,
          },
        ]
  const sums = parts.money.flatMap((line) => {
    const gap = partsGap(parts.money, line.code)
    return gap === null ? [] : [{ code: line.code, gap }]
  })
  return (
    <PlanSection id="kinh-phi" title={words.money[language]} deeds={deeds}>
      {parts.money.length === 0 ? null : (
        <Table
          caption={words.money[language]}
          rows={parts.money}
          rowKey={(row) => row.code}
          columns={[
            { key: 'code', label: words.code[language], cell: (row) => row.code },
            {
              key: 'title',
              label: words.moneyTitle[language],
              head: true,
              cell: (row) => (
                <>
                  {row.partOf === null ? null : '– '}
                  {edit ? <a href={`${base}/muc/kinh-phi/${row.code}`}>{row.title}</a> : row.title}
                  {row.note === '' ? null : <small className="quiet block">{row.note}</small>}
                </>
              ),
            },
            {
              key: 'amount',
              label: words.amount[language],
              align: 'right',
              narrow: 'full',
              nowrap: true,
              cell: (row) => (row.amount === null ? '' : <span className="num">{formatDong(row.amount)}</span>),
            },
            {
              key: 'sources',
              label: words.sources[language],
              cell: (row) => row.sources.map((one) => fundSourceWords[one][language]).join(', '),
            },
            ...lines,
          ]}
        />
      )}
      {running === null || parts.money.length === 0 ? null : (
        <p className="no-print">
          <a className="tap" href={`/kinh-phi/ke-hoach/${running.plan.familyId}`}>
            {words.seeMoney[language]}
          </a>
        </p>
      )}
      {sums.map(({ code, gap }) => (
        <p key={code} className="hint">
          {gap === 0 ? fill(words.sum[language], { code }) : fill(words.gap[language], { code, gap: formatDong(gap) })}
        </p>
      ))}
    </PlanSection>
  )
}

export function PlanProducts({ parts, base, edit, links }: PartProps & { links: boolean }) {
  const language = useLanguage()
  const deeds = edit
    ? [
        { href: `${base}/muc/san-pham/them`, label: words.addProduct[language] },
        { href: annex('phu-bieu-san-pham', base), label: words.importExcel[language] },
      ]
    : []
  if (parts.products.length === 0 && !edit) return null
  const loose = parts.products.filter((row) => row.productId === null).length
  const rows = parts.products.map((row, index) => ({ ...row, key: String(index + 1) }))
  return (
    <PlanSection id="san-pham" title={words.products[language]} deeds={deeds}>
      {links && loose > 0 ? <p className="hint no-print">{fill(words.looseProducts[language], { n: loose })}</p> : null}
      {rows.length === 0 ? null : (
        <Table
          caption={words.products[language]}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            {
              key: 'product',
              label: words.productName[language],
              head: true,
              cell: (row) => (edit ? <a href={`${base}/muc/san-pham/${row.key}`}>{row.productName}</a> : row.productName),
            },
            { key: 'producer', label: words.producerName[language], cell: (row) => row.producerName },
            {
              key: 'commune',
              label: words.communeName[language],
              cell: (row) => (
                <>
                  {row.communeName}
                  {row.communeName === '' || row.communeCode !== null ? null : (
                    <small className="quiet block">{words.communeUnknown[language]}</small>
                  )}
                </>
              ),
            },
            { key: 'kind', label: words.productKind[language], cell: (row) => productKindWords[row.kind][language] },
            { key: 'star', label: words.targetStar[language], cell: (row) => (row.targetStar === null ? '' : `${row.targetStar} sao`) },
            {
              key: 'linked',
              label: words.linked[language],
              narrow: 'full',
              cell: (row) => (
                <>
                  <State kind={row.productId === null ? 'todo' : 'done'}>
                    {(row.productId !== null ? words.linked : row.producerId === null ? words.unlinked : words.producerLinked)[language]}
                  </State>
                  {links ? ' ' : null}
                  {links ? (
                    <a className="tap no-print" href={`${base}/san-pham/${row.id}`}>
                      {(row.productId === null ? words.chooseProduct : words.changeLink)[language]}
                      <span className="vh">: {row.productName}</span>
                    </a>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
    </PlanSection>
  )
}
