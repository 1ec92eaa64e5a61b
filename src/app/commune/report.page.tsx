import { formatInstantDate } from '#/platform/text/format.ts'
import { communeFile } from '#/programme/commune/commune.store.ts'
import { addReportPhoto, markReportReady, removeReportPhoto, saveReport } from '#/programme/commune/report.actions.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { useActionData } from 'react-router'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { textOf } from './check-input.ts'
import { words } from './commune.messages.ts'
import { refusalIn } from './refusal.ts'
import { ReportView } from './report-view.tsx'
import type { Route } from './+types/report.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const file = await communeFile(db, services.regulations, actor, params['id'])
  const { dossier, latest, contents, opinions, report } = file
  return {
    id: dossier.id,
    product: latest.snapshot.product.name,
    editable: file.rights.write,
    contents: contents.map((content) => ({
      ...content,
      says: content.criteria.flatMap(({ code }) => latest.snapshot.answers.filter((answer) => answer.criterion === code)),
    })),
    opinions,
    report: report && {
      state: report.state,
      conclusion: report.conclusion,
      proposes: report.proposes,
      version: report.version,
      leaderRemark: report.leaderRemark,
      updatedAt: formatInstantDate(report.updatedAt),
    },
    stale: report !== null && report.state === 'draft' && report.submissionId !== latest.id,
    photos: file.photos,
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const here = `/xa/ho-so/${id}/bao-cao`
  const job = textOf(form, 'viec')
  if (job === 'them-anh') {
    const file = form.get('photo')
    if (!(file instanceof File) || file.size === 0)
      throw new AppError('invalid', {}, { photo: { vi: 'Chọn một ảnh để thêm.', en: 'Choose a photo.' } })
    const bytes = new Uint8Array(await file.arrayBuffer())
    await act((ctx) => addReportPhoto(ctx, id, { name: file.name, bytes }, textOf(form, 'caption')))
    return saved(`${here}#anh`)
  }
  const removed = textOf(form, 'bo-anh')
  if (removed !== '') {
    await act((ctx) => removeReportPhoto(ctx, id, removed))
    return saved(`${here}#anh`)
  }
  const proposes = textOf(form, 'proposes')
  const opinions = Object.fromEntries(
    [...form.keys()].flatMap((name) =>
      name.startsWith('opinion:')
        ? [[name.slice(8), { finding: textOf(form, `finding:${name.slice(8)}`), opinion: textOf(form, name) }]]
        : [],
    ),
  )
  const input = {
    opinions,
    conclusion: textOf(form, 'conclusion'),
    proposes: proposes === 'yes' ? true : proposes === 'no' ? false : null,
    version: Number(textOf(form, '_version')) || 0,
  }
  const version = await act((ctx) => saveReport(ctx, id, input))
  if (job !== 'trinh') return saved(here, version)
  // Saved first, in its own transaction: what was written stays even when it cannot go to the leader yet.
  await act((ctx) => markReportReady(ctx, id))
  return saved(`/xa/ho-so/${id}`)
})

export default function Report({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  const { id, product, contents, opinions, report, editable, photos } = loaderData
  const photoRefused = refusal !== undefined && refusal.values['viec'] === 'them-anh'
  const unfinished = refusal !== undefined && !photoRefused
  return (
    <Page
      title={words.report[language]}
      layout="measure"
      crumbs={[
        { href: '/xa/hop-viec', label: words.inbox[language] },
        { href: `/xa/ho-so/${id}`, label: product },
      ]}
      lead={words.reportLead[language]}
      marks={
        report ? (
          <State kind={report.state === 'issued' ? 'done' : report.state === 'ready' ? 'info' : 'part'} boxed>
            {words[`reportState_${report.state === 'void' ? 'draft' : report.state}`][language]}
          </State>
        ) : undefined
      }
    >
      {report?.leaderRemark && report.state === 'draft' ? (
        <Notice kind="warn" title={words.sentBack[language]}>
          <p>{report.leaderRemark}</p>
        </Notice>
      ) : null}
      {loaderData.stale ? <Notice kind="warn">{words.newSubmission[language]}</Notice> : null}
      {editable ? (
        <Form id="bao-cao" refusal={unfinished ? refusal : undefined} version={report?.version ?? 0} autosave>
          <ErrorSummary />
          {contents.map((content, index) => (
            <fieldset key={content.id} className="panel stack">
              <legend className="vh">{content.title[language]}</legend>
              <h2 className="h3">
                {index + 1}. {content.title[language]}
              </h2>
              {content.says.map((answer) => (
                <div key={answer.criterion} className="quote">
                  <p className="hint">
                    {words.producerSays[language]} ({words.criterion[language].toLowerCase()} {answer.criterion}, {answer.points}/
                    {answer.max})
                  </p>
                  <p>{answer.optionText}</p>
                  {answer.description === '' ? null : <p className="hint">{answer.description}</p>}
                </div>
              ))}
              <Radios
                name={`finding:${content.id}`}
                label={words.finding[language]}
                defaultValue={opinions[content.id]?.finding ?? undefined}
                choices={[
                  { value: 'agrees', label: words.agrees[language] },
                  { value: 'differs', label: words.differs[language] },
                  ...(content.criteria.length === 0 ? [{ value: 'notApplicable', label: words.naFinding[language] }] : []),
                ]}
              />
              <TextArea
                name={`opinion:${content.id}`}
                label={words.opinion[language]}
                hint={words.opinionHint[language]}
                rows={4}
                maxLength={4000}
                defaultValue={opinions[content.id]?.opinion ?? ''}
              />
            </fieldset>
          ))}
          <Radios
            name="proposes"
            label={words.proposes[language]}
            defaultValue={report?.proposes === true ? 'yes' : report?.proposes === false ? 'no' : undefined}
            choices={[
              { value: 'yes', label: words.proposesYes[language] },
              { value: 'no', label: words.proposesNo[language] },
            ]}
          />
          <TextArea
            name="conclusion"
            label={words.conclusion[language]}
            rows={4}
            maxLength={4000}
            defaultValue={report?.conclusion ?? ''}
          />
          <SaveBar>
            <Button name="viec" value="trinh">
              {words.ready[language]}
            </Button>
            <Button kind="quiet" name="viec" value="luu">
              {words.saveReport[language]}
            </Button>
          </SaveBar>
        </Form>
      ) : (
        <section>
          <h2>{words.conclusionOf[language]}</h2>
          <ReportView contents={contents} opinions={opinions} conclusion={report?.conclusion ?? ''} proposes={report?.proposes ?? null} />
        </section>
      )}
      <Panel title={words.photos[language]} id="anh" className="mt-l">
        <ul className="stack mt">
          {photos.map((photo) => (
            <li key={photo.id} className="row">
              <img
                className="thumb"
                src={`/tep/anh-bao-cao/${photo.id}`}
                alt={photo.caption || words.photo[language]}
                width={112}
                height={84}
                loading="lazy"
              />
              <span>{photo.caption}</span>
              {editable ? (
                <Form className="row">
                  <Button kind="quiet" small name="bo-anh" value={photo.id}>
                    {words.removePhoto[language]}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
        {editable ? (
          <Form upload refusal={photoRefused ? refusal : undefined}>
            {photoRefused ? <ErrorSummary /> : null}
            <FileField name="photo" label={words.photo[language]} hint={words.photoHint[language]} accept="image/*" />
            <Field name="caption" label={words.caption2[language]} optional maxLength={200} />
            <div className="row">
              <Button kind="quiet" name="viec" value="them-anh">
                {words.addPhoto[language]}
              </Button>
            </div>
          </Form>
        ) : null}
      </Panel>
    </Page>
  )
}
