// A filed dossier on the screen: snapshot, flags, supplements, papers, history. The same for the commune and the province.
import { formatDate, formatDateTime, formatInstantDate } from '#/platform/text/format.ts'
import type { Flag } from '#/programme/commune/flags.ts'
import type { SupplementRequest } from '#/programme/commune/submission.store.ts'
import type { LedgerLine } from '#/programme/commune/commune.store.ts'
import type { Snapshot, SnapshotPaper } from '#/programme/dossier/snapshot.ts'
import { Disclose } from '../ui/disclose.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { EvidenceList, EvidenceTile } from '../ui/evidence-tile.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ReturnedItems } from '../ui/returned-items.tsx'
import { Stars } from '../ui/star.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { fill, verbWords, words } from './commune.messages.ts'

export function ProducerFacts({ snapshot }: { snapshot: Snapshot }) {
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

export function ProductFacts({ snapshot }: { snapshot: Snapshot }) {
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

/** Flags, the serious ones first; each leads to its place on the page. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
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
export function AnswersTable({ snapshot, flags }: { snapshot: Snapshot; flags: readonly Flag[] }) {
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

export function Papers({ papers, flags }: { papers: readonly SnapshotPaper[]; flags: readonly Flag[] }) {
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

export function ReportTexts({ snapshot, labels }: { snapshot: Snapshot; labels: Readonly<Record<string, string>> }) {
  const language = useLanguage()
  const texts = Object.entries(snapshot.report).filter(([, text]) => text !== '')
  if (texts.length === 0) return null
  return (
    <Disclose summary={words.more[language]}>
      <Facts facts={texts.map(([key, text]) => ({ label: labels[key] ?? key, value: text }))} />
    </Disclose>
  )
}

export type SupplementView = SupplementRequest & { titles: Record<string, string> }

export function Supplements({ requests }: { requests: readonly SupplementView[] }) {
  const language = useLanguage()
  return (
    <div className="stack">
      {requests.map((request) => (
        <ReturnedItems
          key={request.id}
          title={fill(words.supplementN[language], {
            n: request.ordinal,
            level: (request.level === 'commune' ? words.byCommune : words.byProvince)[language],
            due: formatDate(request.dueOn),
          })}
          lead={[request.outcome === null ? words.waiting[language] : words[request.outcome][language], request.reason]
            .filter(Boolean)
            .join(' · ')}
          items={request.items.map((item) => ({
            title: request.titles[item.id] ?? item.target,
            remark: item.ask,
            answered: item.answeredAt !== null,
            stateText: (item.answeredAt === null ? words.unanswered : words.answered)[language],
            ...(item.answer ? { action: <p>{item.answer}</p> } : {}),
          }))}
        />
      ))}
    </div>
  )
}

export type DocumentRow = { id: string; title: string; number: string | null; issuedOn: string | null; createdAt: Date }

export function Documents({ documents }: { documents: readonly DocumentRow[] }) {
  const language = useLanguage()
  if (documents.length === 0) return null
  return (
    <Panel title={words.documents[language]} small>
      <ul className="tasks mt">
        {documents.map((document) => (
          <li className="task" key={document.id}>
            <span>
              <a href={`/tep/van-ban/${document.id}`}>{document.title}</a>
              <span className="hint">
                {[document.number, document.issuedOn === null ? formatInstantDate(document.createdAt) : formatDate(document.issuedOn)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What was done, from the ledger, newest first. Reasons and remarks are shown where the verb carries one. */
export function History({ lines }: { lines: readonly LedgerLine[] }) {
  const language = useLanguage()
  if (lines.length === 0) return <EmptyState title={words.historyEmpty[language]} />
  return (
    <Timeline
      events={lines.map((line) => ({
        title: verbWords[line.verb]?.[language] ?? line.verb,
        date: formatDateTime(line.at),
        dateTime: line.at.toISOString(),
        note: [line.actorName, noteOf(line.payload, language)].filter(Boolean).join(' · '),
        state: /reject|notProposed|lapsed/.test(line.verb) ? 'stop' : /supplementAsked|sentBack/i.test(line.verb) ? 'back' : 'done',
      }))}
    />
  )
}

function noteOf(payload: Record<string, unknown>, language: 'vi' | 'en'): string {
  const text = (key: string) => (typeof payload[key] === 'string' ? payload[key] : '')
  const due = text('dueOn')
  const papers = [text('report'), text('letter')].filter((part) => /\//.test(part)).join(', ')
  return [
    text('reason') || text('remark') || text('exception'),
    due === '' ? '' : `${language === 'vi' ? 'hạn' : 'due'} ${formatDate(due)}`,
    papers,
    text('roundName'),
    typeof payload['handed'] === 'number' ? `${payload['handed']} ${words.unit[language]}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
