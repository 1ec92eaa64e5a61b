import { redirect, useActionData } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { issueCouncilReport, saveCouncilReport } from '#/programme/council/council-paper.actions.ts'
import { councilReport, reportFacts } from '#/programme/council/council-paper.store.ts'
import { reportItem, reportText } from '#/programme/council/council-paper.ts'
import { meetingById, recusedItems } from '#/programme/council/meeting.store.ts'
import { meetingRights } from '#/programme/council/rights.ts'
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { IssuedPapers, PaperForms } from '../office/council-paper.tsx'
import { words } from '../office/council-work.messages.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { words as councilWords } from './council-pages.messages.ts'
import type { Route } from './+types/report.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const meeting = await meetingById(db, params['meetingId'] ?? '')
  const mine = meetingRights(actor, meeting)
  mustSee(mine.maySee)
  const role = meeting.seats.find((seat) => seat.memberId === mine.memberId)?.role
  must(mine.isOffice || role === 'chair' || role === 'secretary')
  // The report tells every result of the session.
  must((await recusedItems(db, meeting.id, actor.accountId)).length === 0)
  mustSee(meeting.state === 'closed')
  const facts = await reportFacts(db, meeting)
  return {
    meeting: { id: meeting.id, name: meeting.name },
    paper: await councilReport(db, meeting.id),
    firstText: reportText(facts),
    items: facts.results.map(reportItem),
    mayIssue: mine.isOffice || role === 'chair',
    chair: meeting.seats.find((seat) => seat.role === 'chair' && seat.leftOn === null)?.name ?? '',
    today: formatDate(plainDateOf(now)),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const meetingId = params['meetingId'] ?? ''
  const given = (name: string) => form.get(name)
  if (given('_do') === 'save')
    await act((ctx) => saveCouncilReport(ctx, meetingId, { text: given('text'), version: Number(given('_version')) }))
  else if (given('_do') === 'issue')
    await act((ctx) => issueCouncilReport(ctx, meetingId, { number: given('number'), date: given('date'), signer: given('signer') }))
  else throw new AppError('badRequest', { reason: '_do' })
  return redirect(`/hoi-dong/ky-hop/${meetingId}/bao-cao`, 303)
})

export default function Report({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const { meeting, paper, firstText, items, mayIssue, chair, today } = loaderData
  return (
    <Page
      title={words.report[language]}
      lead={`${meeting.name}. ${words.reportLead[language]}`}
      crumbs={[{ href: '/hoi-dong/ky-hop', label: councilWords.meetings[language] }]}
    >
      <div className="stack">
        <Table
          caption={words.report[language]}
          rows={items}
          rowKey={(row) => `${row.product}${row.producer}`}
          columns={[
            { key: 'product', label: councilWords.product[language], head: true, cell: (row) => row.product },
            { key: 'producer', label: language === 'vi' ? 'Chủ thể' : 'Producer', cell: (row) => row.producer },
            {
              key: 'mean',
              label: words.mean[language],
              align: 'right',
              cell: (row) => <span className="num">{row.mean === null ? '–' : decimalComma(row.mean)}</span>,
            },
            { key: 'outcome', label: language === 'vi' ? 'Kết quả' : 'Result', cell: (row) => row.outcome },
          ]}
        />
        {paper?.documentId ? (
          <IssuedPapers papers={[paper]} />
        ) : (
          <PaperForms
            draft={paper}
            firstText={firstText}
            mayIssue={mayIssue}
            chair={chair}
            today={today}
            refusal={answered && 'refused' in answered ? answered : undefined}
          />
        )}
      </div>
    </Page>
  )
}
