import { formatDate } from '#/platform/text/format.ts'
import { fold } from '#/platform/text/fold.ts'
import { versionFrom } from '#/programme/fields.ts'
import { ownsProducer } from '#/programme/people/actor.ts'
import { editProducer } from '#/programme/producer/producer.actions.ts'
import { rights } from '#/programme/producer/producer.policy.ts'
import { cooperativeGrades, gradeLabels, legalFormsOf, sexes, sexLabels } from '#/programme/producer/producer.ts'
import { findProducer, privateOf } from '#/programme/producer/producer.store.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { oldNameText } from '#/programme/units/units.ts'
import { searchCommunes, unitsOfProvince } from '#/programme/units/units.store.ts'
import type { Tx } from '#/platform/database/open.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { textsOf } from './incoming.server.ts'
import { words } from './producer.messages.ts'
import type { Route } from './+types/producer.page'

export const loader = pageLoader(async ({ db, actor, services, params, url, lang }) => {
  const producer = found(await findProducer(db, params['id'] ?? ''))
  mustSee(rights(actor, producer).see)
  const owner = ownsProducer(actor, producer.id)
  const query = (url.searchParams.get('xa') ?? '').slice(0, 100)
  const communes = await unitsOfProvince(db as Tx, 'e2025', producer.provinceCode)
  const matches = query === '' ? [] : await searchCommunes(db as Tx, producer.provinceCode, query, 12)
  const { regulation } = services.regulations.current
  const { nameFolded: _, createdAt: __, updatedAt: ___, ...shown } = producer
  return {
    producer: { ...shown, registrationDate: producer.registrationDate ? formatDate(producer.registrationDate) : '' },
    // The office mends the description without seeing the person behind it.
    person: owner ? await privateOf(db, producer.id) : null,
    legalForms: legalFormsOf(regulation).map((form) => ({ value: form.id, label: form.title[lang] })),
    communes: communes
      .map((unit) => ({ value: unit.code, label: unit.fullName }))
      .toSorted((a, b) => (fold(a.label) < fold(b.label) ? -1 : 1)),
    query,
    matches: matches.map((unit) => ({
      code: unit.code,
      name: unit.fullName,
      old: unit.matchedOldNames.map((old) => oldNameText(old, lang)),
    })),
    picked: communes.some((unit) => unit.code === url.searchParams.get('chon'))
      ? (url.searchParams.get('chon') ?? '')
      : producer.communeCode,
    saved: url.searchParams.has('da-luu'),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const version = await act((ctx) => editProducer(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/chu-the/${id}?da-luu`, version)
})

export default function ProducerPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { producer, person, legalForms, communes, matches, query, picked } = loaderData
  return (
    <Page
      title={words.editProducer[language]}
      crumbs={[{ href: '/ho-so', label: words.dossiers[language] }]}
      layout="measure"
      lead={producer.name}
    >
      {loaderData.saved ? (
        <Notice kind="good" announce>
          {words.saved[language]}
        </Notice>
      ) : null}
      <form method="get" className="stack" role="search">
        <Field
          name="xa"
          type="search"
          label={words.communeSearch[language]}
          hint={words.communeSearchHint[language]}
          defaultValue={query}
        />
        <div>
          <Button kind="quiet" small icon="search">
            {words.communeSearch[language]}
          </Button>
        </div>
        {query === '' ? null : matches.length === 0 ? (
          <p className="hint">{words.communeNone[language]}</p>
        ) : (
          <ul className="list">
            {matches.map((match) => (
              <li key={match.code}>
                <a href={`?chon=${match.code}#f-communeCode`}>
                  <span>
                    {match.name}
                    {match.old.length === 0 ? null : <span className="hint block">{match.old.join('; ')}</span>}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </form>
      <Form refusal={actionData} version={producer.version} autosave>
        <ErrorSummary />
        <h2>{words.identity[language]}</h2>
        <Field name="name" label={words.name[language]} hint={words.nameHint[language]} defaultValue={producer.name} maxLength={200} />
        <Select name="legalForm" label={words.legalForm[language]} choices={legalForms} defaultValue={producer.legalForm} />
        <Field
          name="localCapitalShare"
          label={words.localCapital[language]}
          hint={words.localCapitalHint[language]}
          optional
          inputMode="numeric"
          size="short"
          unit="%"
          defaultValue={text(producer.localCapitalShare)}
        />
        <Field
          name="taxCode"
          label={words.taxCode[language]}
          hint={words.taxCodeHint[language]}
          inputMode="numeric"
          size="middle"
          autoComplete="off"
          defaultValue={text(producer.taxCode)}
        />
        <h2>{words.registration[language]}</h2>
        <Field
          name="registrationNumber"
          label={words.registrationNumber[language]}
          size="middle"
          defaultValue={text(producer.registrationNumber)}
        />
        <DateField name="registrationDate" label={words.registrationDate[language]} defaultValue={producer.registrationDate} />
        <Field name="registrationIssuer" label={words.registrationIssuer[language]} defaultValue={text(producer.registrationIssuer)} />
        <h2>{words.place[language]}</h2>
        <Select name="communeCode" label={words.commune[language]} choices={communes} defaultValue={picked} />
        <Field name="addressLine" label={words.addressLine[language]} defaultValue={producer.addressLine} autoComplete="street-address" />
        <h2>{words.headTitle[language]}</h2>
        <Field name="headName" label={words.headName[language]} defaultValue={producer.headName} autoComplete="name" />
        <Field name="headPost" label={words.headPost[language]} size="middle" defaultValue={producer.headPost} />
        {person === null ? null : (
          <>
            <h3>{words.privateTitle[language]}</h3>
            <p className="hint">{words.privateLead[language]}</p>
            <Radios
              name="headSex"
              label={words.headSex[language]}
              optional
              defaultValue={person.headSex ?? undefined}
              choices={[
                ...sexes.map((sex) => ({ value: sex as string, label: sexLabels[sex][language] })),
                { value: '', label: words.notSaid[language] },
              ]}
            />
            <Field
              name="headEthnicity"
              label={words.headEthnicity[language]}
              optional
              size="middle"
              defaultValue={text(person.headEthnicity)}
            />
            <Radios
              name="headDisability"
              label={words.headDisability[language]}
              optional
              defaultValue={person.headDisability === null ? undefined : person.headDisability ? 'yes' : 'no'}
              choices={[
                { value: 'yes', label: words.yes[language] },
                { value: 'no', label: words.no[language] },
                { value: '', label: words.notSaid[language] },
              ]}
            />
          </>
        )}
        <h2>{words.contact[language]}</h2>
        <Field
          name="phone"
          type="tel"
          inputMode="tel"
          label={words.phone[language]}
          size="middle"
          defaultValue={text(producer.phone)}
          autoComplete="tel"
        />
        <Field name="email" type="email" label={words.email[language]} optional defaultValue={text(producer.email)} autoComplete="email" />
        <Field name="website" inputMode="url" label={words.website[language]} optional defaultValue={text(producer.website)} />
        <h2>{words.people[language]}</h2>
        <Field
          name="workersTotal"
          label={words.workersTotal[language]}
          inputMode="numeric"
          size="short"
          unit={words.workersUnit[language]}
          defaultValue={text(producer.workersTotal)}
        />
        <Field
          name="workersLocal"
          label={words.workersLocal[language]}
          inputMode="numeric"
          size="short"
          unit={words.workersUnit[language]}
          defaultValue={text(producer.workersLocal)}
        />
        <Select
          name="cooperativeGrade"
          label={words.grade[language]}
          hint={words.gradeHint[language]}
          optional
          defaultValue={text(producer.cooperativeGrade)}
          choices={cooperativeGrades.map((grade) => ({ value: grade, label: gradeLabels[grade][language] }))}
        />
        <TextArea name="history" label={words.history[language]} rows={5} maxLength={5000} defaultValue={producer.history} />
        <TextArea name="structure" label={words.structure[language]} rows={4} maxLength={5000} defaultValue={producer.structure} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}

function text(value: string | number | null): string {
  return value === null ? '' : String(value)
}
