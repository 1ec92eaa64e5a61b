import { formatInstantDate } from '#/platform/text/format.ts'
import { printedVerifyCode } from '#/programme/certificate/verify-code.ts'
import { lookUpReport } from '#/programme/public-report/look-up.ts'
import { publicStateWords } from '#/programme/public-report/public-report.ts'
import { publicLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { CopyButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { words } from './public-report.messages.ts'
import type { Route } from './+types/answer.page'

/** State and answer, for whoever holds the code. Nothing else of a report is on this page. */
export const loader = publicLoader(({ db, params, address }) => lookUpReport(db, params['code'] ?? '', address))

export default function Answer({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { code, state, receivedAt, answer, answeredAt } = loaderData
  const { mark, ...said } = publicStateWords[state]
  return (
    <Page
      title={words.yourReport[language]}
      layout="measure"
      crumbs={[{ href: '/phan-anh', label: words.send[language] }]}
      marks={<State kind={mark}>{said[language]}</State>}
    >
      <div className="stack-l">
        <Notice kind="good" title={words.keepCode[language]}>
          <p className="h3 code">{printedVerifyCode(code)}</p>
          <p>
            {words.keepCodeWhy[language]} <CopyButton text={printedVerifyCode(code)} />
          </p>
        </Notice>
        {answer === null ? (
          <p>{state === 'spam' ? said[language] : words.noAnswer[language]}</p>
        ) : (
          <section className="stack" aria-labelledby="tra-loi">
            <h2 id="tra-loi">{words.answer[language]}</h2>
            <p className="pre">{answer}</p>
          </section>
        )}
        <Facts
          facts={[
            { label: words.receivedOn[language], value: <span className="num">{formatInstantDate(receivedAt)}</span> },
            ...(answeredAt === null
              ? []
              : [{ label: words.answeredOn[language], value: <span className="num">{formatInstantDate(answeredAt)}</span> }]),
          ]}
        />
        <p className="no-print">
          <ButtonLink kind="quiet" href="/phan-anh">
            {words.sendAnother[language]}
          </ButtonLink>
        </p>
      </div>
    </Page>
  )
}
