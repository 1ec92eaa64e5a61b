// Parts of the office's page of a council: its members, its establishment, a new meeting.
import { formatDate } from '#/platform/text/format.ts'
import { modeWords, roleWords } from '#/programme/council/council.messages.ts'
import { fill } from '../council/council-pages.messages.ts'
import { Button } from '../ui/button.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './council-office.messages.ts'
import { words as work } from './council-work.messages.ts'
import type { councilFor, roundsFor } from '#/programme/council/council.lists.ts'

type Loaded = Awaited<ReturnType<typeof councilFor>> & { rounds: Awaited<ReturnType<typeof roundsFor>> }

export function Members({
  loaded,
  refusal,
  of,
}: {
  loaded: Pick<Loaded, 'council' | 'seats' | 'bodies' | 'accounts'> & {
    departments: readonly { department: string; title: { vi: string; en: string } }[]
  }
  refusal: FormRefusal | undefined
  of: (verb: string) => FormRefusal | undefined
}) {
  const language = useLanguage()
  const { council, seats, bodies, accounts, departments } = loaded
  const body = (id: string | null) => bodies.find((entry) => entry.id === id)?.shortName ?? ''
  return (
    <Panel title={words.members[language]} id="thanh-vien">
      {seats.length === 0 ? null : (
        <Table
          caption={words.members[language]}
          rows={seats}
          rowKey={(seat) => seat.memberId}
          columns={[
            {
              key: 'n',
              label: language === 'vi' ? 'TT' : 'No.',
              narrow: 'hide',
              cell: (seat) => <span className="num">{seat.ordinal}</span>,
            },
            { key: 'name', label: words.account[language], head: true, cell: (seat) => seat.name },
            {
              key: 'post',
              label: words.post[language],
              cell: (seat) => [seat.post, body(seat.bodyId)].filter((part) => part !== '').join(', '),
            },
            { key: 'role', label: words.role[language], cell: (seat) => roleWords[seat.role][language] },
            {
              key: 'do',
              label: language === 'vi' ? 'Thay đổi' : 'Change',
              narrow: 'full',
              cell: (seat) =>
                seat.leftOn !== null ? (
                  <span className="quiet">{fill(words.leftOn[language], { date: formatDate(seat.leftOn) })}</span>
                ) : council.state === 'draft' ? (
                  <Form className="row">
                    <input type="hidden" name="memberId" value={seat.memberId} />
                    <Button kind="quiet" small name="_do" value="leave">
                      {words.remove[language]}
                      <span className="vh"> {seat.name}</span>
                    </Button>
                  </Form>
                ) : (
                  <Disclose
                    summary={words.leaves[language]}
                    open={of('leave') !== undefined && refusal?.values['memberId'] === seat.memberId}
                  >
                    <Form refusal={refusal?.values['memberId'] === seat.memberId ? of('leave') : undefined}>
                      <ErrorSummary />
                      <input type="hidden" name="memberId" value={seat.memberId} />
                      <Field name="reason" label={`${words.reason[language]}: ${seat.name}`} />
                      <Button kind="danger" small name="_do" value="leave">
                        {words.leaves[language]}
                      </Button>
                    </Form>
                  </Disclose>
                ),
            },
          ]}
        />
      )}
      <Disclose summary={words.addMember[language]} open={seats.length === 0 || of('add') !== undefined || council.state === 'draft'}>
        <Form refusal={of('add')}>
          <ErrorSummary />
          <Select
            name="accountId"
            label={words.account[language]}
            choices={accounts.map((account) => ({ value: account.id, label: `${account.name} (${account.username ?? ''})` }))}
          />
          <Field name="post" label={words.post[language]} maxLength={150} />
          <Select
            name="bodyId"
            label={words.body[language]}
            empty={words.noBody[language]}
            choices={bodies.map((entry) => ({ value: entry.id, label: entry.name }))}
          />
          <Select
            name="role"
            label={words.role[language]}
            choices={(['chair', 'viceChair', 'member', 'secretary'] as const).map((role) => ({
              value: role,
              label: roleWords[role][language],
            }))}
          />
          <Select
            name="department"
            label={work.department[language]}
            empty={work.byBody[language]}
            choices={departments.map((entry) => ({ value: entry.department, label: entry.title[language] }))}
          />
          <Button kind="quiet" name="_do" value="add">
            {words.addMember[language]}
          </Button>
        </Form>
      </Disclose>
    </Panel>
  )
}

export function Establish({ missing, refusal }: { missing: readonly string[]; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Panel title={words.establish[language]}>
      {missing.length === 0 ? null : (
        <Notice kind="warn">
          <p>{language === 'vi' ? `Còn thiếu: ${missing.join(', ')}.` : `Still missing: ${missing.join(', ')}.`}</p>
        </Notice>
      )}
      <Form refusal={refusal}>
        <ErrorSummary />
        <Field name="number" label={words.number[language]} hint={words.establishHint[language]} size="middle" optional />
        <DateField name="date" label={words.date[language]} />
        <Field name="signer" label={words.signer[language]} />
        <Field name="signerPost" label={words.signerPost[language]} defaultValue="Chủ tịch" />
        <Button name="_do" value="establish">
          {words.establish[language]}
        </Button>
      </Form>
    </Panel>
  )
}

export function Plan({ rounds, refusal }: { rounds: Loaded['rounds']; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Form refusal={refusal}>
      <ErrorSummary />
      <Field name="name" label={words.meetingName[language]} maxLength={200} />
      <Select name="roundId" label={words.round[language]} choices={rounds.map((round) => ({ value: round.id, label: round.name }))} />
      <DateField name="day" label={words.day[language]} />
      <Field name="time" label={words.time[language]} hint={words.timeHint[language]} size="short" />
      <Field name="place" label={words.place[language]} optional />
      <Radios
        name="mode"
        label={words.mode[language]}
        choices={(['meeting', 'writtenOpinion'] as const).map((mode) => ({ value: mode, label: modeWords[mode][language] }))}
      />
      <Button name="_do" value="plan">
        {words.plan[language]}
      </Button>
    </Form>
  )
}
