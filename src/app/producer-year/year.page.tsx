import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { checkYear, returnYear, takeBackYear } from '#/programme/producer-year/producer-year.actions.ts'
import { yearFor, yearHistory } from '#/programme/producer-year/producer-year.store.ts'
import { isLate, jumpsOf, yearWords } from '#/programme/producer-year/producer-year.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill, words } from './producer-year.messages.ts'
import { jumpText, YearFacts } from './year-facts.tsx'
import { YearHistory } from './year-history.tsx'
import type { Route } from './+types/year.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const year = await yearFor(db, actor, params['producer'], params['year'])
  const filedOn = year.row?.filedAt ? plainDateOf(year.row.filedAt) : null
  const history = await yearHistory(db, year)
  return {
    year,
    history,
    jumps: jumpsOf(year, year.before, year.limits),
    late: isLate(year.term?.dueOn ?? null, filedOn, plainDateOf(now)),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const at = { producerId: params['producer'] ?? '', year: params['year'] ?? '' }
  const texts = textsOf(form)
  if (texts['deed'] === 'check') await act((ctx) => checkYear(ctx, at, texts))
  else if (texts['deed'] === 'takeBack') await act((ctx) => takeBackYear(ctx, at))
  else await act((ctx) => returnYear(ctx, at, texts))
  return saved(texts['deed'] === 'takeBack' ? `/so-lieu-nam/${at.producerId}/${at.year}/khai` : `/so-lieu-nam/${at.producerId}/${at.year}`)
})

export default function YearPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { year, jumps, late, history } = loaderData
  const { row, rights } = year
  const state = yearWords[row?.state ?? 'missing']
  return (
    <Page
      title={fill(words.ofYear[language], { year: year.year })}
      eyebrow={year.producer.name}
      crumbs={[{ href: '/so-lieu-nam', label: words.title[language] }]}
      layout="measure"
      marks={
        <>
          <State kind={state.mark}>{state[language]}</State>
          {late ? <State kind="late">{words.late[language]}</State> : null}
          {row?.followUp ? <State kind="back">{words.followUp[language]}</State> : null}
          {year.term ? <span className="quiet">{fill(words.dueOn[language], { date: formatDate(year.term.dueOn) })}</span> : null}
          {row?.filedAt ? <span className="quiet">{fill(words.filed[language], { at: formatDateTime(row.filedAt) })}</span> : null}
        </>
      }
      {...(rights.edit
        ? { actions: <ButtonLink href={`/so-lieu-nam/${year.producer.id}/${year.year}/khai`}>{words.goOn[language]}</ButtonLink> }
        : {})}
    >
      <div className="stack-l">
        {row && row.remark !== '' ? (
          <Notice
            kind={row.state === 'returned' ? 'warn' : 'info'}
            title={row.state === 'returned' ? words.returnedWith[language] : words.remark[language]}
          >
            <p>{row.remark}</p>
          </Notice>
        ) : null}
        {row?.bySheet ? (
          <Notice kind="info" title={words.bySheet[language]}>
            <p>{(rights.owner ? words.bySheetOwn : words.bySheetTold)[language]}</p>
          </Notice>
        ) : null}
        <YearFacts figures={year.figures} products={year.products} note={row?.note ?? ''} />
        {row && jumps.length > 0 ? (
          <section className="stack" aria-labelledby="xem-lai">
            <h2 id="xem-lai">{words.unusual[language]}</h2>
            <Facts
              facts={jumps.map((jump) => ({
                label: jump.label[language],
                value: `${jump.from === null ? '–' : jumpText(jump.from, jump.scale)} → ${jumpText(jump.to, jump.scale)}`,
                note: `${words.given[language]}: ${row.confirmedJumps[jump.key] ?? '–'}`,
              }))}
            />
          </section>
        ) : null}
        <YearHistory events={history} products={year.products} />
        {rights.check ? (
          <Panel title={words.check[language]} small wash>
            <DeedForm deed="check" answer={actionData} label={words.check[language]}>
              <TextArea name="remark" label={words.remark[language]} optional rows={2} maxLength={1000} />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.returnIt ? (
          <Panel title={words.returnIt[language]} small wash>
            <ReasonDeed deed="return" answer={actionData} label={words.returnIt[language]} />
          </Panel>
        ) : null}
        {rights.takeBack ? <DeedForm deed="takeBack" kind="quiet" answer={actionData} label={words.takeBack[language]} /> : null}
      </div>
    </Page>
  )
}
