import { redirect } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { formatDate } from '#/platform/text/format.ts'
import { formOf } from '#/regulation/load.ts'
import { issueLetter, LETTER_SYMBOL, reasonsOf } from '#/programme/certificate/letter.actions.ts'
import { letterSubject, reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { readBasis } from '#/programme/certificate/result-reading.ts'
import { routeAt, type Outcome } from '#/programme/level/way.ts'
import { serves } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { Route } from './+types/letter.page'
import { decisionWords as words } from './decision.messages.ts'
import { IssuingFields } from './issuing-fields.tsx'
import { formText, issuingForm } from './issuing-form.server.ts'

export const loader = pageLoader(async ({ db, actor, params, now, services }) => {
  mustSee(serves(actor, actor.authority, 'office'))
  const result = await letterSubject(db, actor.authority, params['id'] ?? '')
  if (result.documentId !== null) throw redirect(`/tep/van-ban/${result.documentId}`)
  mustSee(
    routeAt(services.regulations.get(result.regulationId), actor.authority, { ...result, outcome: result.outcome as Outcome }) === 'letter',
  )
  const { office } = await bodiesOf(db, actor.authority)
  return {
    productName: result.productName,
    producerName: result.producerName,
    mean: result.meanPrinted,
    star: result.star,
    reasons: reasonsOf(formOf(services.regulations.get(result.regulationId), result.setNo), readBasis(result.basis)),
    reserved: office ? await reservedNumbers(db, office.id, LETTER_SYMBOL) : [],
    today: formatDate(plainDateOf(now)),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const { documentId } = await act((ctx) =>
    issueLetter(ctx, params['id'] ?? '', { ...issuingForm(form), advice: formText(form, 'advice') }),
  )
  return redirect(`/tep/van-ban/${documentId}`)
})

export default function Letter({ loaderData, actionData }: Route.ComponentProps) {
  const { productName, producerName, mean, star, reasons } = loaderData
  const language = useLanguage()
  return (
    <Page
      title={`${words.letterTitle[language]}: ${productName}`}
      lead={words.letterLead[language]}
      eyebrow={[producerName, mean === null ? '' : `${decimalComma(mean)} điểm`, star === null ? words.ended[language] : `${star} sao`]
        .filter((part) => part !== '')
        .join(' · ')}
      crumbs={[{ href: '/tinh/quyet-dinh', label: words.title[language] }]}
    >
      <div className="stack-l">
        {reasons.length === 0 ? null : (
          <section>
            <h2>{words.reasons[language]}</h2>
            <Table
              caption={words.reasons[language]}
              rows={reasons}
              rowKey={(row) => row.code}
              columns={[
                { key: 'title', label: words.criterion[language], head: true, cell: (row) => `${row.code}. ${row.title}` },
                { key: 'points', label: words.mean[language], align: 'right', cell: (row) => `${decimalComma(row.points)}/${row.max}` },
                { key: 'reason', label: words.reason[language], cell: (row) => row.reason },
              ]}
            />
          </section>
        )}
        <Panel className="measure">
          <Form refusal={actionData}>
            <ErrorSummary />
            <TextArea name="advice" label={words.advice[language]} rows={5} maxLength={2000} />
            <IssuingFields reserved={loaderData.reserved} today={loaderData.today} />
            <Button>{words.sendLetter[language]}</Button>
          </Form>
        </Panel>
      </div>
    </Page>
  )
}
