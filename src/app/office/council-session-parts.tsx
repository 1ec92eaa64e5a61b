// Parts of the office's work before a session: the invitation, who sits for whom, when producers present.
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import type { InvitationRow } from '#/programme/council/invitation.store.ts'
import type { SeatFact } from '#/programme/council/council.ts'
import { fill } from '../council/council-pages.messages.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './council-work.messages.ts'
import { WordLink } from '../ui/word-link.tsx'

type Loaded = {
  meeting: { state: string }
  seats: readonly SeatFact[]
  accounts: readonly { id: string; name: string; username: string | null }[]
  bodies: readonly { id: string; name: string }[]
  invitations: readonly InvitationRow[]
  slots: readonly { ordinal: number; known: { itemId: string; product: string; producer: string; from: string; to: string } | null }[]
  today: string
}
type Props = { loaded: Loaded; refusal: FormRefusal | undefined }

export function Invitation({ loaded: { meeting, seats, invitations, today }, refusal }: Props) {
  const language = useLanguage()
  const standing = invitations.find((one) => one.cancelledAt === null)
  const mine = refusal?.values['_do'] === 'invite' ? refusal : undefined
  const open = meeting.state === 'planned' || meeting.state === 'released'
  return (
    <Panel title={words.invitation[language]} id="giay-moi">
      {invitations.map((one) => (
        <p key={one.id}>
          <a className="tap" href={`/tep/van-ban/${one.documentId}`}>
            {one.number} {one.issuedOn ? `(${formatDate(one.issuedOn)})` : ''}
          </a>{' '}
          <WordLink href={`/tep/van-ban/${one.documentId}.docx`} />
          {one.cancelledAt === null ? null : (
            <span className="hint"> {fill(words.cancelled[language], { reason: one.cancelReason ?? '' })}</span>
          )}
        </p>
      ))}
      {standing ? (
        <Table
          caption={words.invitee[language]}
          rows={standing.invitees}
          rowKey={(row) => String(row.ordinal)}
          columns={[
            { key: 'name', label: words.invitee[language], head: true, cell: (row) => row.name },
            { key: 'post', label: words.post[language], cell: (row) => row.post },
            {
              key: 'opened',
              label: words.opened[language],
              cell: (row) =>
                row.accountId === null ? (
                  words.guest[language]
                ) : row.openedAt ? (
                  <span className="num">{formatDateTime(row.openedAt)}</span>
                ) : (
                  <span className="quiet">{words.notOpened[language]}</span>
                ),
            },
          ]}
        />
      ) : null}
      {open ? (
        <Disclose summary={standing ? words.inviteAgain[language] : words.invite[language]} open={!standing || mine !== undefined}>
          <Form refusal={mine} scope="invite">
            {mine ? <ErrorSummary /> : null}
            {standing ? <Field name="reason" label={words.reason[language]} /> : null}
            <TextArea name="content" label={words.content[language]} rows={3} defaultValue={standing?.content ?? ''} />
            <TextArea name="guests" label={words.guests[language]} hint={words.guestsHint[language]} rows={3} optional />
            <Field name="number" label={words.number[language]} hint={words.numberHint[language]} size="middle" optional />
            <DateField name="date" label={words.date[language]} defaultValue={today} />
            <Field
              name="signer"
              label={words.signer[language]}
              defaultValue={seats.find((seat) => seat.role === 'chair' && seat.leftOn === null)?.name ?? ''}
            />
            <Field name="signerPost" label={words.signerPost[language]} defaultValue="Chủ tịch Hội đồng" />
            <Button name="_do" value="invite">
              {standing ? words.inviteAgain[language] : words.invite[language]}
            </Button>
          </Form>
        </Disclose>
      ) : null}
    </Panel>
  )
}

export function Presentations({ loaded: { meeting, slots }, refusal }: Props) {
  const language = useLanguage()
  return (
    <Panel title={words.presentations[language]} id="trinh-bay">
      {slots.map(({ ordinal, known }) => {
        if (known === null)
          return (
            <p key={ordinal} className="quiet">
              {fill(words.recused[language], { n: ordinal })}
            </p>
          )
        const mine = refusal?.values['_do'] === 'slot' && refusal.values['itemId'] === known.itemId ? refusal : undefined
        return (
          <Form key={ordinal} refusal={mine} scope={`slot${ordinal}`}>
            {mine ? <ErrorSummary /> : null}
            <p>
              <b>
                {fill(words.item[language], { n: ordinal })}: {known.product}
              </b>
              <span className="hint block">{known.producer}</span>
            </p>
            <input type="hidden" name="itemId" value={known.itemId} />
            <div className="row">
              <Field name="from" label={words.from[language]} size="short" optional defaultValue={known.from} placeholder="08:00" />
              <Field name="to" label={words.to[language]} size="short" optional defaultValue={known.to} placeholder="08:15" />
              {meeting.state === 'closed' ? null : (
                <Button kind="quiet" small name="_do" value="slot">
                  {words.save[language]}
                </Button>
              )}
            </div>
          </Form>
        )
      })}
    </Panel>
  )
}

export function Substitutes({ loaded: { meeting, seats, accounts, bodies }, refusal }: Props) {
  const language = useLanguage()
  const of = (deed: string) => (refusal?.values['_do'] === deed ? refusal : undefined)
  const named = seats.filter((seat) => seat.substitutes && seat.leftOn === null)
  const absent = seats.filter((seat) => seat.leftOn === null && !seat.substitutes && seat.role !== 'chair')
  const nameOf = (memberId: string) => seats.find((seat) => seat.memberId === memberId)?.name ?? ''
  return (
    <Panel title={words.substitutes[language]} id="du-thay">
      <p className="hint">{words.substitutesHint[language]}</p>
      {named.map((seat) => (
        <div key={seat.memberId}>
          <p>
            <b>{seat.name}</b>,{' '}
            {fill(words.sitsFor[language], {
              name: nameOf(seat.substitutes?.memberId ?? ''),
              number: seat.substitutes?.mandateNumber ?? '',
              date: formatDate(seat.substitutes?.mandateDate ?? ''),
            })}
          </p>
          {meeting.state === 'closed' ? null : (
            <Disclose summary={words.takeBack[language]} open={of('withdraw') !== undefined}>
              <Form refusal={of('withdraw')} scope={seat.memberId}>
                {of('withdraw') ? <ErrorSummary /> : null}
                <input type="hidden" name="memberId" value={seat.memberId} />
                <Field name="reason" label={words.reason[language]} />
                <Button kind="danger" small name="_do" value="withdraw">
                  {words.takeBack[language]}
                </Button>
              </Form>
            </Disclose>
          )}
        </div>
      ))}
      {meeting.state === 'closed' ? null : (
        <Disclose summary={words.nameSubstitute[language]} open={of('substitute') !== undefined}>
          <Form refusal={of('substitute')} scope="substitute">
            {of('substitute') ? <ErrorSummary /> : null}
            <Select
              name="memberId"
              label={words.absent[language]}
              choices={absent.map((seat) => ({ value: seat.memberId, label: `${seat.name}, ${seat.post}` }))}
            />
            <Select
              name="accountId"
              label={words.person[language]}
              choices={accounts.map((account) => ({ value: account.id, label: `${account.name} (${account.username ?? ''})` }))}
            />
            <Field name="post" label={words.post[language]} maxLength={150} />
            <Select
              name="bodyId"
              label={words.body[language]}
              empty={words.sameBody[language]}
              choices={bodies.map((body) => ({ value: body.id, label: body.name }))}
            />
            <Field name="mandateNumber" label={words.mandateNumber[language]} size="middle" maxLength={60} />
            <DateField name="mandateDate" label={words.mandateDate[language]} />
            <Button name="_do" value="substitute">
              {words.nameSubstitute[language]}
            </Button>
          </Form>
        </Disclose>
      )}
    </Panel>
  )
}
