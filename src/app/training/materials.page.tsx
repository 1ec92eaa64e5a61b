import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { serves } from '#/programme/people/actor.ts'
import { addMaterial, endMaterial } from '#/programme/training/material.actions.ts'
import { listMaterials } from '#/programme/training/training.store.ts'
import { frameworks, topics, topicWords } from '#/programme/training/training.ts'
import { pageAsked, withParams, wordsAsked } from '../list-address.ts'
import { AttachmentFields } from '../files/attachments.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { NoMatch } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { MaterialList } from './material-list.tsx'
import { words } from './training.messages.ts'
import type { Route } from './+types/materials.page'

const PER_PAGE = 30

export const loader = pageLoader(async ({ db, actor, url }) => {
  const { searchParams } = url
  const query = {
    search: wordsAsked(searchParams),
    topic: topics.find((one) => one === searchParams.get('noi-dung')) ?? null,
    courseId: null,
    page: pageAsked(searchParams),
    perPage: PER_PAGE,
  }
  const { rows, total } = await listMaterials(db, actor, query)
  const ids = rows.map((row) => row.id)
  return {
    rows,
    total,
    query,
    search: url.search,
    files: await attachmentsOf(db, 'trainingMaterial', ids),
    keep: serves(actor, actor.authority, 'office'),
  }
})

export const action = pageAction(async (page) => {
  const { act, form } = page
  const texts = textsOf(form)
  if (texts['deed'] === 'end') await act((ctx) => endMaterial(ctx, texts['material']))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => addMaterial(ctx, { ...texts, courseId: '' }, files))
  }
  return saved('/tap-huan/tai-lieu')
})

export default function Materials({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, files, keep } = loaderData
  return (
    <Page
      title={words.materials[language]}
      lead={words.materialsLead[language]}
      crumbs={[{ href: '/tap-huan', label: words.training[language] }]}
      layout="measure"
      actions={<PrintButton />}
    >
      <div className="stack-l">
        {total === 0 && search === '' ? (
          <EmptyState title={words.noMaterials[language]} />
        ) : (
          <>
            <Toolbar search={<Field name="q" type="search" label={words.searchMaterials[language]} defaultValue={query.search} />}>
              <Filter
                name="noi-dung"
                label={words.topic[language]}
                value={query.topic}
                choices={topics.map((one) => ({ value: one, label: topicWords[one][language] }))}
              />
            </Toolbar>
            {rows.length === 0 ? <NoMatch clearHref="/tap-huan/tai-lieu" /> : <MaterialList rows={rows} files={files} endable />}
            <Pager page={query.page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
          </>
        )}
        {keep ? (
          <Panel title={words.addMaterial[language]} wash className="no-print">
            <Form upload refusal={refusalOf(actionData, 'add')} scope="add">
              <ErrorSummary />
              <input type="hidden" name="deed" value="add" />
              <Field name="title" label={words.materialTitle[language]} maxLength={300} />
              <Select
                name="framework"
                label={words.framework[language]}
                empty={words.frameworkOther[language]}
                choices={Object.entries(frameworks).map(([value, label]) => ({ value, label: label[language] }))}
              />
              <Select
                name="topic"
                label={words.topic[language]}
                choices={topics.map((one) => ({ value: one, label: topicWords[one][language] }))}
              />
              <Field name="link" label={words.link[language]} optional inputMode="url" maxLength={500} />
              <AttachmentFields optional />
              <div>
                <Button>{words.addMaterial[language]}</Button>
              </div>
            </Form>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
