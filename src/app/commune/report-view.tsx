// Mẫu 03 to read: for the leader before issuing, and for the province.
import type { Opinions, ReportContent } from '#/programme/commune/report.ts'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { words } from './commune.messages.ts'

type Props = { contents: readonly ReportContent[]; opinions: Opinions; conclusion: string; proposes: boolean | null }

export function ReportView({ contents, opinions, conclusion, proposes }: Props) {
  const language = useLanguage()
  return (
    <div className="stack">
      {contents.map((content, index) => {
        const one = opinions[content.id]
        return (
          <section key={content.id}>
            <h3>
              {index + 1}. {content.title[language]}
            </h3>
            {one?.finding ? (
              <p>
                <State kind={one.finding === 'agrees' ? 'done' : one.finding === 'differs' ? 'back' : 'ended'}>
                  {(one.finding === 'agrees' ? words.agrees : one.finding === 'differs' ? words.differs : words.naFinding)[language]}
                </State>
              </p>
            ) : null}
            <p className="quote">{one?.opinion === '' || one === undefined ? '–' : one.opinion}</p>
          </section>
        )
      })}
      <Panel wash title={words.conclusion[language]} small>
        {proposes === null ? null : (
          <p>
            <State kind={proposes ? 'done' : 'stop'}>{(proposes ? words.proposesYes : words.proposesNo)[language]}</State>
          </p>
        )}
        <p>{conclusion}</p>
      </Panel>
    </div>
  )
}
