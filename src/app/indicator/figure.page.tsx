import { notFound } from '#/platform/errors/app-error.ts'
import { indicators } from '#/programme/indicator/registry.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { FigureView } from './figure-view.tsx'
import { figurePage, frameAsked, mustRead, paramsAsked, periodAsked } from './figure.server.ts'
import { words } from './indicator.messages.ts'
import type { Route } from './+types/figure.page'

export const loader = pageLoader(async (page) => {
  const reader = mustRead(page)
  const id = page.params['id'] ?? ''
  const of = Object.hasOwn(indicators, id) ? indicators[id] : undefined
  if (!of) throw notFound()
  const params = paramsAsked(of, page.url.searchParams)
  return {
    shown: await figurePage(page, { id, frame: frameAsked(page, reader), params, reader }),
    bad: periodAsked(page.url.searchParams, page.now).bad,
  }
})

export default function FigurePage({ loaderData: { shown, bad } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={shown.title}
      crumbs={[
        { href: '/chi-tieu', label: words.targets[language] },
        { href: '/chi-tieu/danh-sach', label: words.dictionary[language] },
      ]}
      actions={
        <>
          <ButtonLink kind="quiet" small href={`/chi-tieu/danh-sach/${shown.id}/so-lieu.xlsx${shown.search}`}>
            {words.excel[language]}
          </ButtonLink>
          <PrintButton />
        </>
      }
    >
      {bad ? <Notice title={words.badDates[language]} /> : null}
      <FigureView shown={shown} choose />
    </Page>
  )
}
