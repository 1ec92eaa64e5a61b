import { formatDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { figureReader, hidesSmall, reaches } from '#/programme/indicator/reader.ts'
import { enterTargetValue, takeBackTargetValue } from '#/programme/indicator/target-value.actions.ts'
import { addsToBase, hidesTarget, targetFigures, targetFrame, targetParams, unknown } from '#/programme/indicator/target.store.ts'
import { handValues } from '#/programme/indicator/target-value.store.ts'
import { targetStates, type TargetState } from '#/programme/indicator/target.ts'
import { indicatorOf } from '#/programme/indicator/registry.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { found } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { FigureView } from './figure-view.tsx'
import { figurePage, printed } from './figure.server.ts'
import { HandValues } from './hand-values.tsx'
import { words as figureWords } from './indicator.messages.ts'
import { printDone, printForecast, printPromise, printValue } from './target-print.ts'
import { scopeWords, words } from './target.messages.ts'
import { dayAsked } from './targets.server.ts'
import type { Route } from './+types/target.page'

export const loader = pageLoader(async (page) => {
  const { db, actor, params, now, lang } = page
  const { plan, rights } = await planFor(db, actor, params['id'])
  const target = found((await partsOf(db, plan.id)).targets.find((one) => one.code === params['code']))
  const asOf = dayAsked(page)
  const [read] = await targetFigures(db, plan, [target], asOf, now)
  const figure = found(read)
  const frame = targetFrame(plan, target, asOf)
  const reader = figureReader(actor)
  const inside = reader !== null && reaches(reader, frame)
  const hidden = (one: Parameters<typeof hidesTarget>[1]) => hidesTarget(inside ? reader : null, one)
  const based = addsToBase(target)
  const id = based ? 'recognised-new' : target.indicator
  const of = id === null || unknown(target) ? null : indicatorOf(id)
  const values = target.indicator === null ? await handValues(db, plan.familyId, target.code) : []
  const writes = rights.writes && plan.state === 'issued' && target.indicator === null
  return {
    plan: { id: plan.id, title: plan.title },
    asOf,
    target,
    promised: printPromise(target, lang),
    done: hidden(figure) ? figureWords.few[lang] : printDone(figure, lang),
    state: figure.judged.state,
    forecast: hidden(figure) ? null : printForecast(figure, lang),
    years: (figure.years ?? []).map((year) => {
      const shown = { ...year, target }
      return {
        startsOn: year.startsOn,
        dueOn: year.dueOn,
        value: hidden(shown) ? figureWords.few[lang] : printDone(shown, lang),
        forecast: hidden(shown) ? null : printForecast(shown, lang),
        state: year.judged.state,
      }
    }),
    base: based ? target.base : null,
    shown:
      inside && id !== null && of !== null
        ? await figurePage(page, { id, frame, params: of.params.parse(targetParams(plan, target)), reader })
        : null,
    elsewhere: of !== null && !inside,
    units:
      inside && of !== null
        ? (figure.units?.each ?? []).map((unit) => ({
            code: unit.code,
            name: unit.name,
            value: printed(of, unit.figure, reader, lang).value,
            forecast:
              unit.judged.forecast === null || hidesSmall(reader, of, unit.figure.numerator)
                ? null
                : printValue(target.unit, unit.judged.forecast, lang),
            state: unit.judged.state,
          }))
        : [],
    values,
    files:
      inside || rights.writes
        ? await attachmentsOf(
            db,
            'targetValue',
            values.map((value) => value.id),
          )
        : [],
    writes,
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const [id, code] = [params['id'] ?? '', params['code'] ?? '']
  const texts = textsOf(form)
  if (texts['deed'] === 'takeBack') await act((ctx) => takeBackTargetValue(ctx, id, code, texts['value'], texts))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => enterTargetValue(ctx, id, code, texts, files))
  }
  return saved(`/chi-tieu/ke-hoach/${id}/${encodeURIComponent(code)}`)
})

export default function TargetPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, target, shown, units, years } = loaderData
  const state = targetStates[loaderData.state]
  return (
    <Page
      title={`${target.code}. ${target.title}`}
      crumbTitle={target.code}
      crumbs={[{ href: `/chi-tieu?ke-hoach=${plan.id}`, label: plan.title }]}
      marks={
        <State kind={state.mark} boxed>
          {state[language]}
        </State>
      }
      actions={<PrintButton />}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.promised[language], value: loaderData.promised },
            { label: words.value[language], value: loaderData.done },
            ...(loaderData.forecast === null
              ? []
              : [{ label: words.forecast[language], value: loaderData.forecast, note: words.forecastNote[language] }]),
            { label: words.due[language], value: formatDate(target.dueOn) },
            { label: words.scope[language], value: scopeWords[target.scope][language] },
            { label: words.how[language], value: (target.indicator === null ? words.byHand : words.computed)[language] },
            ...(target.quote === '' ? [] : [{ label: words.quote[language], value: `“${target.quote}” (${target.source ?? ''})` }]),
            ...(target.reading === null ? [] : [{ label: words.reading[language], value: target.reading }]),
            ...(target.condition === null
              ? []
              : [{ label: words.condition[language], value: target.condition, note: target.conditionReason }]),
            ...(loaderData.base === null
              ? []
              : [{ label: words.base[language], value: String(loaderData.base), note: words.baseNote[language] }]),
          ]}
        />
        {years.length === 0 ? null : (
          <section className="stack" aria-labelledby="nam">
            <h2 id="nam">{words.byYear[language]}</h2>
            <p>{words.byYearNote[language]}</p>
            <Table
              caption={words.byYear[language]}
              rows={years}
              rowKey={(row) => row.startsOn}
              columns={[
                { key: 'year', label: words.year[language], head: true, cell: (row) => row.dueOn.slice(0, 4) },
                ...verdicts(language),
              ]}
            />
          </section>
        )}
        {units.length === 0 ? null : (
          <Table
            caption={words.each[language]}
            showCaption
            rows={units}
            rowKey={(row) => row.code}
            columns={[{ key: 'unit', label: words.unit[language], head: true, cell: (row) => row.name }, ...verdicts(language)]}
          />
        )}
        {target.indicator === null ? (
          <HandValues
            values={loaderData.values}
            files={loaderData.files}
            unit={target.unit}
            writes={loaderData.writes}
            answer={actionData}
          />
        ) : null}
        {shown === null ? null : <FigureView shown={shown} choose={false} />}
        {loaderData.elsewhere ? <Notice title={words.elsewhere[language]} /> : null}
      </div>
    </Page>
  )
}

type Verdict = { value: string; forecast: string | null; state: TargetState }

/** Done, forecast and verdict of a part of the target: a year, a unit. */
function verdicts(language: Language): Column<Verdict>[] {
  return [
    { key: 'value', label: words.value[language], align: 'right', cell: (row) => <b className="num">{row.value}</b> },
    { key: 'forecast', label: words.forecast[language], align: 'right', cell: (row) => row.forecast ?? '–' },
    {
      key: 'state',
      label: words.state[language],
      cell: (row) => <State kind={targetStates[row.state].mark}>{targetStates[row.state][language]}</State>,
    },
  ]
}
