import { columns } from '#/programme/import/columns.ts'
import { columnNames, questionWords } from '#/programme/import/import.messages.ts'
import { assignUnit, keepSeparate, leaveUnknown, mergeInto, rejectRow } from '#/programme/import/question.actions.ts'
import { questionById } from '#/programme/import/question.store.ts'
import { recordsByIds } from '#/programme/import/record.store.ts'
import { importRights } from '#/programme/import/rights.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { searchPlaces } from '#/programme/units/units.store.ts'
import { isId } from '#/platform/database/id.ts'
import { wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { Route } from './+types/question.page'
import { importWords as words } from './import-pages.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const id = params['id'] ?? ''
  const question = found(isId(id) ? await questionById(db, id) : null)
  mustSee(importRights(actor, question).decide)
  const query = wordsAsked(url.searchParams)
  const unit = question.kind === 'unit'
  const named = unit ? (question.candidates as { era: 'e2023' | 'e2025'; code: string }[]) : []
  const places = unit ? await searchPlaces(db, { query, named }) : []
  const records = unit ? [] : await recordsByIds(db, question.provinceCode, question.candidates.map(String))
  return {
    question: { kind: question.kind, why: question.why, cells: question.cells, line: question.line, answer: question.answer },
    query,
    places,
    records: records.map(({ id: recordId, values }) => ({
      id: recordId,
      text: [
        values.product,
        values.producer,
        values.decisionNo ?? values.year,
        values.star === null ? null : `${values.star} sao`,
        values.grade,
      ]
        .filter((part) => part !== null)
        .join(' · '),
    })),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const reason = form.get('reason')
  const deed = form.get('deed')
  const typed = String(form.get('otherPlace') ?? '').trim()
  if (deed === 'assign') await act((ctx) => assignUnit(ctx, id, { place: typed || form.get('place'), reason }))
  else if (deed === 'leave') await act((ctx) => leaveUnknown(ctx, id, { reason }))
  else if (deed === 'merge') await act((ctx) => mergeInto(ctx, id, { recordId: form.get('recordId'), reason }))
  else if (deed === 'separate') await act((ctx) => keepSeparate(ctx, id, { reason }))
  else await act((ctx) => rejectRow(ctx, id, { reason }))
  return saved('/nhap-lieu/can-quyet-dinh')
})

export default function QuestionPage({ loaderData: { question, places, records, query }, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const unit = question.kind === 'unit'
  const facts = columns
    .filter((column) => question.cells[column] !== '')
    .map((column) => ({ label: columnNames[column][language], value: question.cells[column] }))
  return (
    <Page
      title={question.cells.product}
      layout="measure"
      crumbs={[
        { href: '/nhap-lieu', label: words.title[language] },
        { href: '/nhap-lieu/can-quyet-dinh', label: words.questions[language] },
      ]}
      lead={questionWords[question.why]?.[language]}
    >
      <div className="stack-l">
        <Panel title={`${words.fromRow[language]} (${words.line[language].toLowerCase()} ${question.line})`} small>
          <Facts facts={facts} />
        </Panel>
        {question.answer === null ? null : (
          <Notice kind="good">
            <p>{words.nothing[language]}</p>
          </Notice>
        )}
        {unit ? (
          <form method="get" className="stack">
            <SearchBox name="q" label={words.findUnit[language]} placeholder={words.findUnit[language]} defaultValue={query} />
          </form>
        ) : null}
        <Form refusal={actionData}>
          <ErrorSummary />
          {unit ? (
            <>
              {places.length === 0 ? null : (
                <Radios
                  name="place"
                  label={words.chooseUnit[language]}
                  choices={places.map((place) => ({
                    value: `${place.era}:${place.code}`,
                    label: place.path,
                    hint: `${place.code}, ${(place.era === 'e2023' ? words.until : words.since)[language]}`,
                  }))}
                />
              )}
              <Field
                name="otherPlace"
                label={words.otherUnit[language]}
                hint={words.otherUnitHint[language]}
                optional
                size="middle"
                maxLength={20}
              />
            </>
          ) : (
            <Radios
              name="recordId"
              label={words.mergeWith[language]}
              choices={records.map((record) => ({ value: record.id, label: record.text }))}
            />
          )}
          <TextArea name="reason" label={words.why[language]} maxLength={1000} rows={2} />
          <div className="row">
            {unit ? (
              <>
                <Button name="deed" value="assign">
                  {words.assign[language]}
                </Button>
                <Button name="deed" value="leave" kind="quiet">
                  {words.leave[language]}
                </Button>
              </>
            ) : (
              <>
                <Button name="deed" value="merge">
                  {words.merge[language]}
                </Button>
                <Button name="deed" value="separate" kind="quiet">
                  {words.separate[language]}
                </Button>
                <Button name="deed" value="reject" kind="danger">
                  {words.reject[language]}
                </Button>
              </>
            )}
          </div>
        </Form>
      </div>
    </Page>
  )
}
