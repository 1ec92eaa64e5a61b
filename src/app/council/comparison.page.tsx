import { comparisonFor } from '#/programme/council/comparison.view.ts'
import { words } from '../office/council-work.messages.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { fill } from './council-pages.messages.ts'
import type { Route } from './+types/comparison.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { basis, comparison } = await comparisonFor(db, actor, params['itemId'] ?? '', now)
  return {
    product: basis.product.name,
    meeting: { id: basis.meeting.id, name: basis.meeting.name },
    itemId: basis.meeting.itemId,
    comparison,
  }
})

export default function Comparison({ loaderData: { product, meeting, comparison } }: Route.ComponentProps) {
  const language = useLanguage()
  const differing = comparison.rows.filter((row) => row.gap > 0).length
  return (
    <Page
      title={`${words.compare[language]}: ${product}`}
      crumbTitle={words.compare[language]}
      lead={`${fill(words.onlyDiffering[language], { n: differing })}. ${words.compareLead[language]}`}
      crumbs={[{ href: `/hoi-dong/ky-hop/${meeting.id}/chot`, label: meeting.name }]}
      marks={<PrintButton />}
    >
      <ComparisonTable caption={words.compare[language]} comparison={comparison} />
    </Page>
  )
}
