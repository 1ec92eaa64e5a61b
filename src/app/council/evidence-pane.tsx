// Left of the score sheet: evidence, self-assessment, commune report, flags, samples. One page with anchors, so nothing typed is ever lost.
import { formatDate } from '#/platform/text/format.ts'
import type { ItemPack } from '#/programme/council/item.view.ts'
import type { SnapshotPaper } from '#/programme/dossier/snapshot.ts'
import { SinceSection } from '../commune/since-section.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { ConfidentialMark } from '../ui/confidential-mark.tsx'
import { State } from '../ui/state.tsx'
import { fill, words } from './council-pages.messages.ts'
import { Checks } from './evidence-checks.tsx'

export function EvidencePane({ pack, code }: { pack: ItemPack; code: string | null }) {
  const language = useLanguage()
  const answer = pack.snapshot.answers.find((entry) => entry.criterion === code)
  // With no criterion in hand every paper is shown, folded.
  const mine = pack.snapshot.papers.filter((paper) => code === null || answer?.paperIds.includes(paper.id))
  const others = pack.snapshot.papers.filter((paper) => !mine.includes(paper))
  return (
    <section className="pane" aria-label={words.papers[language]} tabIndex={0} data-evidence-pane="">
      <nav className="tabs" aria-label={words.papers[language]}>
        <a href="#minh-chung" aria-current="true">
          {words.evidence[language]} <span className="n">{mine.length}</span>
        </a>
        <a href="#tu-danh-gia">{words.self[language]}</a>
        {pack.snapshot.since === undefined ? null : <a href="#thay-doi">{words.since[language]}</a>}
        <a href="#bao-cao-xa">{words.report[language]}</a>
        <a href="#luu-y">{words.flags[language]}</a>
        <a href="#kiem-tra">
          {words.checks[language]} <span className="n">{pack.visits.length + pack.tests.length}</span>
        </a>
        <a href="#mau">{words.samples[language]}</a>
      </nav>
      <div className="docview" id="minh-chung">
        {mine.length === 0 ? <p className="hint">{words.paperNone[language]}</p> : null}
        {mine.map((paper, index) => (
          <PaperView
            key={paper.id}
            paper={paper}
            open={index === 0 && code !== null && !paper.confidential}
            usedFor={usedFor(pack, paper.id)}
          />
        ))}
      </div>
      <div className="pane-body stack">
        {code === null ? null : <SelfAssessment pack={pack} code={code} />}
        <SinceSection snapshot={pack.snapshot} id="thay-doi" level={3} />
        <CommuneReport pack={pack} code={code} />
        <Flags pack={pack} code={code} />
        <Checks pack={pack} code={code} />
        <Samples pack={pack} />
        {others.length === 0 ? null : (
          <Disclose summary={`${words.otherPapers[language]} (${others.length})`}>
            {others.map((paper) => (
              <PaperView key={paper.id} paper={paper} open={false} usedFor={usedFor(pack, paper.id)} />
            ))}
          </Disclose>
        )}
        <Disclose summary={words.allSelf[language]}>
          <ul className="tasks">
            {pack.snapshot.answers.map((entry) => (
              <li key={entry.criterion} className="task">
                <span>
                  <span className="num quiet">{entry.criterion}</span> {entry.title}
                  <span className="hint block">{entry.optionText}</span>
                </span>
                <b className="num">
                  {entry.points}/{entry.max}
                </b>
              </li>
            ))}
          </ul>
        </Disclose>
      </div>
    </section>
  )
}

/** One paper with its pages drawn by the server; the first page at once, the others when they scroll into view. */
function PaperView({ paper, open, usedFor: codes }: { paper: SnapshotPaper; open: boolean; usedFor: string }) {
  const language = useLanguage()
  return (
    <details className="paper-view" open={open}>
      <summary>
        <b>{paper.title}</b> <span className="quiet">{about(paper, codes, language)}</span>
        {paper.confidential ? <ConfidentialMark /> : null}
      </summary>
      {paper.files.map((file) => (
        <div key={file.id}>
          <p className="row between">
            <span className="quiet">{file.fileName}</span>
            <a className="tap" href={`/tep/giay-to/${file.id}`} data-evidence="">
              {words.openFile[language]}
              <span className="vh"> {paper.title}</span>
            </a>
          </p>
          {Array.from({ length: Math.min(file.pageCount ?? 1, 8) }, (_, index) => (
            <img
              key={index}
              className="docimg"
              src={`/tep/giay-to/${file.id}/trang/${index + 1}`}
              alt={`${paper.title}, ${fill(words.page[language], { n: index + 1 })}`}
              loading={open && index === 0 ? 'eager' : 'lazy'}
            />
          ))}
        </div>
      ))}
    </details>
  )
}

function about(paper: SnapshotPaper, codes: string, language: Language): string {
  const expiry = paper.expiresOn === null ? '' : fill(words.expires[language], { date: formatDate(paper.expiresOn) })
  const criteria = codes === '' ? '' : `${words.criterion[language].toLowerCase()} ${codes}`
  return [paper.number ?? '', paper.issuer ?? '', expiry, criteria].filter((part) => part !== '').join(' · ')
}

function usedFor(pack: ItemPack, paperId: string): string {
  return pack.snapshot.answers
    .filter((answer) => answer.paperIds.includes(paperId))
    .map((answer) => answer.criterion)
    .join(', ')
}

function SelfAssessment({ pack, code }: { pack: ItemPack; code: string }) {
  const language = useLanguage()
  const answer = pack.snapshot.answers.find((entry) => entry.criterion === code)
  return (
    <section id="tu-danh-gia">
      <h2 className="h3">{fill(words.selfOn[language], { code })}</h2>
      {answer === undefined ? (
        <p className="hint mt">{words.selfNone[language]}</p>
      ) : (
        <>
          <p className="row mt">
            <b className="num">{fill(words.selfPoints[language], { points: answer.points })}</b>
            <span className="hint">{answer.optionText}</span>
          </p>
          {answer.description === '' ? null : <p className="quote">{answer.description}</p>}
        </>
      )}
    </section>
  )
}

function CommuneReport({ pack, code }: { pack: ItemPack; code: string | null }) {
  const language = useLanguage()
  const { report } = pack
  if (report === null)
    return (
      <section id="bao-cao-xa">
        <h2 className="h3">{words.reportOn[language]}</h2>
        <p className="hint mt">{words.reportNone[language]}</p>
      </section>
    )
  const here = report.contents.filter((content) => code !== null && content.criteria.includes(code))
  const rest = report.contents.filter((content) => !here.includes(content))
  return (
    <section id="bao-cao-xa">
      <h2 className="h3">{words.reportOn[language]}</h2>
      {here.map((content) => (
        <div key={content.id}>
          <p className="strong mt">{content.title[language]}</p>
          <p className="quote">{content.text}</p>
        </div>
      ))}
      <p className="mt">
        <b>{words.conclusion[language]}:</b> {report.conclusion}
      </p>
      {report.signedOn === null ? null : (
        <p className="hint">{fill(words.reportSigned[language], { date: formatDate(report.signedOn) })}</p>
      )}
      <Disclose summary={language === 'vi' ? `Các nội dung khác (${rest.length})` : `Other contents (${rest.length})`}>
        {rest.map((content) => (
          <div key={content.id}>
            <p className="strong">{content.title[language]}</p>
            <p className="quote">{content.text}</p>
          </div>
        ))}
        {report.photos.map((photo) => (
          <img key={photo.id} className="docimg" src={`/tep/anh-bao-cao/${photo.id}`} alt={photo.caption} loading="lazy" />
        ))}
      </Disclose>
    </section>
  )
}

function Flags({ pack, code }: { pack: ItemPack; code: string | null }) {
  const language = useLanguage()
  const asked = pack.notes
    .filter((note) => note.bringToCouncil)
    .toSorted((a, b) => Number(b.criterion === code) - Number(a.criterion === code))
  const remarks = pack.notes.filter((note) => !note.bringToCouncil)
  const empty = asked.length === 0 && remarks.length === 0 && pack.flags.length === 0 && pack.advisorySummary === null
  return (
    <section id="luu-y">
      <h2 className="h3">{words.flags[language]}</h2>
      {empty ? <p className="hint mt">{words.noFlags[language]}</p> : null}
      {asked.length === 0 ? null : <p className="strong mt">{words.toCouncil[language]}</p>}
      {asked.map((note) => (
        <p key={note.criterion} className="quote">
          <b className="num">{note.criterion}</b> {note.remark}
        </p>
      ))}
      {pack.advisorySummary === null ? null : <p className="quote">{pack.advisorySummary}</p>}
      {pack.advisoryPaper === null ? null : (
        <p>
          <a href={`/tep/van-ban/${pack.advisoryPaper}`}>{words.advisoryPaper[language]}</a>
        </p>
      )}
      {remarks.length === 0 ? null : <p className="strong mt">{words.remarks[language]}</p>}
      {remarks.map((note) => (
        <p key={note.criterion} className="quote">
          <b className="num">{note.criterion}</b> {note.remark}
        </p>
      ))}
      {pack.flags.length === 0 ? null : (
        <Disclose summary={`${words.machineFlags[language]} (${pack.flags.length})`}>
          <ul className="tasks">
            {pack.flags.map((flag, index) => (
              <li key={`${flag.kind}-${flag.target.id}-${index}`} className="task">
                <span>
                  <b>{flag.target.title}</b>
                  <span className="hint block">{flag.text[language]}</span>
                </span>
                <State kind={flag.weight === 'warn' ? 'late' : 'info'}>
                  {flag.weight === 'warn' ? (language === 'vi' ? 'Cần xem' : 'Look') : language === 'vi' ? 'Ghi nhận' : 'Note'}
                </State>
              </li>
            ))}
          </ul>
        </Disclose>
      )}
    </section>
  )
}

function Samples({ pack }: { pack: ItemPack }) {
  const language = useLanguage()
  const { samples, snapshot } = pack
  return (
    <section id="mau">
      <h2 className="h3">{words.samples[language]}</h2>
      <p className="mt">
        {samples === null
          ? words.samplesNone[language]
          : fill(words.samplesText[language], { handed: samples.handed, required: samples.required, received: samples.received ?? 0 })}
      </p>
      <p className="hint">{snapshot.product.packs.map((pack) => `${pack.name} ${pack.netContent}`).join(' · ')}</p>
      {snapshot.product.photos.map((photo) => (
        <img
          key={photo.id}
          className="docimg"
          src={`/tep/anh/${photo.id}`}
          alt={photo.caption === '' ? snapshot.product.name : photo.caption}
          loading="lazy"
        />
      ))}
    </section>
  )
}
