import { communeFile } from '#/programme/commune/commune.store.ts'
import { issueReport } from '#/programme/commune/issue.actions.ts'
import { sendBackReport } from '#/programme/commune/report.actions.ts'
import { useActionData } from 'react-router'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { textOf } from './check-input.ts'
import { words } from './commune.messages.ts'
import { Documents } from './dossier-parts.tsx'
import { refusalIn } from './refusal.ts'
import { ReportView } from './report-view.tsx'
import type { Route } from './+types/issue.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { rights, dossier, latest, contents, opinions, report, photos, documents } = await communeFile(
    db,
    services.regulations,
    actor,
    params['id'],
  )
  return {
    id: dossier.id,
    product: latest.snapshot.product.name,
    may: rights.issue,
    contents,
    opinions,
    photos,
    conclusion: report?.conclusion ?? '',
    proposes: report?.proposes ?? null,
    documents: documents.filter((document) => document.kind === 'communeReport' || document.kind === 'communeProposal'),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  if (textOf(form, 'viec') === 'tra-lai') await act((ctx) => sendBackReport(ctx, id, { remark: textOf(form, 'remark') }))
  else await act((ctx) => issueReport(ctx, id, { post: textOf(form, 'post') === 'viceChair' ? 'viceChair' : 'chair' }))
  return saved(`/xa/ho-so/${id}`)
})

export default function Issue({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  const back = refusal?.values['viec'] === 'tra-lai'
  const { id, product, may, proposes, photos } = loaderData
  return (
    <Page
      title={words.issue[language]}
      layout="measure"
      crumbs={[
        { href: '/xa/hop-viec?muc=toSign', label: words.toSign[language] },
        { href: `/xa/ho-so/${id}`, label: product },
      ]}
      lead={product}
    >
      <h2>{words.report[language]}</h2>
      <ReportView {...loaderData} />
      {photos.length === 0 ? null : (
        <p className="row mt">
          {photos.map((photo) => (
            <a key={photo.id} href={`/tep/anh-bao-cao/${photo.id}`}>
              <img
                className="thumb"
                src={`/tep/anh-bao-cao/${photo.id}`}
                alt={photo.caption || words.photo[language]}
                width={112}
                height={84}
                loading="lazy"
              />
            </a>
          ))}
        </p>
      )}
      {may ? (
        <div className="stack mt-l">
          <Form refusal={back ? undefined : refusal}>
            {back ? null : <ErrorSummary />}
            <Radios
              name="post"
              label={words.post[language]}
              hint={words.issueLead[language]}
              defaultValue="chair"
              choices={[
                { value: 'chair', label: words.chair[language] },
                { value: 'viceChair', label: words.viceChair[language] },
              ]}
            />
            <SaveBar>
              <Button kind={proposes === false ? 'danger' : 'primary'} name="viec" value="ban-hanh">
                {(proposes === false ? words.issueNo : words.issuePress)[language]}
              </Button>
            </SaveBar>
          </Form>
          <Disclose summary={words.sendBack[language]} open={back}>
            <Form refusal={back ? refusal : undefined}>
              {back ? <ErrorSummary /> : null}
              <TextArea name="remark" label={words.sendBackRemark[language]} rows={3} maxLength={2000} />
              <div className="row">
                <Button kind="quiet" icon="returned" name="viec" value="tra-lai">
                  {words.sendBack[language]}
                </Button>
              </div>
            </Form>
          </Disclose>
        </div>
      ) : loaderData.documents.length > 0 ? (
        <Documents documents={loaderData.documents} />
      ) : (
        <Notice>{words.notReady[language]}</Notice>
      )}
    </Page>
  )
}
