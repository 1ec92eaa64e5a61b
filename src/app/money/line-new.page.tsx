import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { addLine } from '#/programme/money/line.actions.ts'
import { keepsMoney, readsMoney } from '#/programme/money/money.policy.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { LineFields } from './line-fields.tsx'
import { words } from './money.messages.ts'
import type { Route } from './+types/line-new.page'

export const loader = pageLoader(async ({ actor, now }) => {
  mustSee(readsMoney(actor, actor.authority))
  must(keepsMoney(actor, actor.authority))
  return { year: Number(plainDateOf(now).slice(0, 4)) }
})

export const action = pageAction(async ({ act, form }) => saved(`/kinh-phi/khoan/${await act((ctx) => addLine(ctx, textsOf(form)))}`))

export default function LineNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.addLine[language]} crumbs={[{ href: '/kinh-phi', label: words.money[language] }]} layout="measure">
      <DeedForm deed="add" answer={actionData} label={words.addLine[language]}>
        <LineFields line={{ title: '', year: loaderData.year, itemCategory: null, planned: null }} />
      </DeedForm>
    </Page>
  )
}
