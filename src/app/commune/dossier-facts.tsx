// Product and producer of a filed dossier, as its snapshot has them. The same for the commune and the province.
import { formatDate } from '#/platform/text/format.ts'
import type { Snapshot } from '#/programme/dossier/snapshot.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { Stars } from '../ui/star.tsx'
import { fill, words } from './commune.messages.ts'

function ProducerFacts({ snapshot }: { snapshot: Snapshot }) {
  const language = useLanguage()
  const { producer } = snapshot
  const workers =
    producer.workersTotal === null
      ? '–'
      : `${producer.workersTotal} ${fill(words.ofThemLocal[language], { n: producer.workersLocal ?? '–' })}`
  return (
    <>
      <Facts
        facts={[
          { label: words.producer[language], value: <b>{producer.name}</b>, note: producer.legalFormLabel },
          { label: words.taxCode[language], value: <span className="num">{producer.taxCode ?? '–'}</span> },
          {
            label: words.registration[language],
            value: producer.registrationNumber ?? '–',
            note: [producer.registrationDate && formatDate(producer.registrationDate), producer.registrationIssuer]
              .filter(Boolean)
              .join(', '),
          },
          {
            label: words.address[language],
            value: [producer.addressLine, producer.communeName].filter(Boolean).join(', '),
          },
          { label: words.head[language], value: producer.headName, note: producer.headPost },
          { label: words.contact[language], value: [producer.phone, producer.email, producer.website].filter(Boolean).join(' · ') || '–' },
          { label: words.workers[language], value: workers },
        ]}
      />
      {producer.oldNames.length === 0 ? null : (
        <Disclose summary={fill(words.oldNames[language], { n: producer.oldNames.length })}>
          <ul>
            {producer.oldNames.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Disclose>
      )}
    </>
  )
}

function ProductFacts({ snapshot }: { snapshot: Snapshot }) {
  const language = useLanguage()
  const { product, set, totals } = snapshot
  return (
    <>
      <Facts
        facts={[
          { label: words.product[language], value: <b>{product.name}</b>, note: product.description },
          { label: words.set[language], value: `${set.no}. ${set.title}`, note: `${set.sector} / ${set.group}` },
          {
            label: words.packs[language],
            value: product.packs.map((pack) => [pack.name, pack.netContent].filter(Boolean).join(' ')).join('; ') || '–',
          },
          {
            label: words.selfStar[language],
            value: (
              <>
                <b className="num">{totals.total}</b> {words.points[language]}
              </>
            ),
            note: <Stars count={totals.star} />,
          },
        ]}
      />
      {product.photos.length === 0 ? null : (
        <p className="row mt">
          {product.photos.slice(0, 4).map((photo) => (
            <img
              key={photo.id}
              className="thumb"
              src={`/tep/anh/${photo.id}`}
              alt={photo.caption || product.name}
              width={112}
              height={84}
              loading="lazy"
            />
          ))}
        </p>
      )}
    </>
  )
}

/** Product and producer side by side; `privateHref` leads to what is opened only by a logged press. */
export function ProductAndProducer({ snapshot, privateHref }: { snapshot: Snapshot; privateHref?: string | undefined }) {
  const language = useLanguage()
  return (
    <div className="cols cols-2">
      <Panel title={words.productTitle[language]}>
        <ProductFacts snapshot={snapshot} />
      </Panel>
      <Panel title={words.producerTitle[language]}>
        <ProducerFacts snapshot={snapshot} />
        {privateHref === undefined ? null : (
          <p>
            <a href={privateHref}>{words.privateFacts[language]}</a>
          </p>
        )}
      </Panel>
    </div>
  )
}
