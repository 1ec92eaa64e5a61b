// In the evidence pane: what a field visit saw and what a laboratory found, the criterion in hand first.
import { formatDate } from '#/platform/text/format.ts'
import type { ItemPack } from '#/programme/council/item.view.ts'
import { labVerdictWords } from '#/programme/lab-test/lab-test.ts'
import { verdictWords } from '#/programme/visit/visit.ts'
import { FileList } from '../after/file-list.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { fill, words } from './council-pages.messages.ts'

export function Checks({ pack, code }: { pack: ItemPack; code: string | null }) {
  const language = useLanguage()
  const { visits } = pack
  const tests = pack.tests.toSorted((a, b) => Number(b.criterion === code) - Number(a.criterion === code))
  return (
    <section id="kiem-tra">
      <h2 className="h3">{words.checks[language]}</h2>
      {visits.length === 0 && tests.length === 0 ? <p className="hint mt">{words.noChecks[language]}</p> : null}
      {visits.map((visit) => (
        <Visit key={visit.id} visit={visit} code={code} />
      ))}
      {tests.map((test) => (
        <div key={test.id}>
          <p className="strong mt">
            {test.criterion === null ? null : <span className="num quiet">{test.criterion} </span>}
            {fill(words.testBy[language], { what: test.what })}
          </p>
          {test.verdict === null ? null : (
            <p>
              <State kind={test.verdict === 'meets' ? 'done' : test.verdict === 'fails' ? 'stop' : 'info'}>
                {labVerdictWords[test.verdict][language]}
              </State>
            </p>
          )}
          <p className="quote">{test.summary}</p>
          <p className="hint">
            {fill(words.testResult[language], {
              number: test.resultNumber ?? '',
              date: test.resultOn === null ? '' : formatDate(test.resultOn),
              laboratory: test.laboratory,
            })}
          </p>
          <FileList files={test.files} />
        </div>
      ))}
    </section>
  )
}

function Visit({ visit, code }: { visit: ItemPack['visits'][number]; code: string | null }) {
  const language = useLanguage()
  const here = visit.answers.filter((answer) => code === null || answer.criterion === code)
  const rest = visit.answers.filter((answer) => !here.includes(answer))
  const day = visit.visitedOn === null ? '' : formatDate(visit.visitedOn)
  return (
    <div>
      <p className="strong mt">{fill(words.visitOn[language], { date: day, place: visit.place })}</p>
      <Answers answers={here} />
      <p className="quote">{visit.findings}</p>
      <p>
        <b>{words.conclusion[language]}:</b> {visit.conclusion}
      </p>
      {visit.documentId === null ? null : (
        <p>
          <a className="tap" href={`/tep/van-ban/${visit.documentId}`}>
            {words.visitPaper[language]}
          </a>
        </p>
      )}
      {rest.length === 0 ? null : (
        <Disclose summary={fill(words.otherCriteria[language], { n: rest.length })}>
          <Answers answers={rest} />
        </Disclose>
      )}
      {visit.photos.map((photo) => (
        <img key={photo.id} className="docimg" src={`/tep/kem-theo/${photo.id}`} alt={photo.fileName} loading="lazy" />
      ))}
    </div>
  )
}

function Answers({ answers }: { answers: ItemPack['visits'][number]['answers'] }) {
  const language = useLanguage()
  if (answers.length === 0) return null
  return (
    <ul className="tasks">
      {answers.map((answer) => (
        <li key={answer.criterion} className="task">
          <span>
            <span className="num quiet">{answer.criterion}</span>
            {answer.remark === '' ? null : <span className="hint block">{answer.remark}</span>}
          </span>
          <State kind={answer.verdict === 'matches' ? 'done' : 'late'}>{verdictWords[answer.verdict][language]}</State>
        </li>
      ))}
    </ul>
  )
}
