import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { stepWords } from '#/programme/batch/batch.ts'
import { lookUpBatch } from '#/programme/batch/look-up.ts'
import { printedVerifyCode } from '#/programme/certificate/verify-code.ts'
import { fill } from '../commune/commune.messages.ts'
import { publicLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Stars } from '../ui/star.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { quantityText, shelfText } from './batch-words.ts'
import { words } from './batch.messages.ts'
import type { Route } from './+types/public.page'

/** Behind the QR of a label: open to anyone, never kept by a cache, so that a recall is told at once. */
export const loader = publicLoader(({ db, params, address, now }) => lookUpBatch(db, params['code'] ?? '', { address, now }))

export default function PublicBatch({ loaderData: batch }: Route.ComponentProps) {
  const language = useLanguage()
  const { frozen, certificateToday, certificateThen } = batch
  const recalled = batch.state === 'recalled'
  const overdue = batch.shelf === 'expiry' && batch.lastsTo !== null && batch.lastsTo < batch.today
  return (
    <Page
      title={frozen.product}
      tabTitle={`${words.number[language]} ${batch.number}: ${frozen.product}`}
      eyebrow={words.trace[language]}
      lead={frozen.producer}
      layout="measure"
      {...(certificateToday === null || recalled ? {} : { marks: <Stars count={certificateToday.star} size="l" /> })}
    >
      <div className="stack-l">
        {recalled ? (
          <Notice kind="bad" title={words.recalled[language]}>
            <p className="pre">{batch.recallReason}</p>
            <p>
              {words.recalledOn[language]}: {batch.recalledAt === null ? '' : formatInstantDate(batch.recalledAt)}
            </p>
            <p>
              <b>{words.recalledNext[language]}</b>
            </p>
          </Notice>
        ) : null}
        {overdue ? <Notice kind="warn" title={words.overdue[language]} /> : null}
        {batch.demo ? (
          <Notice>
            <p>{words.demo[language]}</p>
          </Notice>
        ) : null}
        {batch.revision > 1 ? (
          <Notice title={fill(words.corrected[language], { n: batch.revision - 1 })}>
            <p>{batch.correction}</p>
          </Notice>
        ) : null}
        <section className="stack" aria-labelledby="tren-tay">
          <h2 id="tren-tay">{words.inHand[language]}</h2>
          <Facts
            facts={[
              { label: words.number[language], value: <b className="code">{batch.number}</b> },
              {
                label: words.producedOn[language],
                value: <span className="num">{formatDate(batch.producedOn)}</span>,
                note: shelfText(batch, language),
              },
              { label: words.quantity[language], value: <span className="num">{quantityText(batch)}</span> },
              ...(batch.stampFrom === '' ? [] : [{ label: words.stamps[language], value: `${batch.stampFrom} – ${batch.stampTo}` }]),
              { label: words.producer[language], value: frozen.producer, note: frozen.place },
              ...(batch.note === '' ? [] : [{ label: words.note[language], value: <span className="pre">{batch.note}</span> }]),
            ]}
          />
        </section>
        <section className="stack" aria-labelledby="chung-nhan">
          <h2 id="chung-nhan">{words.certificate[language]}</h2>
          <Facts
            facts={[
              {
                label: words.today[language],
                value:
                  certificateToday === null ? words.noneToday[language] : fill(words.starsToday[language], { n: certificateToday.star }),
              },
              {
                label: words.thatDay[language],
                value: certificateThen === null ? words.noneThen[language] : fill(words.starsThen[language], { n: certificateThen.star }),
              },
            ]}
          />
          <p className="row no-print">
            {certificateToday === null ? (
              <ButtonLink kind="quiet" href={`/san-pham/${batch.productId}`}>
                {words.product[language]}
              </ButtonLink>
            ) : (
              <ButtonLink href={`/c/${certificateToday.verifyCode}`}>{words.verify[language]}</ButtonLink>
            )}
          </p>
        </section>
        {frozen.areas.length + frozen.links.length === 0 ? null : (
          <section className="stack" aria-labelledby="nguyen-lieu">
            <h2 id="nguyen-lieu">{words.origins[language]}</h2>
            <ul>
              {frozen.areas.map((area) => (
                <li key={area.name}>{[area.name, area.crop, area.code].filter(Boolean).join(' · ')}</li>
              ))}
              {frozen.links.map((link) => (
                <li key={link.partner}>{link.partner}</li>
              ))}
            </ul>
          </section>
        )}
        <section className="stack" aria-labelledby="duong-di">
          <h2 id="duong-di">{words.course[language]}</h2>
          <Timeline
            events={batch.steps.map((step) => ({
              title: stepWords[step.kind][language],
              date: formatDate(step.onDay),
              dateTime: step.onDay,
              note: [step.detail, step.place].filter((part) => part !== '').join(' · '),
            }))}
          />
        </section>
        <section className="panel panel-wash qr">
          <img src={`/lo/${batch.code}/qr.svg`} width={104} height={104} alt={words.trace[language]} loading="lazy" />
          <div>
            <p>
              {words.code[language]}: <span className="code">{printedVerifyCode(batch.code)}</span>
            </p>
            <p className="hint">{words.source[language]}</p>
          </div>
        </section>
        <p className="no-print">
          <a className="tap" href={`/phan-anh?san-pham=${batch.productId}`}>
            <Icon name="info" />
            {words.report[language]}
          </a>
        </p>
      </div>
    </Page>
  )
}
