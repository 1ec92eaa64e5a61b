import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { fill } from '../indicator/indicator.messages.ts'
import { pageLoader } from '../page.server.ts'
import { Select } from '../ui/choices.tsx'
import { DateField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { CountryPanel } from './country-panel.tsx'
import { words } from './dashboard.messages.ts'
import { dashboardPage } from './dashboard.server.ts'
import { MoneyPanel } from './money-panel.tsx'
import { ProductsPanel } from './products-panel.tsx'
import { RoundsPanel } from './rounds-panel.tsx'
import { TargetsPanel } from './targets-panel.tsx'
import type { Route } from './+types/dashboard.page'

export const loader = pageLoader(dashboardPage)

export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { asOf, computedAt, provinces, own, targets, map } = loaderData
  return (
    <Page
      title={words.title[language]}
      lead={fill(words.lead[language], { day: formatDate(asOf), at: formatDateTime(computedAt) })}
      className="print-wide"
      actions={<PrintButton />}
    >
      <Toolbar search={<DateField name="den" label={words.asOf[language]} defaultValue={formatDate(asOf)} />}>
        {own === null ? undefined : (
          <Select
            name="xa"
            label={words.commune[language]}
            empty={words.whole[language]}
            defaultValue={own.frame.communeCode ?? ''}
            choices={own.communes}
          />
        )}
      </Toolbar>
      <div className="stack-l mt-l">
        {provinces === null ? null : <CountryPanel provinces={provinces} map={map} asOf={asOf} />}
        {own === null ? null : <ProductsPanel own={own} asOf={asOf} />}
        {own !== null && own.frame.communeCode !== null ? null : <TargetsPanel targets={targets} asOf={asOf} />}
        {own === null ? null : (
          <>
            <MoneyPanel money={own.money} frame={own.frame} />
            <RoundsPanel rounds={own.rounds} />
          </>
        )}
      </div>
    </Page>
  )
}
