import { passingRules } from '#/programme/units/passing.ts'
import { livingBodies, mayPassDuties, passDuties, previewPassing } from '#/programme/units/passing.actions.ts'
import { mustSee } from '#/programme/refuse.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { roleNames } from '../account/account.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { Route } from './+types/passing.page'
import { fill } from './import-pages.messages.ts'
import { passingWords as words, recordKindWords } from './passing.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, lang }) => {
  mustSee(mayPassDuties(actor, actor.provinceCode))
  const bodies = await livingBodies(db, actor.provinceCode)
  const { searchParams: asked } = url
  const given = {
    bodyId: asked.get('bodyId') ?? '',
    successorId: asked.get('successorId') ?? '',
    lastDay: asked.get('lastDay') ?? '',
    reason: '',
    divided: asked.get('divided') ?? '',
  }
  const shown = asked.has('bodyId')
  const preview = shown ? await previewPassing(db, actor.provinceCode, given).catch((error: unknown) => refused(error)) : null
  return {
    given,
    done: asked.get('xong'),
    errors:
      preview !== null && 'faults' in preview
        ? Object.fromEntries(Object.entries(preview.faults).map(([name, text]) => [name, text[lang]]))
        : {},
    preview:
      preview === null || 'faults' in preview
        ? null
        : {
            lastDay: preview.lastDay,
            kind: preview.body.kind,
            following: preview.following && {
              producers: preview.following.producers,
              dossiers: preview.following.dossiers,
              unit: preview.following.unit?.fullName ?? null,
            },
            rows: preview.passing.map(({ grant, begins }) => ({
              id: grant.id,
              name: grant.accountName,
              role: grant.role,
              to: begins?.bodyId ?? 'none',
            })),
          },
    bodies: bodies.map(({ id, name, kind }) => ({ id, name, kind })),
  }
})

/** A preview that cannot be made is told beside its fields; anything else goes on. */
function refused(error: unknown): { faults: Record<string, { vi: string; en: string }> } {
  if (isAppError(error)) return { faults: error.fields }
  throw error
}

export const action = pageAction(async ({ act, form }) => {
  const asked = {
    bodyId: form.get('bodyId'),
    successorId: form.get('successorId'),
    lastDay: form.get('lastDay'),
    reason: form.get('reason'),
    divided: form.get('divided'),
  }
  const passed = await act((ctx) => passDuties(ctx, asked, (grantId) => form.get(`heir-${grantId}`) ?? undefined))
  return saved(`/nhap-lieu/dia-gioi?xong=${passed}`)
})

export default function Passing({ loaderData: { given, done, errors, preview, bodies }, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const choices = bodies.map((body) => ({ value: body.id, label: body.name }))
  return (
    <Page title={words.title[language]} lead={words.lead[language]} crumbs={[{ href: '/nhap-lieu', label: words.above[language] }]}>
      <div className="stack-l">
        {done === null ? null : (
          <Notice kind="good" announce>
            <p>{fill(words.done[language], { n: /^\d{1,4}$/.test(done) ? done : '0' })}</p>
          </Notice>
        )}
        <form method="get" className="stack">
          <BodyFields errors={errors} given={given} choices={choices} />
          <Button kind={preview === null ? 'primary' : 'quiet'}>{words.preview[language]}</Button>
        </form>
        {preview === null ? null : (
          <Form refusal={actionData} scope="passing">
            <ErrorSummary />
            <input type="hidden" name="bodyId" value={given.bodyId} />
            <input type="hidden" name="successorId" value={given.successorId} />
            <input type="hidden" name="lastDay" value={given.lastDay} />
            <input type="hidden" name="divided" value={given.divided} />
            <p>{fill(words.willEnd[language], { n: String(preview.rows.length), date: formatDate(preview.lastDay) })}</p>
            {preview.following === null ? null : (
              <p>
                {fill(words[preview.following.unit === null ? 'leftToPerson' : 'follows'][language], {
                  producers: String(preview.following.producers),
                  dossiers: String(preview.following.dossiers),
                  unit: preview.following.unit ?? '',
                })}
              </p>
            )}
            {preview.rows.length === 0 ? null : (
              <Table
                caption={words.roles[language]}
                rows={preview.rows}
                rowKey={(row) => row.id}
                columns={[
                  { key: 'name', label: words.person[language], head: true, cell: (row) => row.name },
                  {
                    key: 'role',
                    label: words.role[language],
                    cell: (row) => roleNames[row.role as keyof typeof roleNames]?.[language] ?? row.role,
                  },
                  {
                    key: 'to',
                    label: words.passesTo[language],
                    cell: (row) => (
                      <Select
                        name={`heir-${row.id}`}
                        label={words.passesTo[language]}
                        hideLabel
                        empty={false}
                        defaultValue={row.to}
                        choices={[
                          ...bodies
                            .filter((body) => body.kind === preview.kind && body.id !== given.bodyId)
                            .map((body) => ({ value: body.id, label: body.name })),
                          { value: 'none', label: words.endsForGood[language] },
                        ]}
                      />
                    ),
                  },
                ]}
              />
            )}
            <TextArea name="reason" label={words.reason[language]} maxLength={1000} rows={2} />
            <Button kind="danger">{words.run[language]}</Button>
          </Form>
        )}
        <Panel title={words.rules[language]} small>
          <Table
            caption={words.rules[language]}
            rows={Object.entries(passingRules)}
            rowKey={([kind]) => kind}
            columns={[
              {
                key: 'kind',
                label: words.record[language],
                head: true,
                cell: ([kind]) => recordKindWords[kind as keyof typeof recordKindWords][language],
              },
              { key: 'why', label: words.rule[language], cell: ([, rule]) => rule.why[language] },
            ]}
          />
        </Panel>
      </div>
    </Page>
  )
}

type BodyFieldsProps = {
  errors: Record<string, string>
  given: { bodyId: string; successorId: string; lastDay: string; divided: string }
  choices: { value: string; label: string }[]
}

function BodyFields({ errors, given, choices }: BodyFieldsProps) {
  const language = useLanguage()
  const faults = Object.values(errors)
  return (
    <>
      {faults.length === 0 ? null : (
        <Notice kind="bad" announce>
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </Notice>
      )}
      <Select name="bodyId" label={words.body[language]} defaultValue={given.bodyId} choices={choices} />
      <Select name="successorId" label={words.successor[language]} defaultValue={given.successorId} choices={choices} />
      <DateField name="lastDay" label={words.lastDay[language]} defaultValue={given.lastDay} />
      <CheckBox name="divided" label={words.divided[language]} checked={given.divided === '1'} />
    </>
  )
}
