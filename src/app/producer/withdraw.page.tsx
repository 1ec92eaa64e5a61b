import { withdrawDossier } from '#/programme/dossier/filing.actions.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { ownFacts } from './dossier.server.ts'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/withdraw.page'

export const loader = pageLoader(async (page) => {
  const { dossier, product } = await ownFacts(page)
  return { id: dossier.id, name: product.name, may: rights(page.actor, dossier).withdraw, state: stateWords[dossier.state][page.lang] }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => withdrawDossier(ctx, id, { reason: form.get('reason') }))
  return saved(`/ho-so/${id}`)
})

export default function WithdrawPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, may, state } = loaderData
  return (
    <Page
      title={words.withdraw[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
      lead={name}
    >
      {may ? (
        <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
          <ErrorSummary />
          <Notice kind="warn">{words.withdrawLead[language]}</Notice>
          <TextArea name="reason" label={words.withdrawReason[language]} rows={4} maxLength={2000} />
          <SaveBar>
            <Button kind="danger">{words.withdraw[language]}</Button>
            <ButtonLink kind="quiet" href={`/ho-so/${id}`}>
              {words.cancel[language]}
            </ButtonLink>
          </SaveBar>
        </Form>
      ) : (
        <Notice>{fill(words.readOnly[language], { state })}</Notice>
      )}
    </Page>
  )
}
