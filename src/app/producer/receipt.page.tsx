import { clockOf } from '#/programme/commune/clock.ts'
import { documentsFor, ownDossierRow, submissionsOf } from '#/programme/dossier/dossier.store.ts'
import { found } from '#/programme/refuse.ts'
import { formatDate, formatInstantDate, formatTime } from '#/platform/text/format.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DonePanel } from '../ui/done-panel.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/receipt.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const dossier = found(await ownDossierRow(db, actor, params['id']))
  const submissions = await submissionsOf(db, dossier.id)
  const last = found(submissions.at(-1))
  const documents = await documentsFor(db, dossier.id, ['filingReceipt', 'registrationSlip', 'selfAssessment'])
  const clock = await clockOf(db, dossier.id)
  const { samples } = services.regulations.get(dossier.regulationId).regulation
  return {
    id: dossier.id,
    name: last.snapshot.product.name,
    ordinal: last.ordinal,
    receipt: last.receiptNumber,
    slip: dossier.slipNumber,
    filedAt: `${formatTime(last.filedAt, { seconds: true })} ${formatInstantDate(last.filedAt)}`,
    // In groups, so that 64 digits wrap on a phone and can be read aloud.
    hash: last.snapshotHash.replace(/(.{8})(?=.)/g, '$1 '),
    regulation: `${last.snapshot.regulation.title} (${last.regulationHash.slice(0, 12)})`,
    due: clock && clock.clock.stoppedAt === null ? formatDate(clock.clock.dueOn) : null,
    samples: samples.exceptSets.includes(dossier.setNo) ? null : samples.units,
    filings: submissions
      .map((submission) => ({
        ordinal: submission.ordinal,
        at: `${formatTime(submission.filedAt)} ${formatInstantDate(submission.filedAt)}`,
        documents: documents.filter((one) => one.subjectId === submission.id).map((one) => ({ id: one.id, title: one.title })),
      }))
      .toReversed(),
  }
})

export default function ReceiptPage({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const view = loaderData
  return (
    <Page
      title={view.ordinal === 1 ? words.filedTitle[language] : words.filedAgainTitle[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${view.id}`, label: view.name },
      ]}
      crumbTitle={words.receipt[language]}
      layout="measure"
      ownHeading
    >
      <h1 className="vh">{words.receipt[language]}</h1>
      <DonePanel title={view.ordinal === 1 ? words.filedTitle[language] : words.filedAgainTitle[language]}>
        <p>{view.name}</p>
        <p>
          {words.receiptNumber[language]}: <b className="num">{view.receipt}</b>
        </p>
      </DonePanel>
      <Facts
        facts={[
          { label: words.filedAt[language], value: <span className="num">{view.filedAt}</span> },
          ...(view.slip === null ? [] : [{ label: words.slip[language], value: <span className="num">{view.slip}</span> }]),
          { label: words.regulation[language], value: view.regulation },
          { label: words.snapshotHash[language], value: <span className="code code-long">{view.hash}</span> },
        ]}
      />
      <section className="stack">
        <h2>{words.next[language]}</h2>
        <ul className="list">
          <li>{view.due === null ? words.nextCommuneOpen[language] : fill(words.nextCommune[language], { due: view.due })}</li>
          {view.samples === null ? null : <li>{fill(words.nextSamples[language], { units: view.samples })}</li>}
          <li>{words.nextTold[language]}</li>
        </ul>
      </section>
      <section className="stack">
        <h2>{words.papersFiled[language]}</h2>
        {view.filings.map((filing) => (
          <div key={filing.ordinal}>
            <h3>
              {fill(words.submission[language], { ordinal: filing.ordinal })} · <span className="num">{filing.at}</span>
            </h3>
            <ul className="list">
              {filing.documents.map((one) => (
                <li key={one.id}>
                  <a className="tap" href={`/tep/van-ban/${one.id}`}>
                    {one.title} (PDF)
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <p>
        <ButtonLink href={`/ho-so/${view.id}`}>{words.back[language]}</ButtonLink>
      </p>
    </Page>
  )
}
