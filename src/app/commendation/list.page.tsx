import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { DECISION_SYMBOL } from '#/programme/certificate/decision-paper.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { awardWords, kindWords, listWords } from '#/programme/commendation/commendation.ts'
import { cancelCommendation, decideCommendation, dropCommended } from '#/programme/commendation/commendation.actions.ts'
import { commendedOf, listFor } from '#/programme/commendation/commendation.store.ts'
import { ledgerOf } from '#/programme/money/money.store.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { verbWords, words } from './commendation.messages.ts'
import type { Route } from './+types/list.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { list, rights } = await listFor(db, actor, params['id'])
  const { committee } = await bodiesOf(db, list.authority)
  return {
    list,
    rights,
    commended: await commendedOf(db, list.id),
    today: formatDate(plainDateOf(now)),
    reserved: rights.decide && committee ? await reservedNumbers(db, committee.id, DECISION_SYMBOL) : [],
    history: await ledgerOf(db, { kind: 'commendationList', id: list.id }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'decide') await act((ctx) => decideCommendation(ctx, id, issuingForm(form)))
  else if (texts['deed'] === 'cancel') await act((ctx) => cancelCommendation(ctx, id, texts))
  else await act((ctx) => dropCommended(ctx, id, texts['commendationId'], texts))
  return saved(`/khen-thuong/${id}`)
})

export default function ListPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { list, rights, commended, today, reserved, history } = loaderData
  const kept = commended.filter((row) => row.state === 'listed')
  const counted = (kind: 'unit' | 'person') => kept.filter((row) => row.kind === kind).length
  return (
    <Page
      title={list.title}
      crumbs={[{ href: '/khen-thuong', label: words.lists[language] }]}
      crumbTitle={list.decisionNumber ?? words.list[language]}
      className="print-wide"
      marks={
        <State kind={listWords[list.state].mark} boxed>
          {listWords[list.state][language]}
        </State>
      }
      actions={
        <>
          {rights.change ? (
            <ButtonLink kind="quiet" small href={`/khen-thuong/chon?vao=${list.id}`}>
              {words.addMore[language]}
            </ButtonLink>
          ) : null}
          {list.documentId === null ? null : (
            <>
              <ButtonLink kind="quiet" small icon="doc" href={`/tep/van-ban/${list.documentId}`}>
                {words.paper[language]}
              </ButtonLink>
              <WordLink href={`/tep/van-ban/${list.documentId}.docx`} />
            </>
          )}
          <PrintButton />
        </>
      }
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.award[language], value: awardWords[list.award][language] },
            { label: words.units[language], value: <span className="num">{counted('unit')}</span> },
            { label: words.persons[language], value: <span className="num">{counted('person')}</span> },
            ...(list.decisionNumber === null || list.decidedOn === null
              ? []
              : [{ label: words.number[language], value: list.decisionNumber, note: formatDate(list.decidedOn) }]),
          ]}
        />
        <Table
          caption={list.title}
          rows={commended}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: words.name[language], head: true, cell: (row) => <b>{row.name}</b> },
            { key: 'kind', label: words.kind[language], cell: (row) => kindWords[row.kind][language] },
            { key: 'post', label: words.post[language], cell: (row) => row.post },
            { key: 'unit', label: words.unit[language], cell: (row) => <a href={`/bao-cao/${row.reportId}`}>{row.unitName}</a> },
            {
              key: 'merit',
              label: words.merit[language],
              narrow: 'full',
              cell: (row) => (
                <>
                  <span className="pre">{row.merit}</span>
                  {row.state === 'listed' ? null : (
                    <small className="block">
                      <State kind="ended">{words.dropped[language]}</State> {row.droppedReason}
                    </small>
                  )}
                </>
              ),
            },
          ]}
        />
        {rights.decide && kept.length > 0 ? (
          <Panel title={words.decide[language]} small className="measure">
            <p className="hint">{words.decideLead[language]}</p>
            <DeedForm deed="decide" answer={actionData} label={words.decide[language]}>
              <IssuingFields reserved={reserved} today={today} />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.change && kept.length > 0 ? (
          <Disclose summary={words.dropOne[language]}>
            <ReasonDeed deed="drop" answer={actionData} label={words.drop[language]}>
              <Select
                name="commendationId"
                label={words.name[language]}
                choices={kept.map((row) => ({ value: row.id, label: [row.name, row.post].filter(Boolean).join(', ') }))}
              />
            </ReasonDeed>
          </Disclose>
        ) : null}
        {rights.change ? (
          <Disclose summary={words.cancel[language]}>
            <ReasonDeed deed="cancel" answer={actionData} label={words.cancel[language]} />
          </Disclose>
        ) : null}
        <LedgerLines lines={history} verbs={verbWords} />
      </div>
    </Page>
  )
}
