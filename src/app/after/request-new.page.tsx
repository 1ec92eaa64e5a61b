import { recordMinistryRequest } from '#/programme/objection/ministry-request.actions.ts'
import { requestKinds, requestKindWords } from '#/programme/objection/ministry-request.ts'
import { requestSubject } from '#/programme/objection/ministry-request.store.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './after.messages.ts'
import type { Route } from './+types/request-new.page'

export const loader = pageLoader(({ db, actor, params }) => requestSubject(db, actor, params['id']))

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const texts = textsOf(form)
  const files = await incomingFiles(page, form, 'files')
  const id = await act((ctx) => recordMinistryRequest(ctx, params['id'] ?? '', texts, files))
  return saved(`/tinh/yeu-cau-cua-bo/${id}`)
})

export default function NewRequest({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={words.newRequest[language]}
      lead={words.requestLead[language]}
      crumbs={[
        { href: '/tinh/ho-so', label: words.dossiers[language] },
        { href: `/tinh/ho-so/${loaderData.id}`, label: loaderData.productName },
      ]}
      layout="measure"
    >
      <Form upload refusal={refusalIn(actionData)}>
        <ErrorSummary />
        <Radios
          name="kind"
          label={words.requestKind[language]}
          choices={requestKinds
            .filter((kind) => kind === 'reassess' || loaderData.recognised)
            .map((kind) => ({ value: kind, label: requestKindWords[kind][language] }))}
        />
        <Field name="number" label={words.requestNumber[language]} size="middle" maxLength={60} autoComplete="off" />
        <DateField name="datedOn" label={words.datedOn[language]} />
        <TextArea name="content" label={words.requestContent[language]} rows={4} maxLength={5000} />
        <FileField name="files" label={words.requestFiles[language]} multiple />
        <div>
          <Button>{words.newRequest[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
