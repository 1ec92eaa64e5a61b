import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong, formatNumber } from '#/platform/text/format.ts'
import { DECISION_SYMBOL } from '#/programme/certificate/decision-paper.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { ledgerOf } from '#/programme/money/money.store.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import {
  approveRewardPayments,
  cancelRewardList,
  claimReward,
  decideRewardList,
  dropReward,
  payRewards,
} from '#/programme/reward/list.actions.ts'
import { payable, rewardListFor, type RewardRow } from '#/programme/reward/reward.store.ts'
import { listWords, rewardWords } from '#/programme/reward/reward.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ExcelLink } from '../ui/excel-link.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { verbWords, words } from './reward.messages.ts'
import type { Route } from './+types/list.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await rewardListFor(db, actor, params['id'])
  const { committee } = await bodiesOf(db, file.list.authority)
  return {
    ...file,
    today: formatDate(plainDateOf(now)),
    reserved: file.rights.decide && committee ? await reservedNumbers(db, committee.id, DECISION_SYMBOL) : [],
    history: await ledgerOf(db, { kind: 'rewardList', id: file.list.id }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed'] ?? ''
  if (deed === 'decide') await act((ctx) => decideRewardList(ctx, id, issuingForm(form)))
  else if (deed === 'cancel') await act((ctx) => cancelRewardList(ctx, id, texts))
  else if (deed === 'pay') await act((ctx) => payRewards(ctx, id))
  else if (deed === 'approve') await act((ctx) => approveRewardPayments(ctx, id))
  else if (deed === 'claim') await act((ctx) => claimReward(ctx, id, texts['rewardId'], texts))
  else await act((ctx) => dropReward(ctx, id, texts['rewardId'], texts))
  return saved(`/thuong/danh-sach/${id}`)
})

const gone = (row: RewardRow) => row.certificateState === 'withdrawn' || row.certificateState === 'annulled'

export default function ListPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { list, rewards, rights, today, reserved, history } = loaderData
  const state = listWords[list.state]
  const kept = rewards.filter((row) => row.state !== 'cancelled')
  const total = kept.reduce((sum, row) => sum + row.amount, 0)
  const droppable = rights.drop ? kept.filter(payable) : []
  const claimable = rights.claim ? kept.filter((row) => row.state === 'paid' && gone(row) && row.receivableId === null) : []
  const waiting = kept.filter((row) => row.entryState === 'entered').length
  return (
    <Page
      title={list.title}
      crumbs={[{ href: '/thuong', label: words.rewards[language] }]}
      className="print-wide"
      marks={<State kind={state.mark}>{state[language]}</State>}
      actions={<PrintButton />}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.policy[language], value: <a href={`/thuong/chinh-sach/${list.policyId}`}>{list.policy}</a> },
            { label: words.from[language], value: `${formatDate(list.periodFrom)} – ${formatDate(list.periodTo)}` },
            { label: words.products[language], value: <span className="num">{kept.length}</span> },
            { label: words.total[language], value: <span className="num">{formatDong(total)}</span> },
            { label: words.line[language], value: list.lineId === null ? '–' : <a href={`/kinh-phi/khoan/${list.lineId}`}>{list.line}</a> },
            { label: words.source[language], value: list.source ?? '–' },
            ...(list.decisionNumber === null
              ? []
              : [
                  {
                    label: words.number[language],
                    value: `${list.decisionNumber}, ${list.decidedOn === null ? '' : formatDate(list.decidedOn)}`,
                  },
                ]),
          ]}
        />
        {list.documentId === null ? null : (
          <p className="row no-print">
            <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${list.documentId}`}>
              {words.paper[language]}
            </ButtonLink>
            <WordLink href={`/tep/van-ban/${list.documentId}.docx`} />
          </p>
        )}
        <Table
          caption={list.title}
          rows={rewards}
          rowKey={(row) => row.id}
          columns={[
            { key: 'product', label: words.product[language], head: true, cell: (row) => <b>{row.product}</b> },
            {
              key: 'producer',
              label: words.producer[language],
              narrow: 'full',
              cell: (row) => [row.producer, row.commune].filter(Boolean).join(', '),
            },
            { key: 'star', narrow: 'line', label: words.star[language], cell: (row) => `${row.star} sao` },
            {
              key: 'amount',
              label: words.amount[language],
              align: 'right',
              narrow: 'line',
              cell: (row) => <span className="num">{formatNumber(row.amount)}</span>,
            },
            {
              key: 'reckoning',
              narrow: 'line',
              label: words.reckoning[language],
              cell: (row) =>
                row.reckoning.deducted === 0
                  ? words.whole[language]
                  : fill(words.difference[language], {
                      base: formatNumber(row.reckoning.base),
                      deducted: formatNumber(row.reckoning.deducted),
                    }),
            },
            {
              key: 'entry',
              narrow: 'line',
              label: words.payment[language],
              cell: (row) =>
                row.entryId === null ? (
                  ''
                ) : (
                  <a href={`/kinh-phi/but-toan/${row.entryId}`}>{row.paidOn === null ? words.payment[language] : formatDate(row.paidOn)}</a>
                ),
            },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (row) => (
                <>
                  <State kind={rewardWords[row.state].mark}>{rewardWords[row.state][language]}</State>
                  {gone(row) ? <State kind="stop">{words.withdrawn[language]}</State> : null}
                  {row.receivableId === null ? null : <a href={`/ho-tro/phai-thu/${row.receivableId}`}>{words.claimed[language]}</a>}
                </>
              ),
            },
          ]}
        />
        <ExcelLink href={`/thuong/danh-sach/${list.id}/bang.xlsx`} rows={kept.length} />
        {rights.decide ? (
          <Panel title={words.decide[language]} small className="measure">
            <DeedForm deed="decide" answer={actionData} label={words.decide[language]}>
              <IssuingFields reserved={reserved} today={today} />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.pay ? (
          <Panel title={words.pay[language]} small className="measure">
            <p className="hint">{words.payHint[language]}</p>
            <DeedForm deed="pay" answer={actionData} label={words.pay[language]} />
          </Panel>
        ) : null}
        {rights.approve && waiting > 0 ? (
          <DeedForm deed="approve" answer={actionData} label={fill(words.approvePayments[language], { n: waiting })} />
        ) : null}
        {claimable.length === 0 ? null : (
          <Panel title={words.toClaim[language]} small className="measure">
            <DeedForm deed="claim" kind="danger" answer={actionData} label={words.claim[language]}>
              <Select
                name="rewardId"
                label={words.product[language]}
                choices={claimable.map((row) => ({ value: row.id, label: `${row.product}, ${row.star} sao, ${formatDong(row.amount)}` }))}
              />
              <DateField name="dueOn" label={words.due[language]} />
              <Field name="decisionNumber" label={words.number[language]} size="middle" maxLength={100} />
            </DeedForm>
          </Panel>
        )}
        {droppable.length === 0 ? null : (
          <Disclose summary={words.dropOne[language]}>
            <DeedForm deed="drop" kind="danger" answer={actionData} label={words.drop[language]}>
              <Select
                name="rewardId"
                label={words.product[language]}
                choices={droppable.map((row) => ({ value: row.id, label: `${row.product}, ${row.star} sao` }))}
              />
              <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
            </DeedForm>
          </Disclose>
        )}
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
