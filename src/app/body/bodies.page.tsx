import { formatDate } from '#/platform/text/format.ts'
import { addBody } from '#/programme/body/body.actions.ts'
import { bodyKinds, bodyKindWords, bodyRights, partnerKinds } from '#/programme/body/body.ts'
import { listBodies } from '#/programme/body/body.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fill } from '../commune/commune.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { bodiesQuery, PER_PAGE } from './bodies-query.ts'
import { words } from './body.messages.ts'
import type { Route } from './+types/bodies.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const { see, keep } = bodyRights(actor, actor.authority)
  mustSee(see)
  const query = bodiesQuery(url.searchParams)
  return { ...(await listBodies(db, actor.authority, query)), query, keep, search: url.search }
})

export const action = pageAction(async ({ act, form }) => saved(`/co-quan/${await act((ctx) => addBody(ctx, textsOf(form)))}`))

export default function Bodies({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, keep, search } = loaderData
  return (
    <Page
      title={words.bodies[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        keep ? (
          <ButtonLink kind="quiet" href="/nhap-bang/co-quan">
            {words.fromExcel[language]}
          </ButtonLink>
        ) : undefined
      }
    >
      <div className="stack-l">
        <div>
          <Toolbar search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}>
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={bodyKinds.map((kind) => ({ value: kind, label: bodyKindWords[kind][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.bodies[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: words.name[language],
                head: true,
                cell: (row) => (
                  <>
                    <a href={`/co-quan/${row.id}`}>
                      <b>{row.name}</b>
                    </a>{' '}
                    {row.validTo === null ? null : (
                      <State kind="ended">{fill(words.ended[language], { date: formatDate(row.validTo) })}</State>
                    )}
                  </>
                ),
              },
              { key: 'short', label: words.shortName[language], cell: (row) => row.shortName },
              { key: 'kind', label: words.kind[language], cell: (row) => bodyKindWords[row.kind][language] },
              {
                key: 'officers',
                label: words.officers[language],
                align: 'right',
                cell: (row) => <span className="num">{row.officers}</span>,
              },
            ]}
            clearHref="/co-quan"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/co-quan.xlsx${search}`}
          />
        </div>
        {keep ? (
          <Panel title={words.add[language]} small>
            <Form refusal={actionData}>
              <ErrorSummary />
              <Field name="name" label={words.name[language]} maxLength={200} />
              <Field name="shortName" label={words.shortName[language]} size="middle" maxLength={60} />
              <Select
                name="kind"
                label={words.kind[language]}
                choices={partnerKinds.map((kind) => ({ value: kind, label: bodyKindWords[kind][language] }))}
              />
              <div>
                <Button>{words.add[language]}</Button>
              </div>
            </Form>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
