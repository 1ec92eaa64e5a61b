import { formatDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { figureReader, reaches } from '#/programme/indicator/reader.ts'
import { enterTargetValue, takeBackTargetValue } from '#/programme/indicator/target-value.actions.ts'
import { addsToBase, eachUnit, handValues, targetFigures, targetFrame, targetParams, unknown } from '#/programme/indicator/target.store.ts'
import { targetStates, unitsReaching } from '#/programme/indicator/target.ts'
import { indicatorOf } from '#/programme/indicator/registry.ts'
import { partsOf, planFor } from '#/programme/programme-plan/plan.store.ts'
import { found } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { FigureView } from './figure-view.tsx'
import { figurePage, printed } from './figure.server.ts'
import { HandValues } from './hand-values.tsx'
import { printDone, printPromise, printValue } from './target-print.ts'
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
  const based = addsToBase(target)
  const id = based ? 'recognised-new' : target.indicator
  const of = id === null || unknown(target) ? null : indicatorOf(id)
  const byUnit = inside && of !== null && target.scope !== 'whole' && asOf >= target.startsOn
  const values = target.indicator === null ? await handValues(db, plan.familyId, target.code) : []
  const writes = rights.writes && plan.state === 'issued' && target.indicator === null
  return {
    plan: { id: plan.id, title: plan.title },
    asOf,
    target,
    promised: printPromise(target, lang),
    done: inside || of === null || of.rows !== 'personal' ? printDone(figure, lang) : '–',
    judged: figure.judged,
    forecast: figure.judged.forecast === null ? null : printValue(target.unit, figure.judged.forecast, lang),
    base: based ? target.base : null,
    shown:
      inside && id !== null && of !== null
        ? await figurePage(page, { id, frame, params: of.params.parse(targetParams(plan, target)), reader })
        : null,
    elsewhere: of !== null && !inside,
    units:
      byUnit && of !== null
        ? (await eachUnit(db, plan, target, frame)).map((unit) => ({
            code: unit.code ?? '',
            name: unit.name ?? '',
            value: printed(of, unit, reader, lang).value,
            reaches: unitsReaching(target, [unit]).reaching === 1,
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
  const { plan, target, judged, shown, units } = loaderData
  const state = targetStates[judged.state]
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
        {units.length === 0 ? null : (
          <Table
            caption={words.each[language]}
            showCaption
            rows={units}
            rowKey={(row) => row.code}
            columns={[
              { key: 'unit', label: words.unit[language], head: true, cell: (row) => row.name },
              { key: 'value', label: words.value[language], align: 'right', cell: (row) => <b className="num">{row.value}</b> },
              {
                key: 'state',
                label: words.state[language],
                cell: (row) => (
                  <State kind={row.reaches ? 'done' : 'todo'}>{(row.reaches ? words.reached : words.notReached)[language]}</State>
                ),
              },
            ]}
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
