import { redirect, useActionData } from 'react-router'
import { itemFor } from '#/programme/council/item.view.ts'
import { finaliseSheet } from '#/programme/council/sheet.actions.ts'
import { finalFaults } from '#/programme/council/sheet.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { words } from './council-pages.messages.ts'
import { SheetRead } from './sheet-form.tsx'
import { groupsOf } from './sheet-model.ts'
import type { Route } from './+types/finalise.page'

export const loader = pageLoader(async ({ db, services, actor, params, now, lang }) => {
  const itemId = params['itemId'] ?? ''
  const view = await itemFor(db, services.regulations, actor, itemId, now)
  mustSee(view.kind === 'item')
  const pack = found(view.pack)
  const own = found(view.own)
  if (own.sheet.state !== 'draft') throw redirect(`/hoi-dong/muc/${itemId}`)
  const faults = finalFaults(pack.form, pack.cases, own.sheet.answers)
  return {
    itemId,
    product: view.product,
    meetingId: view.meetingId,
    mayFinalise: view.mine.mayFinalise,
    version: own.sheet.version,
    sums: own.sums,
    parts: pack.form.parts.map((part) => ({ label: `${part.code}. ${part.title}`, points: own.sums.parts[part.code] ?? 0, max: part.max })),
    missing: Object.entries(faults).map(([field, text]) => ({ code: field.slice(2), text: text[lang] })),
    groups: groupsOf({
      form: pack.form,
      cases: pack.cases,
      answers: own.sheet.answers,
      own: {},
      flagged: new Set(),
      first: own.first?.answers ?? null,
      scope: view.scope,
    }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const itemId = params['itemId'] ?? ''
  await act((ctx) => finaliseSheet(ctx, itemId, Number(form.get('_version'))))
  return redirect(`/hoi-dong/muc/${itemId}`, 303)
})

export default function Finalise({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const { itemId, product, meetingId, mayFinalise, version, sums, parts, missing, groups } = loaderData
  const sheet = `/hoi-dong/muc/${itemId}`
  return (
    <Page
      title={words.checkTitle[language]}
      eyebrow={product}
      lead={words.checkLead[language]}
      crumbs={[
        { href: `/hoi-dong/ky-hop/${meetingId}`, label: words.agenda[language] },
        { href: sheet, label: words.sheet[language] },
      ]}
    >
      <div className="stack">
        {refusal === undefined ? null : (
          <Form refusal={refusal}>
            <ErrorSummary />
          </Form>
        )}
        {missing.length === 0 ? null : (
          <Notice kind="warn" title={`${words.unanswered[language]}: ${missing.length}`}>
            <ul>
              {missing.map((entry) => (
                <li key={entry.code}>
                  <a href={`${sheet}?tc=${encodeURIComponent(entry.code)}#dang-cham`}>{entry.text}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {mayFinalise ? null : (
          <Notice>
            <p>{words.notPresent[language]}</p>
          </Notice>
        )}
        <Facts
          facts={[
            { label: words.total[language], value: <b className="num">{sums.total}</b> },
            ...parts.map((part) => ({
              label: part.label,
              value: (
                <span className="num">
                  {part.points}/{part.max}
                </span>
              ),
            })),
          ]}
        />
        <SheetRead groups={groups} />
        <Form version={version} className="row">
          {missing.length === 0 && mayFinalise ? <Button>{words.finish[language]}</Button> : null}
          <ButtonLink kind="quiet" href={sheet}>
            {words.back[language]}
          </ButtonLink>
        </Form>
      </div>
    </Page>
  )
}
