import { ownDossierRow, timelineOf } from '#/programme/dossier/dossier.store.ts'
import { found } from '#/programme/refuse.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { eventTitle } from './events.ts'
import { words } from './producer.messages.ts'
import type { Route } from './+types/history.page'

export const loader = pageLoader(async ({ db, actor, params, lang }) => {
  const dossier = found(await ownDossierRow(db, actor, params['id']))
  const product = await db.selectFrom('product').select('name').where('id', '=', dossier.productId).executeTakeFirstOrThrow()
  const events = await timelineOf(db, dossier.id)
  return {
    id: dossier.id,
    name: product.name,
    events: events.map((event) => ({
      title: eventTitle(event, lang),
      date: formatDateTime(event.at),
      dateTime: event.at.toISOString(),
      state: stateWords[event.to].mark,
    })),
  }
})

export default function HistoryPage({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, events } = loaderData
  return (
    <Page
      title={words.historyTitle[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
    >
      <Timeline events={events} />
    </Page>
  )
}
