import { areasOf } from '../frame.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './programme.messages.ts'
import { sectionsFor } from './sections.ts'
import type { Route } from './+types/hub.page'

export const loader = pageLoader(async ({ actor, lang }) => ({ groups: sectionsFor(areasOf(actor), lang) }))

export default function Hub({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.title[language]} lead={words.lead[language]}>
      {loaderData.groups.length === 0 ? <EmptyState icon="info" title={words.nothing[language]} /> : null}
      {loaderData.groups.map((group) => (
        <section key={group.title} className="mb">
          <h2 className="mb">{group.title}</h2>
          <ul className="areas">
            {group.sections.map((section) => (
              <li key={section.href}>
                <a href={section.href}>{section.label}</a>
                <p>{section.what}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
