import { formatDateTime } from '#/platform/text/format.ts'
import { messageFor } from '#/programme/public-report/public-report.store.ts'
import { pageLoader } from '../page.server.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './public-report.messages.ts'
import type { Route } from './+types/message.page'

/** What the office told a holder, word for word. */
export const loader = pageLoader(({ db, actor, params }) => messageFor(db, actor, params['id']))

export default function Message({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.toldTitle[language]} layout="measure">
      <div className="stack-l">
        <p className="pre">{loaderData.words}</p>
        <Facts
          facts={[
            ...(loaderData.product === null ? [] : [{ label: words.product[language], value: loaderData.product }]),
            { label: words.toldOn[language], value: <span className="num">{formatDateTime(loaderData.toldAt)}</span> },
          ]}
        />
      </div>
    </Page>
  )
}
