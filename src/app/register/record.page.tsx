import { formatDate } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { checkRecord, endRecord, reopenRecord } from '#/programme/register/register.actions.ts'
import { namedIn, recordFor, recordHistory } from '#/programme/register/register.store.ts'
import { headText, valueText, type Description, type Field as RegisterField, type RecordRow } from '#/programme/register/register.ts'
import { registerAt, registers } from '#/programme/register/registers.ts'
import { seesRegister } from '#/programme/register/rights.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { DateField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { RecordHistory } from './record-history.tsx'
import { RecordMark } from './record-mark.tsx'
import { words } from './register.messages.ts'
import type { Route } from './+types/record.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const register = registerAt(params['register'])
  const { row, rights } = await recordFor(db, actor, register, params['id'])
  const named = await namedIn(db, actor, register, row.id)
  return {
    slug: register.slug,
    row,
    rights,
    named: named.map((one) => ({ slug: one.register.slug, title: one.register.title, column: one.column, open: one.open })),
    linked: registers.filter((other) => seesRegister(actor, other)).map((other) => other.table),
    history: await recordHistory(db, register, row.id),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const register = registerAt(params['register'])
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'check') await act((ctx) => checkRecord(ctx, register, id, versionFrom(texts['version'])))
  else if (texts['deed'] === 'reopen') await act((ctx) => reopenRecord(ctx, register, id, texts))
  else await act((ctx) => endRecord(ctx, register, id, texts))
  return saved(`/so-theo-doi/${register.slug}/${id}`)
})

export default function RecordPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { slug, row, rights, named, linked, history } = loaderData
  const register = registerAt(slug)
  return (
    <Page
      title={headText(register, row, language)}
      crumbs={[
        { href: '/so-theo-doi', label: words.registers[language] },
        { href: `/so-theo-doi/${slug}`, label: register.title[language] },
      ]}
      layout="measure"
      marks={<RecordMark register={register} row={row} />}
      {...(rights.change
        ? {
            actions: (
              <ButtonLink kind="quiet" href={`/so-theo-doi/${slug}/${row.id}/sua`}>
                {words.change[language]}
              </ButtonLink>
            ),
          }
        : {})}
    >
      <div className="stack-l">
        <Facts facts={factsOf(register, row, linked, language)} />
        {rights.check && row.checkedOn === null ? (
          <Panel title={words.check[language]} small wash>
            <p>{words.checkLead[language]}</p>
            <DeedForm deed="check" answer={actionData} label={words.check[language]}>
              <input type="hidden" name="version" value={row.version} />
            </DeedForm>
          </Panel>
        ) : null}
        {named.length === 0 ? null : (
          <section className="stack" aria-labelledby="cac-so">
            <h2 id="cac-so">{words.named[language]}</h2>
            <ul>
              {named.map((one) => (
                <li key={one.slug}>
                  <a href={`/so-theo-doi/${one.slug}?cua=${one.column}&ma=${row.id}`}>{`${one.title[language]}: ${one.open}`}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <RecordHistory register={register} events={history} />
        {rights.reopen ? (
          <Panel title={words.reopen[language]} small wash>
            <p>{words.reopenLead[language]}</p>
            <DeedForm deed="reopen" answer={actionData} label={words.reopen[language]}>
              <TextArea name="reason" label={words.reason[language]} rows={3} maxLength={1000} />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.end ? (
          <Panel title={words.end[language]} small wash>
            <p>{words.endLead[language]}</p>
            <DeedForm deed="end" kind="danger" answer={actionData} label={words.end[language]}>
              <DateField name="endedOn" label={words.endedOn[language]} hint={words.endedHint[language]} />
              <TextArea name="reason" label={words.reason[language]} rows={3} maxLength={1000} />
            </DeedForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}

function factsOf(register: Description, row: RecordRow, linked: readonly string[], language: 'vi' | 'en'): Fact[] {
  const facts = register.fields.flatMap((field): Fact[] => {
    const text = valueText(field, row, language)
    return text === '' ? [] : [{ label: field.label[language], value: linkOf(field, row, linked, text) }]
  })
  const ended = row.endedOn === null ? [] : [{ label: words.endedOn[language], value: formatDate(row.endedOn) }]
  const checked = row.checkedOn === null ? [] : [{ label: words.checked[language], value: formatDate(row.checkedOn) }]
  return [...facts, ...checked, ...ended]
}

/** An address opens; a record of another register leads to its page. */
function linkOf(field: RegisterField, row: RecordRow, linked: readonly string[], text: string): Fact['value'] {
  if (field.kind === 'link')
    return (
      <a href={text} rel="noopener nofollow">
        {text}
      </a>
    )
  const other = field.kind === 'reference' ? registers.find((one) => one.table === field.to && linked.includes(one.table)) : undefined
  return other ? <a href={`/so-theo-doi/${other.slug}/${String(row[field.column])}`}>{text}</a> : text
}
