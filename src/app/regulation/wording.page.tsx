import { useActionData } from 'react-router'
import { formatDateTime, formatNumber } from '#/platform/text/format.ts'
import { must } from '#/programme/refuse.ts'
import { keepsRegulations, readsRegulations } from '#/programme/regulation-revision/rights.ts'
import {
  loadWording,
  MOST_WORDING_BYTES,
  ownWords,
  readWordingFile,
  takeWordingBack,
} from '#/programme/regulation-revision/wording.actions.ts'
import { wordingRevisions } from '#/programme/regulation-revision/wording.store.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import { textOfFile } from './upload.server.ts'
import type { Route } from './+types/wording.page'

export const loader = pageLoader(async ({ db, actor, params, lang, services }) => {
  const { provinceCode } = services.config
  must(readsRegulations(actor, provinceCode))
  const { id, regulation } = ownWords(services.regulations, params['regulation'] ?? '')
  const worn = services.regulations.get(id).wording
  const revisions = await wordingRevisions(db, id)
  return {
    id,
    keeps: keepsRegulations(actor, provinceCode),
    title: regulation.title[lang],
    named: worn ? regulation.sets.filter(({ set }) => worn.sets.includes(set)).map(({ set, title }) => ({ set, title: title.vi })) : [],
    revisions: revisions.map(({ wording: _words, ...row }) => row),
  }
})

export const action = pageAction(async ({ act, form, params, actor, services }) => {
  const id = params['regulation'] ?? ''
  must(keepsRegulations(actor, services.config.provinceCode))
  if (form.get('deed') === 'back') {
    await act((ctx) => takeWordingBack(ctx, id, { ordinal: form.get('ordinal'), reason: form.get('backReason') }))
    return saved(`/quan-tri/quy-dinh/${id}/loi-van`)
  }
  const file = await textOfFile(form, MOST_WORDING_BYTES)
  if (form.get('deed') === 'check') {
    const { changed, untouchedSets } = await readWordingFile(services.regulations, id, file)
    return { checked: { changed, left: untouchedSets.length } }
  }
  await act((ctx) => loadWording(ctx, id, file, { reason: form.get('reason') }))
  return saved(`/quan-tri/quy-dinh/${id}/loi-van`)
})

export default function WordingOfRegulation({ loaderData: { id, keeps, title, named, revisions } }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const checked = answered && 'checked' in answered ? answered.checked : null
  const back = refusal?.values['deed'] === 'back'
  return (
    <Page
      title={filled(words.wordingTitle[language], { id })}
      eyebrow={title}
      lead={words.wordingLead[language]}
      crumbs={[{ href: '/quan-tri/quy-dinh', label: words.title[language] }]}
      crumbTitle={words.words[language]}
    >
      <div className="stack-l">
        {checked === null ? null : (
          <Notice kind="good" announce>
            {filled(words.wouldChange[language], { n: formatNumber(checked.changed), left: checked.left })}
          </Notice>
        )}
        {named.length === 0 ? null : (
          <Panel title={words.bothTexts[language]}>
            <ul>
              {named.map(({ set, title: name }) => (
                <li key={set}>
                  <a className="tap" href={`/quan-tri/quy-dinh/${id}/loi-van/${set}`}>
                    {set}. {name}
                  </a>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <section>
          <h2 className="mb">{words.wordingRevisions[language]}</h2>
          {revisions.length === 0 ? (
            <EmptyState title={words.noWording[language]} />
          ) : (
            <Table
              caption={words.wordingRevisions[language]}
              rows={revisions}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'source',
                  label: words.source[language],
                  head: true,
                  cell: (row) => (
                    <>
                      {row.ordinal}. {row.hash === null ? words.backToOurs[language] : row.source}
                      <small className="block quiet">{row.reason}</small>
                    </>
                  ),
                },
                { key: 'file', label: words.file[language], cell: (row) => row.fileName || '–' },
                { key: 'changed', label: words.changedTexts[language], align: 'right', cell: (row) => formatNumber(row.changed) },
                { key: 'hash', label: words.hash[language], cell: (row) => <span className="code">{row.hash?.slice(0, 12) ?? '–'}</span> },
                { key: 'by', label: words.loadedBy[language], cell: (row) => row.loadedByName },
                { key: 'at', label: words.loadedAt[language], cell: (row) => formatDateTime(row.loadedAt) },
              ]}
            />
          )}
        </section>
        {keeps ? (
          <Panel title={words.load[language]}>
            <Form upload refusal={back ? undefined : refusal}>
              <ErrorSummary />
              <FileField name="file" label={words.file[language]} accept=".yaml,.yml" />
              <TextArea name="reason" label={words.reason[language]} hint={words.reasonHint[language]} maxLength={1000} />
              <div className="row">
                <Button name="deed" value="load">
                  {words.store[language]}
                </Button>
                <Button kind="quiet" name="deed" value="check">
                  {words.check[language]}
                </Button>
              </div>
            </Form>
          </Panel>
        ) : null}
        {keeps && revisions.length > 0 ? (
          <Disclose summary={words.takeBack[language]} open={back}>
            <Form scope="back" refusal={back ? refusal : undefined}>
              <ErrorSummary />
              <input type="hidden" name="deed" value="back" />
              <Select
                name="ordinal"
                label={words.backTo[language]}
                empty={false}
                choices={[
                  { value: '0', label: words.ours[language] },
                  ...revisions
                    .filter((row) => row.hash !== null)
                    .map((row) => ({ value: String(row.ordinal), label: `${row.ordinal}. ${row.source}` })),
                ]}
              />
              <TextArea name="backReason" label={words.reason[language]} hint={words.reasonHint[language]} maxLength={1000} />
              <div>
                <Button kind="danger">{words.takeBack[language]}</Button>
              </div>
            </Form>
          </Disclose>
        ) : null}
      </div>
    </Page>
  )
}
