import { gatherOldNames } from '#/programme/units/old-names.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { publishedBatches } from '#/programme/batch/batch.store.ts'
import { publicProduct } from '#/programme/certificate/catalogue.store.ts'
import { publicStatus, type CertificateSnapshot, type PublicStatus } from '#/programme/certificate/public-status.ts'
import { found } from '#/programme/refuse.ts'
import { publicLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { CertificateCard, type CertificateStatus } from '../ui/certificate-card.tsx'
import { Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Stars } from '../ui/star.tsx'
import type { Route } from './+types/product'
import { words as batchWords } from '../batch/batch.messages.ts'
import { fillIn, publicWords as words } from './public.messages.ts'
import { verifyWords } from './verify.messages.ts'

export const loader = publicLoader(async ({ db, params, now }) => {
  const product = found(await publicProduct(db, params['id'] ?? ''))
  const today = plainDateOf(now)
  return {
    ...product,
    batches: await publishedBatches(db, product.id, 5),
    certificates: product.certificates.map((certificate) => ({ ...certificate, status: publicStatus(certificate, today) })),
  }
})

export default function Product({ loaderData }: Route.ComponentProps) {
  const { id, name, description, certificates, batches } = loaderData
  const language = useLanguage()
  const [latest] = certificates
  if (!latest) return null
  const { snapshot } = latest
  const ended = latest.status.kind !== 'valid'
  return (
    <Page
      title={name}
      crumbs={[{ href: '/danh-muc', label: words.catalogue[language] }]}
      description={`${name}, ${latest.producerName}, ${snapshot.place.commune}`}
      marks={<Stars count={latest.star} size="l" was={ended} />}
    >
      {latest.demo ? (
        <Notice>
          <p>{words.demo[language]}</p>
        </Notice>
      ) : null}
      <div className="aside-right">
        <div className="stack-l">
          {latest.hasPhoto ? (
            <img
              className={ended ? 'photo photo-ended' : 'photo'}
              src={`/c/${latest.verifyCode}/anh`}
              width={800}
              height={600}
              alt={snapshot.photoCaption || name}
            />
          ) : null}
          {description === '' ? null : (
            <section className="measure stack">
              <h2>{words.story[language]}</h2>
              {description.split(/\n+/).map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </section>
          )}
          {snapshot.packs.length === 0 ? null : (
            <section>
              <h2>{words.packs[language]}</h2>
              <ul>
                {snapshot.packs.map((pack, index) => (
                  <li key={index}>{[pack.name, pack.netContent].filter((part) => part !== '').join(' ')}</li>
                ))}
              </ul>
            </section>
          )}
          <Facts
            facts={[
              { label: words.producer[language], value: latest.producerName },
              {
                label: words.place[language],
                value: `${snapshot.place.commune}, ${snapshot.place.province}`,
                note: placeNotes(latest, language),
              },
              ...(snapshot.set
                ? [{ label: words.group[language], value: `${snapshot.set.sector}, ${snapshot.set.group}`, note: snapshot.set.title }]
                : []),
              { label: words.code[language], value: <span className="code">{latest.productCode}</span> },
            ]}
          />
        </div>
        <aside className="stack mt" aria-labelledby="giay">
          <h2 id="giay">{words.certificates[language]}</h2>
          <ButtonLink href={`/c/${latest.verifyCode}`}>{words.verify[language]}</ButtonLink>
          {certificates.map((certificate) => (
            <CertificateCard
              key={certificate.verifyCode}
              product={fillIn(words.decision[language], {
                number: certificate.snapshot.decision.number,
                date: formatDate(certificate.snapshot.decision.date),
              })}
              href={`/c/${certificate.verifyCode}`}
              stars={certificate.star}
              code={certificate.productCode}
              {...statusOf(certificate.status, language)}
            />
          ))}
          {batches.length === 0 ? null : (
            <>
              <h2>{batchWords.latest[language]}</h2>
              <ul>
                {batches.map((batch) => (
                  <li key={batch.code}>
                    <a className="tap" href={`/lo/${batch.code}`}>
                      {`${batch.number} · ${formatDate(batch.producedOn)}`}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="no-print">
            <a className="tap" href={`/phan-anh?san-pham=${id}`}>
              <Icon name="info" />
              {verifyWords.report[language]}
            </a>
          </p>
        </aside>
      </div>
    </Page>
  )
}

/** What the printed place is today, then what it was called before. */
function placeNotes({ placeToday, snapshot }: { placeToday: string[]; snapshot: CertificateSnapshot }, language: Language): string {
  const now =
    placeToday.length === 0
      ? []
      : [fillIn((placeToday.length === 1 ? verifyWords.placeNow : verifyWords.placeSplit)[language], { names: placeToday.join('; ') })]
  return [...now, ...gatherOldNames(snapshot.place.oldNames)].join('; ')
}

function statusOf(status: PublicStatus, language: Language): { status: CertificateStatus; statusText: string } {
  switch (status.kind) {
    case 'valid':
      return { status: 'valid', statusText: fillIn(words.validUntil[language], { date: formatDate(status.until) }) }
    case 'expired':
      return { status: 'ended', statusText: fillIn(words.expiredOn[language], { date: formatDate(status.on) }) }
    case 'withdrawn':
      return { status: 'withdrawn', statusText: (status.annulled ? words.annulled : words.withdrawn)[language] }
    case 'replaced':
      return { status: 'ended', statusText: words.replaced[language] }
    case 'notYet':
      return { status: 'ended', statusText: fillIn(words.notYet[language], { date: formatDate(status.from) }) }
  }
}
