import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong } from '#/platform/text/format.ts'
import { addEntryPapers, enterMoney, type TypedKind } from '#/programme/money/entry.actions.ts'
import { answerable } from '#/programme/money/entry.store.ts'
import { lineFor, openLines } from '#/programme/money/money.store.ts'
import { entryKinds, kindRules } from '#/programme/money/money.ts'
import { found, must } from '#/programme/refuse.ts'
import { fill } from '../commune/commune.messages.ts'
import { AttachmentFields } from '../files/attachments.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './money.messages.ts'
import type { Route } from './+types/entry-new.page'

function kindIn(text: string | undefined): TypedKind {
  return found(entryKinds.find((kind): kind is TypedKind => kind === text && kind !== 'transferIn'))
}

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const kind = kindIn(params['kind'])
  const { line, keep, choices } = await lineFor(db, actor, params['id'])
  must(keep)
  const answers = kindRules[kind].answers
  const lines = kind === 'transferOut' ? await openLines(db, line.authority) : []
  return {
    kind,
    line,
    sources: choices.map((source) => ({ value: source.id, label: source.name })),
    answers: answers === 'commitment' || answers === 'disbursement' ? await answerable(db, line.id, answers) : null,
    lines: lines
      .filter((one) => one.id !== line.id && one.year >= line.year)
      .map((one) => ({ value: one.id, label: `${one.title} (${one.year})` })),
    today: formatDate(plainDateOf(now)),
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const kind = kindIn(params['kind'])
  const files = await incomingFiles(page, form, 'files')
  const texts = textsOf(form)
  const id = await act(async (ctx) => {
    const entryId = await enterMoney(ctx, params['id'] ?? '', kind, texts)
    if (files.length > 0) await addEntryPapers(ctx, entryId, files, texts['caption'])
    return entryId
  })
  return saved(`/kinh-phi/but-toan/${id}`)
})

export default function EntryNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { kind, line, sources, answers, lines, today } = loaderData
  const rule = kindRules[kind]
  const payee = kind === 'commitment' || kind === 'disbursement'
  const byPaper = ['allocation', 'cut', 'transferOut', 'carryOver', 'settlement'].includes(kind)
  return (
    <Page
      title={rule.words[language]}
      eyebrow={line.title}
      crumbs={[
        { href: '/kinh-phi', label: words.money[language] },
        { href: `/kinh-phi/khoan/${line.id}`, label: line.title },
      ]}
      lead={words.enterHint[language]}
      layout="measure"
    >
      <Form upload refusal={actionData}>
        <ErrorSummary />
        {answers === null ? null : answers.length === 0 && rule.must ? (
          <p className="hint">{words.noneAnswerable[language]}</p>
        ) : (
          <Select
            name="answersId"
            label={(rule.answers === 'commitment' ? words.answersCommitment : words.answersDisbursement)[language]}
            hint={words.answersHint[language]}
            optional={!rule.must}
            choices={answers.map((one) => ({
              value: one.id,
              label: [
                formatDate(one.onDay),
                one.payee,
                formatDong(one.amount),
                fill(words.left[language], { left: formatDong(one.left) }),
              ].join(' · '),
            }))}
          />
        )}
        {rule.must ? null : (
          <Select name="sourceId" label={words.source[language]} optional={answers !== null && answers.length > 0} choices={sources} />
        )}
        {kind === 'transferOut' ? (
          <Select name="toLineId" label={words.toLine[language]} hint={words.toLineHint[language]} choices={lines} />
        ) : null}
        <MoneyField name="amount" label={words.amount[language]} />
        <DateField name="onDay" label={words.onDay[language]} defaultValue={today} />
        {payee ? (
          <Field name="payee" label={words.payee[language]} optional={answers !== null && answers.length > 0} maxLength={300} />
        ) : null}
        <Field name="decisionNumber" label={words.decisionNumber[language]} optional={!byPaper} size="middle" maxLength={100} />
        <TextArea name="note" label={words.note[language]} optional rows={2} maxLength={1000} />
        <AttachmentFields optional={kind !== 'settlement'} />
        {actionData?.code === 'money.same' ? <CheckBox name="again" label={words.again[language]} /> : null}
        <div>
          <Button>{words.enter[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
