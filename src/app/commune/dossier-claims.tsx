// What a filed dossier claims, and what the machine noticed in it. The same for the commune and the province.
import { formatDate } from '#/platform/text/format.ts'
import type { Flag } from '#/programme/commune/flags.ts'
import type { Snapshot, SnapshotPaper } from '#/programme/dossier/snapshot.ts'
import { Disclose } from '../ui/disclose.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { EvidenceList, EvidenceTile } from '../ui/evidence-tile.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './commune.messages.ts'

/** Flags, the serious ones first; each leads to its place on the page. */
function Flags({ flags }: { flags: readonly Flag[] }) {
  const language = useLanguage()
  if (flags.length === 0) return <Notice kind="good">{words.noFlags[language]}</Notice>
  const sorted = [...flags].sort((a, b) => Number(a.weight === 'note') - Number(b.weight === 'note'))
  return (
    <>
      <ul className="tasks">
        {sorted.map((flag) => (
          <li className="task" key={`${flag.kind}:${flag.target.kind}:${flag.target.id}`}>
            <span>
              {flag.target.kind === 'producer' ? (
                flag.target.title
              ) : (
                <a href={`#${anchor(flag.target.kind, flag.target.id)}`}>
                  {flag.target.kind === 'criterion' ? `${flag.target.id} ${flag.target.title}` : flag.target.title}
                </a>
              )}
              <span className="hint">{flag.text[language]}</span>
            </span>
            <State kind={flag.weight === 'warn' ? 'back' : 'info'}>
              {flag.weight === 'warn' ? (language === 'vi' ? 'Cần làm rõ' : 'To clear up') : language === 'vi' ? 'Lưu ý' : 'Note'}
            </State>
          </li>
        ))}
      </ul>
      <p className="hint mt">{words.flagsHint[language]}</p>
    </>
  )
}

function anchor(kind: string, id: string): string {
  return `${kind === 'paper' ? 'giay-to' : 'tieu-chi'}-${id.replace(/[^\p{L}\p{N}-]/gu, '-')}`
}

/** Answers by part, as filed: points at the right edge, evidence as links. */
function AnswersTable({ snapshot, flags }: { snapshot: Snapshot; flags: readonly Flag[] }) {
  const language = useLanguage()
  const titles = new Map(snapshot.papers.map((paper) => [paper.id, paper.title]))
  const flagged = new Set(flags.filter((flag) => flag.target.kind === 'criterion' && flag.weight === 'warn').map((flag) => flag.target.id))
  const parts = [...new Set(snapshot.answers.map((answer) => answer.part))]
  return (
    <div className="stack">
      {parts.map((part) => (
        <Table
          key={part}
          caption={`${part}: ${snapshot.totals.parts[part] ?? ''} ${words.points[language]}`}
          showCaption
          rows={snapshot.answers.filter((answer) => answer.part === part)}
          rowKey={(answer) => answer.criterion}
          columns={[
            {
              key: 'title',
              label: words.criterion[language],
              head: true,
              cell: (answer) => (
                <span id={anchor('criterion', answer.criterion)}>
                  <span className="num strong">{answer.criterion}</span> {answer.title}{' '}
                  {flagged.has(answer.criterion) ? <State kind="back">{language === 'vi' ? 'Cần làm rõ' : 'To clear up'}</State> : null}
                </span>
              ),
            },
            {
              key: 'option',
              label: words.chosen[language],
              narrow: 'full',
              cell: (answer) => (
                <>
                  {answer.optionText}
                  {answer.description === '' ? null : <small>{answer.description}</small>}
                </>
              ),
            },
            {
              key: 'evidence',
              label: words.evidence[language],
              narrow: 'full',
              cell: (answer) =>
                answer.paperIds.length === 0 ? (
                  <span className="quiet">{words.none[language]}</span>
                ) : (
                  answer.paperIds.map((id) => (
                    <a key={id} className="block" href={`#${anchor('paper', id)}`}>
                      {titles.get(id) ?? '?'}
                    </a>
                  ))
                ),
            },
            {
              key: 'points',
              label: words.points[language],
              align: 'right',
              narrow: 'labelled',
              nowrap: true,
              cell: (answer) => (
                <>
                  <b className="num">{answer.points}</b>
                  <span className="quiet num">/{answer.max}</span>
                </>
              ),
            },
          ]}
        />
      ))}
    </div>
  )
}

function Papers({ papers, flags }: { papers: readonly SnapshotPaper[]; flags: readonly Flag[] }) {
  const language = useLanguage()
  if (papers.length === 0) return <EmptyState title={words.noPapers[language]} />
  return (
    <EvidenceList>
      {papers.map((paper) => {
        const own = flags.filter((flag) => flag.target.kind === 'paper' && flag.target.id === paper.id)
        return (
          <EvidenceTile
            key={paper.id}
            title={paper.title}
            confidential={paper.confidential}
            {...(paper.number === null
              ? {}
              : { number: `${paper.number}${paper.issuedOn === null ? '' : ` · ${formatDate(paper.issuedOn)}`}` })}
            note={[paper.issuer, paper.holder, paper.expiresOn && `${language === 'vi' ? 'hạn' : 'until'} ${formatDate(paper.expiresOn)}`]
              .filter(Boolean)
              .join(' · ')}
            {...(own[0]
              ? {
                  state: {
                    kind: own.some((flag) => flag.weight === 'warn') ? ('back' as const) : ('info' as const),
                    text: language === 'vi' ? 'Lưu ý' : 'Look',
                  },
                }
              : {})}
            actions={paper.files.map((file) => ({ href: `/tep/giay-to/${file.id}`, label: file.fileName }))}
          >
            <span id={anchor('paper', paper.id)}>
              {own.map((flag) => (
                <small key={flag.kind} className="block">
                  {flag.text[language]}
                </small>
              ))}
            </span>
          </EvidenceTile>
        )
      })}
    </EvidenceList>
  )
}

function ReportTexts({ snapshot, labels }: { snapshot: Snapshot; labels: Readonly<Record<string, string>> }) {
  const language = useLanguage()
  const texts = Object.entries(snapshot.report).filter(([, text]) => text !== '')
  if (texts.length === 0) return null
  return (
    <Disclose summary={words.more[language]}>
      <Facts facts={texts.map(([key, text]) => ({ label: labels[key] ?? key, value: text }))} />
    </Disclose>
  )
}

/** What the machine noticed, with how many of it warn. */
export function FlagSection({ flags }: { flags: readonly Flag[] }) {
  const language = useLanguage()
  const warned = flags.filter((flag) => flag.weight === 'warn').length
  return (
    <section aria-labelledby="luu-y">
      <h2 id="luu-y" className="mb">
        {words.flags[language]} {warned > 0 ? <span className="num">({warned})</span> : null}
      </h2>
      <Flags flags={flags} />
    </section>
  )
}

/** What the producer claims and rests it on: answers, report, papers. */
export function Claims({
  snapshot,
  flags,
  labels,
}: {
  snapshot: Snapshot
  flags: readonly Flag[]
  labels: Readonly<Record<string, string>>
}) {
  const language = useLanguage()
  return (
    <>
      <section aria-labelledby="tu-danh-gia">
        <h2 id="tu-danh-gia" className="mb">
          {words.answers[language]}
        </h2>
        <AnswersTable snapshot={snapshot} flags={flags} />
      </section>
      <ReportTexts snapshot={snapshot} labels={labels} />
      <section aria-labelledby="minh-chung">
        <h2 id="minh-chung" className="mb">
          {words.papers[language]}
        </h2>
        <Papers papers={snapshot.papers} flags={flags} />
      </section>
    </>
  )
}
