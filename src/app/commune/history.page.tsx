import { communeFile, dossierHistory } from '#/programme/commune/commune.store.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { verbWords, words } from './commune.messages.ts'
import { History } from './dossier-parts.tsx'
import type { Route } from './+types/history.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { dossier, latest } = await communeFile(db, services.regulations, actor, params['id'])
  return { id: dossier.id, product: latest.snapshot.product.name, lines: await dossierHistory(db, dossier.id, Object.keys(verbWords)) }
})

export default function DossierHistory({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={words.history[language]}
      layout="measure"
      crumbs={[
        { href: '/xa/hop-viec', label: words.inbox[language] },
        { href: `/xa/ho-so/${loaderData.id}`, label: loaderData.product },
      ]}
      lead={loaderData.product}
    >
      <History lines={loaderData.lines} />
    </Page>
  )
}
