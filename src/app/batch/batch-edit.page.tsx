import { changeBatch } from '#/programme/batch/batch.actions.ts'
import { batchFor, originsFor } from '#/programme/batch/batch.store.ts'
import { versionFrom } from '#/programme/fields.ts'
import { must } from '#/programme/refuse.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { BatchFields } from './batch-fields.tsx'
import { words } from './batch.messages.ts'
import type { Route } from './+types/batch-edit.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { batch, rights, steps, areas, links } = await batchFor(db, actor, params['id'])
  must(rights.keep && batch.state === 'draft')
  const origins = await originsFor(db, batch)
  // What was chosen stays to be seen, also where its register has ended it.
  const missing = <T extends { id: string }>(all: readonly T[], chosen: readonly T[]) => [
    ...all,
    ...chosen.filter((one) => !all.some((other) => other.id === one.id)),
  ]
  return {
    batch: { ...batch, steps, areas: areas.map((area) => area.id), links: links.map((link) => link.id) },
    origins: { areas: missing(origins.areas, areas), links: missing(origins.links, links) },
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const version = await act((ctx) => changeBatch(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/lo-san-xuat/${id}`, version)
})

export default function BatchEdit({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { batch, origins } = loaderData
  return (
    <Page
      title={`${words.change[language]}: ${batch.number}`}
      crumbs={[
        { href: '/lo-san-xuat', label: words.batches[language] },
        { href: `/lo-san-xuat/${batch.id}`, label: batch.number },
      ]}
      crumbTitle={words.change[language]}
      layout="measure"
    >
      <Form refusal={refusalIn(actionData)} version={batch.version} className="stack">
        <ErrorSummary />
        {batch.revision > 1 ? (
          <TextArea
            name="correction"
            label={words.correction[language]}
            hint={words.correctionHint[language]}
            maxLength={500}
            defaultValue={batch.correction}
          />
        ) : null}
        <BatchFields batch={batch} origins={origins} />
        <div>
          <Button>{words.save[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
