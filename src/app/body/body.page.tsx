import { formatDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { addBodyPapers, removeBodyPaper } from '#/programme/body/body.actions.ts'
import { bodyKindWords, bodyRights } from '#/programme/body/body.ts'
import { bodyById } from '#/programme/body/body.store.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { fill } from '../commune/commune.messages.ts'
import { Papers } from '../files/attachments.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles } from '../producer/incoming.server.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { words } from './body.messages.ts'
import type { Route } from './+types/body.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const body = found(await bodyById(db, params['id']))
  const { see, keep } = bodyRights(actor, body.authority, body.id)
  mustSee(see)
  return { body, keep, list: bodyRights(actor, body.authority).see, files: await attachmentsOf(db, 'body', [body.id]) }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  if (form.get('deed') === 'removeFile') await act((ctx) => removeBodyPaper(ctx, id, form.get('file')))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => addBodyPapers(ctx, id, files, form.get('caption')))
  }
  return saved(`/co-quan/${id}`)
})

export default function BodyPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { body, keep, list, files } = loaderData
  return (
    <Page
      title={body.name}
      crumbs={list ? [{ href: '/co-quan', label: words.bodies[language] }] : []}
      layout="measure"
      marks={
        body.validTo === null ? undefined : <State kind="ended">{fill(words.ended[language], { date: formatDate(body.validTo) })}</State>
      }
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.shortName[language], value: body.shortName },
            { label: words.kind[language], value: bodyKindWords[body.kind][language] },
            { label: words.officers[language], value: String(body.officers) },
            ...(body.taxCode === null ? [] : [{ label: words.taxCode[language], value: body.taxCode }]),
            ...(body.address === null ? [] : [{ label: words.address[language], value: body.address }]),
          ]}
        />
        <Papers files={files} title={words.papers[language]} addLabel={words.addPapers[language]} add={keep} answer={actionData} />
      </div>
    </Page>
  )
}
