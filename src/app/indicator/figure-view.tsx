// One figure as people read it: the number with its day, how it was made, by unit, the rows behind.
import { formatDate, formatDateTime, formatDong, formatNumber } from '#/platform/text/format.ts'
import type { IndicatorRow } from '#/programme/indicator/indicator.ts'
import { withParams } from '../list-address.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field, DateField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { State } from '../ui/state.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { addsWords, fill, kindWords, words } from './indicator.messages.ts'
import type { figurePage } from './figure.server.ts'

type Shown = Awaited<ReturnType<typeof figurePage>>

/** `choose`: the reader may choose days and place; a target's are the plan's. */
export function FigureView({ shown, choose }: { shown: Shown; choose: boolean }) {
  const language = useLanguage()
  const { figure, frame } = shown
  return (
    <div className="stack-l">
      {choose ? <Choose shown={shown} /> : null}
      <section className="stack" aria-labelledby="so-lieu">
        <h2 id="so-lieu" className="vh">
          {words.value[language]}
        </h2>
        <p className="row">
          <span className="figure-big">{figure.value}</span>
          {shown.money || figure.value.includes('%') ? null : <span>{shown.measure}</span>}
          <State kind="info">{words.live[language]}</State>
        </p>
        {figure.blank === null ? null : <p>{figure.blank}</p>}
        <Facts
          facts={[
            ...(figure.denominator === null
              ? []
              : [
                  {
                    label: words.numerator[language],
                    value: <a href={withParams(shown.search, { phan: null, trang: null })}>{figure.numerator}</a>,
                  },
                  {
                    label: words.denominator[language],
                    value: <a href={withParams(shown.search, { phan: 'mau', trang: null })}>{figure.denominator}</a>,
                  },
                ]),
            { label: words.asOf[language], value: formatDate(frame.to) },
            ...(shown.kind === 'state'
              ? []
              : [{ label: words.period[language], value: `${formatDate(frame.from)} – ${formatDate(frame.to)}` }]),
            { label: words.computedAt[language], value: formatDateTime(shown.computedAt), note: words.liveHint[language] },
            { label: words.place[language], value: shown.place },
            ...(shown.reading === '' ? [] : [{ label: words.reading[language], value: shown.reading }]),
            { label: words.formula[language], value: shown.formula },
            { label: words.kind[language], value: kindWords[shown.kind][language] },
            { label: words.registers[language], value: shown.registers },
            { label: words.source[language], value: shown.source },
          ]}
        />
      </section>
      <Units shown={shown} />
      <Rows shown={shown} />
    </div>
  )
}

function Choose({ shown }: { shown: Shown }) {
  const language = useLanguage()
  const kept = new URLSearchParams(shown.search).get('p')
  const { frame } = shown
  return (
    <Toolbar
      search={<DateField name="tu" label={words.from[language]} defaultValue={formatDate(frame.from)} />}
      hidden={kept === null ? {} : { p: kept }}
    >
      <DateField name="den" label={words.to[language]} defaultValue={formatDate(frame.to)} />
      {shown.provinces.length === 0 ? null : (
        <Select name="tinh" label={words.province[language]} empty={false} defaultValue={frame.provinceCode} choices={shown.provinces} />
      )}
      {shown.communes.length === 0 ? null : (
        <Select
          name="xa"
          label={words.commune[language]}
          empty={words.whole[language]}
          defaultValue={frame.communeCode ?? ''}
          choices={shown.communes}
        />
      )}
    </Toolbar>
  )
}

function Units({ shown }: { shown: Shown }) {
  const language = useLanguage()
  if (shown.adds === 'none' || (shown.units.length === 0 && shown.emptyUnits === 0)) return null
  const ratio = shown.figure.denominator !== null
  const columns: Column<Shown['units'][number]>[] = [
    {
      key: 'unit',
      label: words[shown.level][language],
      head: true,
      cell: (row) =>
        row.code === null || shown.level === 'district' ? (
          (row.name ?? words.unknownUnit[language])
        ) : (
          <a href={withParams(shown.search, { xa: row.code, trang: null })}>{row.name}</a>
        ),
    },
    ...(ratio
      ? [
          {
            key: 'numerator',
            label: words.numerator[language],
            align: 'right' as const,
            cell: (row: Shown['units'][number]) => row.numerator,
          },
          {
            key: 'denominator',
            label: words.denominator[language],
            align: 'right' as const,
            cell: (row: Shown['units'][number]) => row.denominator,
          },
        ]
      : []),
    { key: 'value', label: words.value[language], align: 'right', cell: (row) => <b className="num">{row.value}</b> },
  ]
  return (
    <section className="stack" aria-labelledby="don-vi">
      <h2 id="don-vi">{words.byUnit[language]}</h2>
      <p>{addsWords[shown.adds][language]}</p>
      {shown.units.length === 0 ? null : (
        <Table caption={words.byUnit[language]} rows={shown.units} rowKey={(row) => row.code ?? ''} columns={columns} />
      )}
      {shown.units.some((unit) => unit.code === null) ? <p className="hint">{words.unknownUnitHint[language]}</p> : null}
      {shown.emptyUnits === 0 ? null : (
        <p>
          {fill(words.emptyUnits[language], { n: shown.emptyUnits })}{' '}
          <a className="tap" href={`${withParams(shown.search, { 'don-vi': 'tat-ca' })}#don-vi`}>
            {words.showEmpty[language]}
          </a>
        </p>
      )}
    </section>
  )
}

function Rows({ shown }: { shown: Shown }) {
  const language = useLanguage()
  const columns: Column<IndicatorRow>[] = [
    {
      key: 'label',
      label: words.label[language],
      head: true,
      cell: (row) => (row.href === null ? row.label : <a href={row.href}>{row.label}</a>),
    },
    ...(shown.amounts
      ? [
          {
            key: 'amount',
            label: words.amount[language],
            align: 'right' as const,
            nowrap: true,
            cell: (row: IndicatorRow) => (row.amount === null ? '' : shown.money ? formatDong(row.amount) : formatNumber(row.amount)),
          },
        ]
      : []),
  ]
  return (
    <section className="stack" aria-labelledby="dong">
      <h2 id="dong">
        {words.rows[language]}
        {shown.figure.denominator === null
          ? null
          : `: ${(shown.part === 'numerator' ? words.rowsOfNumerator : words.rowsOfDenominator)[language].toLowerCase()}`}
      </h2>
      {shown.opens ? (
        <>
          <form method="get" className="row">
            {[...new URLSearchParams(shown.search)].map(([name, value]) =>
              name === 'q' || name === 'trang' ? null : <input key={name} type="hidden" name={name} value={value} />,
            )}
            <Field name="q" type="search" label={words.searchRows[language]} defaultValue={shown.query} />
            <button className="btn btn-quiet btn-small">{words.show[language]}</button>
          </form>
          {shown.rows.length === 0 ? (
            <EmptyState
              icon="search"
              title={words.noRows[language]}
              {...(shown.query === ''
                ? {}
                : {
                    action: (
                      <ButtonLink kind="quiet" href={withParams(shown.search, { q: null, trang: null })}>
                        {words.clear[language]}
                      </ButtonLink>
                    ),
                  })}
            />
          ) : (
            <Table caption={words.rows[language]} rows={shown.rows} rowKey={(row) => `${row.key} ${row.subjectId}`} columns={columns} />
          )}
          <Pager page={shown.page} pages={shown.pages} hrefFor={(page) => withParams(shown.search, { trang: String(page) })} />
        </>
      ) : (
        <Notice title={words.rowsHidden[language]} />
      )}
    </section>
  )
}
