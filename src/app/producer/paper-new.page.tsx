import { addPaper } from '#/programme/paper/paper.actions.ts'
import { paperKind } from '#/programme/paper/paper.kinds.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { ownProducers } from '#/programme/producer/producer.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { incomingFiles, textsOf } from './incoming.server.ts'
import { emptyPaper, PaperFields } from './paper-fields.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/paper-new.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(producersOf(actor).length > 0)
  const producers = await ownProducers(db, actor)
  return {
    kind: paperKind(url.searchParams.get('loai') ?? '')?.id ?? '',
    producers: producers.map((one) => ({ value: one.id, label: one.name })),
  }
})

export const action = pageAction(async (page) => {
  const { act, form } = page
  const texts = textsOf(form)
  const files = await incomingFiles(page, form, 'files')
  const id = await act((ctx) => addPaper(ctx, texts['producerId'] ?? '', { ...texts, confidential: texts['confidential'] ?? false }, files))
  return saved(`/kho-giay-to/${id}?da-luu`)
})

export default function NewPaper({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { producers, kind } = loaderData
  return (
    <Page title={words.addPaper[language]} crumbs={[{ href: '/kho-giay-to', label: words.papers[language] }]} layout="measure">
      <Form refusal={actionData} upload>
        <ErrorSummary />
        {producers.length === 1 ? (
          <input type="hidden" name="producerId" value={producers[0]?.value} />
        ) : (
          <Select name="producerId" label={words.producer[language]} choices={producers} />
        )}
        <FileField
          name="files"
          label={words.files[language]}
          hint={words.filesHint[language]}
          accept="image/*,.pdf,.docx,.xlsx,.mp4"
          multiple
          resumable
        />
        <PaperFields paper={{ ...emptyPaper, kind }} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
