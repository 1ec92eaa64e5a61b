import { formatDate, formatDateTime, formatFileSize } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { addPaperFile, editPaper, removePaper, removePaperFile, replacePaperFile } from '#/programme/paper/paper.actions.ts'
import { filesOf, ownPaper } from '#/programme/paper/paper.store.ts'
import { found } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { EvidenceList, EvidenceTile } from '../ui/evidence-tile.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { paperView } from './dossier.server.ts'
import { incomingFiles, textsOf } from './incoming.server.ts'
import { PaperExpiry } from './paper-expiry.tsx'
import { PaperFields } from './paper-fields.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/paper.page'

export const loader = pageLoader(async ({ db, actor, params, url, now }) => {
  const paper = found(await ownPaper(db, actor, params['id'] ?? ''))
  const files = await filesOf(db, paper.id)
  return {
    id: paper.id,
    version: paper.version,
    title: paper.title,
    expiry: paperView({ ...paper, files: [] }, now).expiry,
    form: {
      kind: paper.kind,
      title: paper.title,
      number: paper.number ?? '',
      issuer: paper.issuer ?? '',
      issuedOn: paper.issuedOn ? formatDate(paper.issuedOn) : '',
      expiresOn: paper.expiresOn ? formatDate(paper.expiresOn) : '',
      holder: paper.holder ?? '',
      scope: paper.scope ?? '',
      confidential: paper.confidential,
    },
    files: files.map((file) => ({
      id: file.id,
      name: file.fileName,
      note: `${formatFileSize(file.size)} · ${formatDateTime(file.uploadedAt)}`,
      preview: file.mediaType.startsWith('image/') || file.mediaType === 'application/pdf' ? `/tep/giay-to/${file.id}/trang/1` : null,
    })),
    saved: url.searchParams.has('da-luu'),
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const [deed, fileId = ''] = (texts['deed'] ?? '').split(':')
  if (deed === 'remove') {
    await act((ctx) => removePaper(ctx, id))
    return saved('/kho-giay-to')
  }
  if (deed === 'removeFile') await act((ctx) => removePaperFile(ctx, id, fileId))
  else if (deed === 'replaceFile') {
    const [file] = await incomingFiles(page, form, 'files')
    if (file) await act((ctx) => replacePaperFile(ctx, id, fileId, file))
  } else if (deed === 'addFiles') {
    const files = await incomingFiles(page, form, 'files')
    for (const file of files) await act((ctx) => addPaperFile(ctx, id, file))
  } else {
    const version = await act((ctx) =>
      editPaper(ctx, id, { ...texts, confidential: texts['confidential'] ?? false }, versionFrom(form.get('_version'))),
    )
    return saved(`/kho-giay-to/${id}?da-luu`, version)
  }
  return saved(`/kho-giay-to/${id}#tep`)
})

export default function PaperPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { title, files, form } = loaderData
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const ofFiles = refusal?.values['deed'] !== undefined
  return (
    <Page
      title={title}
      crumbs={[{ href: '/kho-giay-to', label: words.papers[language] }]}
      layout="measure"
      marks={<PaperExpiry expiry={loaderData.expiry} />}
    >
      {loaderData.saved ? (
        <Notice kind="good" announce>
          {words.saved[language]}
        </Notice>
      ) : null}
      <section className="stack" id="tep" aria-labelledby="tep-tieu-de">
        <h2 id="tep-tieu-de">{words.files[language]}</h2>
        {files.length === 0 ? <p className="hint">{words.noFiles[language]}</p> : null}
        <EvidenceList>
          {files.map((file) => (
            <EvidenceTile
              key={file.id}
              title={file.name}
              note={file.note}
              {...(file.preview ? { preview: `${file.preview}?rong=112` } : {})}
              actions={[
                ...(file.preview ? [{ href: file.preview, label: words.view[language] }] : []),
                { href: `/tep/giay-to/${file.id}`, label: words.download[language] },
              ]}
            >
              <form method="post">
                <Button kind="danger" small name="deed" value={`removeFile:${file.id}`}>
                  {words.remove[language]}
                  <span className="vh"> {file.name}</span>
                </Button>
              </form>
              <Disclose summary={words.replaceFile[language]}>
                <form method="post" encType="multipart/form-data" className="stack">
                  <input type="hidden" name="deed" value={`replaceFile:${file.id}`} />
                  <label className="field">
                    <span className="vh">
                      {words.replaceFile[language]} {file.name}
                    </span>
                    <input className="input input-file" type="file" name="files" accept="image/*,.pdf,.docx,.xlsx,.mp4" />
                  </label>
                  <div>
                    <Button kind="quiet" small>
                      {words.replaceFile[language]}
                    </Button>
                  </div>
                </form>
              </Disclose>
            </EvidenceTile>
          ))}
        </EvidenceList>
        <Form refusal={ofFiles ? refusal : undefined} upload>
          <ErrorSummary />
          <input type="hidden" name="deed" value="addFiles" />
          <FileField
            name="files"
            label={words.addFiles[language]}
            hint={words.filesHint[language]}
            accept="image/*,.pdf,.docx,.xlsx,.mp4"
            multiple
            resumable
          />
          <div>
            <Button kind="quiet" icon="camera">
              {words.addFiles[language]}
            </Button>
          </div>
        </Form>
      </section>
      <Form refusal={ofFiles ? undefined : refusal} version={loaderData.version}>
        <ErrorSummary />
        <PaperFields paper={form} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
      <form method="post" className="stack">
        <p className="hint">{words.removePaperHint[language]}</p>
        <div>
          <Button kind="danger" small name="deed" value="remove">
            {words.removePaper[language]}
          </Button>
        </div>
      </form>
    </Page>
  )
}
