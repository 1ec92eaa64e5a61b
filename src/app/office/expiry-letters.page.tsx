import { redirect } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { endingWithoutLetter, EXPIRY_SYMBOL, issueExpiryLetters } from '#/programme/certificate/expiry-letter.actions.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Checks } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { fillIn, registerWords as words } from './decision.messages.ts'
import { IssuingFields } from './issuing-fields.tsx'
import { issuingForm } from './issuing-form.server.ts'
import type { Route } from './+types/expiry-letters.page'

/** `giay`: the certificate marked beforehand. `da-gui`: how many letters were sent just now. */
export const loader = pageLoader(async ({ db, actor, services, now, url }) => {
  const today = plainDateOf(now)
  const rows = await endingWithoutLetter(db, services.regulations, actor, today)
  const { office } = await bodiesOf(db, actor.authority)
  const sent = Number(url.searchParams.get('da-gui'))
  return {
    rows: rows.map(({ id, productName, producerName, star, lastValidOn }) => ({ id, productName, producerName, star, lastValidOn })),
    marked: url.searchParams.get('giay'),
    sent: Number.isInteger(sent) && sent > 0 && sent <= 50 ? sent : null,
    reserved: office ? await reservedNumbers(db, office.id, EXPIRY_SYMBOL) : [],
    today: formatDate(today),
  }
})

export const action = pageAction(async ({ act, form }) => {
  const ids = form.getAll('certificates').filter((value) => typeof value === 'string')
  const sent = await act((ctx) => issueExpiryLetters(ctx, ids, issuingForm(form)))
  const [only] = sent
  if (only && sent.length === 1) return redirect(`/tep/van-ban/${only.documentId}`)
  return saved(`/tinh/chung-nhan/thong-bao-het-han?da-gui=${sent.length}`)
})

export default function ExpiryLetters({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, marked, sent, reserved, today } = loaderData
  return (
    <Page
      title={words.expiryLetters[language]}
      lead={words.expiryLead[language]}
      crumbs={[{ href: '/tinh/chung-nhan', label: words.title[language] }]}
      layout="measure"
    >
      <div className="stack-l">
        {sent === null ? null : (
          <Notice kind="good" announce>
            <p>{fillIn(words.expirySent[language], { n: sent })}</p>
          </Notice>
        )}
        {rows.length === 0 ? (
          <EmptyState
            title={words.expiryNone[language]}
            action={
              <ButtonLink kind="quiet" href="/tinh/chung-nhan?tt=expiring">
                {words.expiring[language]}
              </ButtonLink>
            }
          />
        ) : (
          <Form refusal={refusalIn(actionData)} className="stack">
            <ErrorSummary />
            <Checks
              name="certificates"
              label={words.expiryWhich[language]}
              hint={words.expiryWhichHint[language]}
              defaultValues={marked === null ? [] : [marked]}
              choices={rows.map((row) => ({
                value: row.id,
                label: `${row.productName}, ${row.star} sao`,
                hint: `${row.producerName} · ${fillIn(words.expiryUntil[language], { day: formatDate(row.lastValidOn) })}`,
              }))}
            />
            <IssuingFields reserved={reserved} today={today} />
            <div>
              <Button>{words.expiryIssue[language]}</Button>
            </div>
          </Form>
        )}
      </div>
    </Page>
  )
}
