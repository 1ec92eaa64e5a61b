import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { addWorkingDays } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import { communeFile } from '#/programme/commune/commune.store.ts'
import { supplementDays, supplementDaysMax } from '#/programme/commune/commune.settings.ts'
import { askCommuneSupplement } from '#/programme/commune/supplement.actions.ts'
import { defaultDueOn } from '#/programme/commune/supplement.ts'
import { calendarOf } from '#/programme/reference.ts'
import { must } from '#/programme/refuse.ts'
import { settingOf } from '#/programme/setting.ts'
import { useActionData } from 'react-router'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { textOf } from './check-input.ts'
import { words } from './commune.messages.ts'
import { AskForm } from './ask-form.tsx'
import { readAsked } from './ask-input.ts'
import { refusalIn } from './refusal.ts'
import type { Route } from './+types/supplement.page'

export const loader = pageLoader(async ({ db, actor, params, services, now }) => {
  const { rights, dossier, latest, lines, checks } = await communeFile(db, services.regulations, actor, params['id'])
  must(rights.askSupplement)
  const calendar = await calendarOf(db)
  const today = plainDateOf(now)
  const days = await settingOf(db, dossier.provinceCode, supplementDays)
  const most = await settingOf(db, dossier.provinceCode, supplementDaysMax)
  return {
    id: dossier.id,
    product: latest.snapshot.product.name,
    lines,
    checks,
    criteria: latest.snapshot.answers.map(({ criterion, title }) => ({ criterion, title })),
    days,
    dueOn: formatDate(defaultDueOn(calendar, today, days)),
    last: formatDate(addWorkingDays(calendar, today, most)),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) =>
    askCommuneSupplement(ctx, id, { items: readAsked(form), dueOn: textOf(form, 'dueOn'), reason: textOf(form, 'reason') }),
  )
  return saved(`/xa/ho-so/${id}`)
})

export default function ReturnForSupplement({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refused = useActionData<typeof action>()
  const { id, product } = loaderData
  return (
    <Page
      title={words.returnIt[language]}
      layout="measure"
      crumbs={[
        { href: '/xa/hop-viec', label: words.inbox[language] },
        { href: `/xa/ho-so/${id}`, label: product },
      ]}
      lead={words.askLead[language]}
    >
      <AskForm {...loaderData} note={words.askStops[language]} refusal={refusalIn(refused)} />
    </Page>
  )
}
