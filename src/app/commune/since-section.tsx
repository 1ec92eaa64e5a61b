// What an upgrade or a re-assessment builds on, and what its producer says has changed since. From the filed snapshot alone.
import { formatDate } from '#/platform/text/format.ts'
import { changeTopics } from '#/programme/dossier/change.topics.ts'
import type { Snapshot } from '#/programme/dossier/snapshot.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Stars } from '../ui/star.tsx'
import { Table } from '../ui/table.tsx'
import { fill, words } from './commune.messages.ts'

/** Nothing for a first dossier. `level`: of the heading, 2 on a page of its own, 3 inside a pane. */
export function SinceSection({ snapshot, id, level = 2 }: { snapshot: Pick<Snapshot, 'since' | 'papers'>; id: string; level?: 2 | 3 }) {
  const language = useLanguage()
  const { since, papers } = snapshot
  if (since === undefined) return null
  const titles = new Map(papers.map((paper) => [paper.id, paper.title]))
  const topic = (change: { topic: string; title: string }) =>
    language === 'vi' ? change.title : (changeTopics.find((one) => one.id === change.topic)?.title.en ?? change.title)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={level === 3 ? 'h3' : 'mb'}>
        {words.sinceTitle[language]}
      </h2>
      {since.certificate === null ? (
        <p className="hint">{words.sinceNoCertificate[language]}</p>
      ) : (
        <p className="row">
          <Stars count={since.certificate.star} />
          <span>
            {fill(words.sinceCertificate[language], {
              code: since.certificate.productCode,
              issued: formatDate(since.certificate.issuedOn),
              until: formatDate(since.certificate.lastValidOn),
            })}
          </span>
        </p>
      )}
      <Table
        caption={words.sinceTitle[language]}
        rows={since.changes}
        rowKey={(change) => change.topic}
        columns={[
          { key: 'topic', label: words.sinceTopic[language], head: true, cell: (change) => <b>{topic(change)}</b> },
          {
            key: 'changed',
            label: words.sinceChanged[language],
            nowrap: true,
            narrow: 'kind',
            cell: (change) => (
              <State kind={change.changed ? 'part' : 'done'}>{change.changed ? words.sinceYes[language] : words.sinceNo[language]}</State>
            ),
          },
          {
            key: 'text',
            label: words.sinceText[language],
            narrow: 'full',
            cell: (change) => (
              <>
                {change.text === '' ? <span className="quiet">–</span> : change.text}
                {change.paperIds.length === 0 ? null : (
                  <span className="hint block">
                    {words.sincePapers[language]}: {change.paperIds.flatMap((paper) => titles.get(paper) ?? []).join('; ')}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
