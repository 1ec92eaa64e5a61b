import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { candidateText, suggestions } from '#/programme/register/resolve.ts'
import { criteriaOf } from '#/programme/sales-point/criteria.ts'
import { fileMonth, judgeMonth } from '#/programme/sales-point/month.actions.ts'
import {
  addPointPapers,
  addPointProduct,
  closePoint,
  endPointProduct,
  judgeCriteria,
  openPoint,
  removePointPaper,
  suspendPoint,
} from '#/programme/sales-point/point.actions.ts'
import { pointFor, pointHistory } from '#/programme/sales-point/sales-point.store.ts'
import { mapLink, pointKindWords, pointStateWords, settingWords } from '#/programme/sales-point/sales-point.ts'
import { Papers } from '../files/attachments.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { PointDesk } from './point-desk.tsx'
import { PointMonths } from './point-months.tsx'
import { PointProducts } from './point-products.tsx'
import { verbWords, words } from './sales-point.messages.ts'
import type { Route } from './+types/point.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const today = plainDateOf(now)
  const file = await pointFor(db, actor, params['id'], today)
  const { point, rights } = file
  return {
    ...file,
    today,
    me: actor.accountId,
    criteria: rights.keep ? await criteriaOf(db, point.authority) : null,
    offered: rights.keep ? (await suggestions(db, 'product', point.authority, null, 1000)).map(candidateText) : [],
    files: rights.months ? await attachmentsOf(db, 'salesPoint', [point.id]) : [],
    history: rights.months ? await pointHistory(db, point.id) : [],
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'criteria') await act((ctx) => judgeCriteria(ctx, id, texts))
  else if (deed === 'open') await act((ctx) => openPoint(ctx, id, texts))
  else if (deed === 'suspend') await act((ctx) => suspendPoint(ctx, id, texts))
  else if (deed === 'close') await act((ctx) => closePoint(ctx, id, texts))
  else if (deed === 'product') await act((ctx) => addPointProduct(ctx, id, texts))
  else if (deed === 'endProduct') await act((ctx) => endPointProduct(ctx, id, texts['product']))
  else if (deed === 'month') await act((ctx) => fileMonth(ctx, id, texts['month'], texts))
  else if (deed === 'judge') await act((ctx) => judgeMonth(ctx, id, texts['month'], texts))
  else if (deed === 'removeFile') await act((ctx) => removePointPaper(ctx, id, texts['file']))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => addPointPapers(ctx, id, files, texts['caption']))
  }
  return saved(`/diem-ban/${id}`)
})

export default function PointPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { point, rights, files, history } = loaderData
  const state = pointStateWords[point.state]
  const map = mapLink(point)
  const said = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }])
  return (
    <Page
      title={point.name}
      eyebrow={pointKindWords[point.kind][language]}
      crumbs={[{ href: '/diem-ban', label: words.points[language] }]}
      layout="measure"
      marks={<State kind={state.mark}>{state[language]}</State>}
      {...(rights.keep && point.state !== 'closed'
        ? {
            actions: (
              <ButtonLink kind="quiet" small href={`/diem-ban/${point.id}/sua`}>
                {words.change[language]}
              </ButtonLink>
            ),
          }
        : {})}
    >
      <div className="stack-l">
        <Facts
          facts={[
            {
              label: words.address[language],
              value: (
                <>
                  {[point.address, point.outside ? words.outside[language] : (point.place ?? '')].filter((part) => part !== '').join(', ')}
                  {map === null ? null : (
                    <>
                      {' · '}
                      <a href={map} rel="noopener noreferrer">
                        {words.map[language]}
                      </a>
                    </>
                  )}
                </>
              ),
            },
            { label: words.setting[language], value: settingWords[point.setting][language] },
            { label: words.operatorName[language], value: point.operatorName },
            ...said(words.decisionNumber[language], point.decisionNumber ?? ''),
            { label: words.openedOn[language], value: <span className="num">{formatDate(point.openedOn)}</span> },
            ...said(words.closedOn[language], point.closedOn === null ? '' : formatDate(point.closedOn)),
            ...said(words.reason[language], point.closeReason),
          ]}
        />
        {rights.months ? <PointMonths {...loaderData} answer={actionData} /> : null}
        <PointProducts {...loaderData} answer={actionData} />
        {loaderData.criteria === null ? null : <PointDesk {...loaderData} criteria={loaderData.criteria} answer={actionData} />}
        <Papers files={files} title={words.papers[language]} addLabel={words.addPapers[language]} add={rights.keep} answer={actionData} />
        {rights.months ? <LedgerLines lines={history} verbs={verbWords} /> : null}
      </div>
    </Page>
  )
}
