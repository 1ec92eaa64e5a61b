import { redirect } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { signedCopyRights } from '#/programme/certificate/certificate.policy.ts'
import { signedCopyDays } from '#/programme/certificate/certificate.settings.ts'
import { paperById } from '#/programme/certificate/register.store.ts'
import { attachSignedCopy } from '#/programme/certificate/signed-copy.actions.ts'
import { editableDocuments } from '#/programme/document/source.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { settingOf } from '#/programme/setting.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CheckBox } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { WordLink } from '../ui/word-link.tsx'
import type { Route } from './+types/clerk-paper.page'
import { clerkWords as words, fillIn, registerWords } from './decision.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const paper = await paperById(db, actor.authority, params['id'] ?? '')
  const rights = signedCopyRights(actor, paper, await settingOf(db, paper.authority, signedCopyDays), plainDateOf(now))
  mustSee(rights.see)
  const { id, title, number, issuedOn, signer, copies } = paper
  return {
    id,
    title,
    number,
    issuedOn,
    signer,
    rights,
    word: (await editableDocuments(db, [id])).has(id),
    copies: copies.map(({ id: copyId, fileName, differs, note, attachedAt }) => ({ id: copyId, fileName, differs, note, attachedAt })),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const name = file instanceof File ? file.name : ''
  await act((ctx) => attachSignedCopy(ctx, id, { bytes, name, differs: form.get('differs') === '1', note: String(form.get('note') ?? '') }))
  return redirect(`/van-thu/${id}`)
})

export default function ClerkPaper({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, number, issuedOn, signer, rights, word, copies } = loaderData
  const language = useLanguage()
  const until = rights.until === null ? '' : formatDate(rights.until)
  return (
    <Page title={title} layout="measure" crumbs={[{ href: '/van-thu', label: words.title[language] }]}>
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.number[language], value: number ?? '' },
            { label: words.date[language], value: issuedOn === null ? '' : formatDate(issuedOn), note: signer ?? '' },
          ]}
        />
        <p className="row">
          <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${id}`}>
            {words.open[language]}
          </ButtonLink>
          {word ? <WordLink href={`/tep/van-ban/${id}.docx`} /> : null}
        </p>
        {copies.length === 0 ? null : (
          <Panel title={words.attached[language]} small>
            <ul>
              {copies.map((copy) => (
                <li key={copy.id}>
                  <a href={`/tep/ban-ky/${copy.id}`}>{copy.fileName}</a> <span className="hint num">{formatDateTime(copy.attachedAt)}</span>
                  {copy.differs ? ` (${registerWords.differs[language]}: ${copy.note ?? ''})` : ''}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {rights.attach ? (
          <Panel title={words.attach[language]} small>
            {until === '' ? null : <p className="hint">{fillIn(words.until[language], { date: until })}</p>}
            <Form refusal={actionData} upload>
              <ErrorSummary />
              <FileField name="file" label={words.file[language]} />
              <CheckBox name="differs" label={words.differs[language]} />
              <Field name="note" label={words.note[language]} optional maxLength={500} />
              <Button>{words.attach[language]}</Button>
            </Form>
          </Panel>
        ) : (
          <Notice kind="warn">
            <p>{fillIn(words.late[language], { date: until })}</p>
          </Notice>
        )}
      </div>
    </Page>
  )
}
