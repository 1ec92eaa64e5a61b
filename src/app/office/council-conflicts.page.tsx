import { redirect, useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { agendaFor } from '#/programme/council/agenda.view.ts'
import { appointStandIn, decideConflict, liftConflict, pinConflict, reviewConflicts } from '#/programme/council/conflict.actions.ts'
import { declaredCauses } from '#/programme/council/conflict.ts'
import { conflictsOf, type ConflictRow } from '#/programme/council/conflict.store.ts'
import { officersOf } from '#/programme/council/council.lists.ts'
import { causeWords } from '#/programme/council/council.messages.ts'
import { itemFacts } from '#/programme/council/council.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fill } from '../council/council-pages.messages.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { words } from './council-office.messages.ts'
import type { Route } from './+types/council-conflicts.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { meeting, mine, slots } = await agendaFor(db, actor, params['meetingId'] ?? '', now)
  mustSee(mine.isOffice && meeting.councilId === params['councilId'])
  const items = []
  for (const slot of slots) {
    if (slot.kind === 'recused') {
      items.push(slot)
      continue
    }
    const facts = await itemFacts(db, slot.itemId)
    items.push({
      kind: 'item' as const,
      ordinal: slot.ordinal,
      itemId: slot.itemId,
      product: slot.product,
      producer: slot.producer,
      chair: slot.chair,
      standInId: facts.standInId,
      may: { decide: slot.mine.mayDecideConflict, pin: slot.mine.mayPinConflict, standIn: slot.mine.mayAppointStandIn },
      declared: facts.declarations.filter((row) => facts.seats.some((seat) => seat.memberId === row.memberId && seat.voting)).length,
      conflicts: await conflictsOf(db, slot.itemId),
    })
  }
  const seats = meeting.seats.filter((seat) => seat.leftOn === null)
  return {
    meeting: { id: meeting.id, councilId: meeting.councilId, name: meeting.name },
    me: actor.accountId,
    items,
    seats: seats.map(({ memberId, accountId, name, role, voting }) => ({ memberId, accountId, name, role, voting })),
    officers: (await officersOf(db, meeting.authority)).filter((officer) => !seats.some((seat) => seat.accountId === officer.accountId)),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const itemId = String(form.get('itemId') ?? '')
  const conflictId = String(form.get('conflictId') ?? '')
  const reason = form.get('reason')
  switch (form.get('_do')) {
    case 'confirm':
    case 'dismiss':
      await act((ctx) => decideConflict(ctx, conflictId, { decision: form.get('_do'), reason }))
      break
    case 'lift':
      await act((ctx) => liftConflict(ctx, conflictId, { reason }))
      break
    case 'pin':
      await act((ctx) => pinConflict(ctx, itemId, { accountId: form.get('accountId'), cause: form.get('cause'), reason }))
      break
    case 'standIn':
      await act((ctx) => appointStandIn(ctx, itemId, { memberId: form.get('memberId'), reason }))
      break
    case 'review':
      await act((ctx) => reviewConflicts(ctx, itemId))
      break
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
  return redirect(`/tinh/hoi-dong/${params['councilId']}/ky-hop/${params['meetingId']}/xung-dot`, 303)
})

type Loaded = Route.ComponentProps['loaderData']
type Item = Extract<Loaded['items'][number], { kind: 'item' }>

export default function Conflicts({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal: FormRefusal | undefined = answered && 'refused' in answered ? answered : undefined
  const { meeting, items } = loaderData
  return (
    <Page
      title={words.conflicts[language]}
      lead={words.conflictsLead[language]}
      crumbs={[
        { href: `/tinh/hoi-dong/${meeting.councilId}`, label: words.council[language] },
        { href: `/tinh/hoi-dong/${meeting.councilId}/ky-hop/${meeting.id}`, label: meeting.name },
      ]}
    >
      <div className="stack">
        {refusal === undefined ? null : (
          <Form refusal={refusal}>
            <ErrorSummary />
          </Form>
        )}
        {items.map((item) =>
          item.kind === 'recused' ? (
            <p key={item.ordinal} className="quiet">
              {fill(words.recused[language], { n: item.ordinal })}
            </p>
          ) : (
            <ItemConflicts key={item.itemId} item={item} loaded={loaderData} refusal={refusal} />
          ),
        )}
      </div>
    </Page>
  )
}

function ItemConflicts({ item, loaded, refusal }: { item: Item; loaded: Loaded; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  const { seats, officers, me } = loaded
  const voting = seats.filter((seat) => seat.voting)
  const of = (verb: string) => (refusal?.values['_do'] === verb && refusal.values['itemId'] === item.itemId ? refusal : undefined)
  return (
    <Panel title={`${item.ordinal}. ${item.product}`} id={`muc-${item.ordinal}`}>
      <p className="hint">
        {item.producer} · {fill(words.declared[language], { n: item.declared, of: voting.length })} · {words.chair[language]}:{' '}
        {item.chair ?? words.noChair[language]}
      </p>
      {item.conflicts.length === 0 ? <p className="hint">{words.noConflicts[language]}</p> : null}
      <ul className="tasks">
        {item.conflicts.map((conflict) => (
          <Line key={conflict.id} conflict={conflict} item={item} mine={conflict.accountId === me} />
        ))}
      </ul>
      {item.may.pin ? (
        <Disclose summary={words.pin[language]} open={of('pin') !== undefined}>
          <Form refusal={of('pin')}>
            <input type="hidden" name="itemId" value={item.itemId} />
            <p className="hint">{words.pinHint[language]}</p>
            <Select
              name="accountId"
              label={words.person[language]}
              choices={[...seats, ...officers].map((person) => ({ value: person.accountId, label: person.name }))}
            />
            <Select
              name="cause"
              label={words.cause[language]}
              choices={declaredCauses.map((cause) => ({ value: cause, label: causeWords[cause][language] }))}
            />
            <Field name="reason" label={words.reason[language]} />
            <Button kind="danger" small name="_do" value="pin">
              {words.pin[language]}
            </Button>
          </Form>
        </Disclose>
      ) : null}
      {item.may.standIn ? (
        <Disclose summary={words.standIn[language]} open={of('standIn') !== undefined}>
          <Form refusal={of('standIn')}>
            <input type="hidden" name="itemId" value={item.itemId} />
            <p className="hint">{words.standInHint[language]}</p>
            <Select
              name="memberId"
              label={words.standIn[language]}
              empty={words.standInNone[language]}
              defaultValue={item.standInId ?? ''}
              choices={voting.filter((seat) => seat.role !== 'chair').map((seat) => ({ value: seat.memberId, label: seat.name }))}
            />
            <Field name="reason" label={words.reason[language]} />
            <Button kind="quiet" small name="_do" value="standIn">
              {words.standIn[language]}
            </Button>
          </Form>
        </Disclose>
      ) : null}
      {item.may.pin ? (
        <Form className="row">
          <input type="hidden" name="itemId" value={item.itemId} />
          <Button kind="quiet" small name="_do" value="review">
            {words.review[language]}
          </Button>
        </Form>
      ) : null}
    </Panel>
  )
}

function Line({ conflict, item, mine }: { conflict: ConflictRow; item: Item; mine: boolean }) {
  const language = useLanguage()
  const open = conflict.state === 'open'
  const mayAct = !mine && (open ? item.may.decide : conflict.state === 'confirmed' && item.may.pin)
  return (
    <li className="task">
      <span>
        <b>{conflict.name}</b>: {causeWords[conflict.cause][language]}
        <span className="hint block">
          {words[`origin_${conflict.origin}`][language]} · {conflict.detail}
        </span>
        {conflict.decidedAt === null || conflict.decisionReason === null ? null : (
          <span className="hint block">
            {fill(words.by[language], {
              name: conflict.decidedBy ?? '',
              time: formatDateTime(conflict.decidedAt),
              reason: conflict.decisionReason,
            })}
          </span>
        )}
        {mayAct ? (
          <Form className="row">
            <input type="hidden" name="conflictId" value={conflict.id} />
            <label className="hint">
              {words.reason[language]} <input className="input" name="reason" />
            </label>
            {open ? (
              <>
                <Button kind="danger" small name="_do" value="confirm">
                  {words.confirm[language]}
                </Button>
                <Button kind="quiet" small name="_do" value="dismiss">
                  {words.dismiss[language]}
                </Button>
              </>
            ) : (
              <Button kind="quiet" small name="_do" value="lift">
                {words.lift[language]}
              </Button>
            )}
          </Form>
        ) : null}
      </span>
      <State kind={open ? 'late' : conflict.state === 'confirmed' ? 'stop' : 'ended'}>{words[`state_${conflict.state}`][language]}</State>
    </li>
  )
}
