import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { addWorkingDays } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import { officeFile } from '#/programme/commune/commune.store.ts'
import { supplementDays, supplementDaysMax } from '#/programme/commune/commune.settings.ts'
import { provinceLines } from '#/programme/commune/components.ts'
import { defaultDueOn } from '#/programme/commune/supplement.ts'
import { calendarOf } from '#/programme/reference.ts'
import { must } from '#/programme/refuse.ts'
import { askProvinceSupplement } from '#/programme/round/reception.actions.ts'
import { settingOf } from '#/programme/setting.ts'
import { useActionData } from 'react-router'
import { AskForm } from '../commune/ask-form.tsx'
import { readAsked } from '../commune/ask-input.ts'
import { textOf } from '../commune/check-input.ts'
import { words as shared } from '../commune/commune.messages.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './office.messages.ts'
import type { Route } from './+types/return.page'

export const loader = pageLoader(async ({ db, actor, params, services, now }) => {
  const { rights, dossier, latest, pack, form, provinceChecks } = await officeFile(db, services.regulations, actor, params['id'])
  must(rights.askSupplement)
  const calendar = await calendarOf(db)
  const today = plainDateOf(now)
  const days = await settingOf(db, dossier.authority, supplementDays)
  return {
    id: dossier.id,
    product: latest.snapshot.product.name,
    lines: provinceLines(pack.regulation, form, latest.snapshot),
    checks: provinceChecks,
    criteria: latest.snapshot.answers.map(({ criterion, title }) => ({ criterion, title })),
    days,
    dueOn: formatDate(defaultDueOn(calendar, today, days)),
    last: formatDate(addWorkingDays(calendar, today, await settingOf(db, dossier.authority, supplementDaysMax))),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) =>
    askProvinceSupplement(ctx, id, { items: readAsked(form), dueOn: textOf(form, 'dueOn'), reason: textOf(form, 'reason') }),
  )
  return saved(`/tinh/tiep-nhan/${id}`)
})

export default function ProvinceReturn({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  return (
    <Page
      title={words.returnIt[language]}
      layout="measure"
      crumbs={[
        { href: '/tinh/tiep-nhan', label: words.reception[language] },
        { href: `/tinh/tiep-nhan/${loaderData.id}`, label: loaderData.product },
      ]}
      lead={shared.askLead[language]}
    >
      <AskForm {...loaderData} refusal={refusal} />
    </Page>
  )
}
