import { formatDate } from '#/platform/text/format.ts'
import { saveRegistration } from '#/programme/dossier/dossier.actions.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { registrationFields } from '#/programme/dossier/report.fields.ts'
import { versionFrom } from '#/programme/fields.ts'
import { legalFormLabel } from '#/programme/producer/producer.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { ownFacts } from './dossier.server.ts'
import { textsOf } from './incoming.server.ts'
import { words } from './producer.messages.ts'
import type { Route } from './+types/registration.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { dossier, producer, product, pack } = facts
  return {
    id: dossier.id,
    version: dossier.version,
    edit: rights(page.actor, dossier).edit,
    name: product.name,
    producerId: producer.id,
    productId: product.id,
    values: dossier.registration,
    facts: {
      producer: producer.name,
      legalForm: legalFormLabel(pack.regulation, producer.legalForm)[page.lang],
      registration: [
        producer.registrationNumber,
        producer.registrationDate ? formatDate(producer.registrationDate) : '',
        producer.registrationIssuer,
      ]
        .filter(Boolean)
        .join(', '),
      address: [producer.addressLine, facts.communeName, facts.provinceName].filter(Boolean).join(', '),
      oldNames: facts.oldNames.join('; '),
      head: [producer.headName, producer.headPost].filter(Boolean).join(', '),
      phone: [producer.phone, producer.email].filter(Boolean).join(' · '),
      packs: facts.packs.map((pack_) => [pack_.name, pack_.netContent].filter(Boolean).join(' ')).join('; '),
    },
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const version = await act((ctx) => saveRegistration(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/ho-so/${id}`, version)
})

export default function RegistrationPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, facts, values, producerId, productId } = loaderData
  const change = (href: string) => ({ href, label: words.edit[language] })
  const said = (value: string) => (value === '' ? words.notSaid[language] : value)
  return (
    <Page
      title={words.stage1[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
    >
      <Facts
        facts={[
          { label: words.producer[language], value: facts.producer, note: facts.legalForm, action: change(`/chu-the/${producerId}`) },
          { label: words.registration[language], value: said(facts.registration), action: change(`/chu-the/${producerId}`) },
          { label: words.place[language], value: facts.address, note: facts.oldNames, action: change(`/chu-the/${producerId}`) },
          { label: words.headTitle[language], value: said(facts.head), action: change(`/chu-the/${producerId}`) },
          { label: words.contact[language], value: said(facts.phone), action: change(`/chu-the/${producerId}`) },
          { label: words.product[language], value: name, action: change(`/san-pham-cua-toi/${productId}`) },
          { label: words.packs[language], value: said(facts.packs), action: change(`/san-pham-cua-toi/${productId}`) },
        ]}
      />
      <Form
        refusal={actionData && 'refused' in actionData ? actionData : undefined}
        version={loaderData.version}
        autosave={loaderData.edit}
      >
        <ErrorSummary />
        {registrationFields.map((field) =>
          field.kind === 'long' ? (
            <TextArea
              key={field.name}
              name={field.name}
              label={field.label[language]}
              optional
              maxLength={field.max}
              defaultValue={values[field.name] ?? ''}
            />
          ) : (
            <Field
              key={field.name}
              name={field.name}
              label={field.label[language]}
              optional
              maxLength={field.max}
              defaultValue={values[field.name] ?? ''}
            />
          ),
        )}
        {loaderData.edit ? (
          <SaveBar>
            <Button>{words.saveBack[language]}</Button>
          </SaveBar>
        ) : null}
      </Form>
    </Page>
  )
}
