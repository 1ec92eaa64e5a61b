import { must } from '#/programme/refuse.ts'
import { contentOf } from '#/programme/report/compute.actions.ts'
import { rowsOf } from '#/programme/report/form.ts'
import { sendBackReport } from '#/programme/report/judge.actions.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './report.messages.ts'
import type { Route } from './+types/send-back.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { report, rights } = await reportFor(db, actor, params['id'])
  must(rights.above && rights.sendBack)
  return { report, rows: rowsOf(await contentOf(db, report)).map(({ code, title }) => ({ code, title })) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => sendBackReport(ctx, id, textsOf(form)))
  return saved(`/bao-cao/${id}`)
})

export default function SendBack({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { report, rows } = loaderData
  return (
    <Page
      title={words.sendBack[language]}
      eyebrow={report.callTitle}
      crumbs={[
        { href: '/bao-cao', label: words.reports[language] },
        { href: `/bao-cao/${report.id}`, label: report.unitName },
      ]}
      layout="measure"
    >
      <DeedForm deed="sendBack" kind="danger" answer={actionData} label={words.sendBack[language]}>
        <TextArea name="remark" label={words.remarkWhole[language]} optional rows={3} maxLength={2000} />
        <h2>{words.remarkRows[language]}</h2>
        {rows.map((row) => (
          <TextArea key={row.code} name={`remark.${row.code}`} label={row.title} optional rows={2} maxLength={2000} />
        ))}
      </DeedForm>
    </Page>
  )
}
