// The submissions a draft went to its leader with, each beside what it asked; the paper itself is the stored one.
import { formatDate } from '#/platform/text/format.ts'
import type { PlanRecord } from '#/programme/programme-plan/plan.store.ts'
import type { Submission } from '#/programme/programme-plan/submission.actions.ts'
import { fill } from '../idea/idea.messages.ts'
import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { words } from './plan.messages.ts'

export function Submissions({ submissions, plan }: { submissions: readonly Submission[]; plan: Pick<PlanRecord, 'state' | 'version'> }) {
  const language = useLanguage()
  if (submissions.length === 0) return null
  return (
    <section className="stack" id="to-trinh" aria-labelledby="to-trinh-ten">
      <h2 id="to-trinh-ten">{words.submissions[language]}</h2>
      {submissions.map((one, index) => {
        // Sending counted the draft up by one; whatever was sent back and changed since has another version.
        const now = index === 0 && (plan.state === 'submitted' ? plan.version === one.planVersion + 1 : plan.state !== 'draft')
        return (
          <Panel key={one.id} small wash>
            <div className="row between">
              <b>
                {one.number}, {formatDate(one.issuedOn)}
              </b>
              <State kind={now ? 'info' : 'ended'}>{(now ? words.ofThisSending : words.ofEarlierSending)[language]}</State>
            </div>
            <p className="quiet">
              {fill(words.withDraft[language], { version: one.planVersion, opinions: one.opinions, signer: one.signerName })}
            </p>
            <p className="pre">
              <b>{words.need[language]}</b>: {one.need}
            </p>
            <p className="pre">
              <b>{words.asks[language]}</b>: {one.asks}
            </p>
            <p className="row no-print">
              <ButtonLink kind="quiet" small icon="doc" href={`/tep/van-ban/${one.documentId}`}>
                {words.paper[language]}
              </ButtonLink>
              <WordLink href={`/tep/van-ban/${one.documentId}.docx`} />
            </p>
          </Panel>
        )
      })}
    </section>
  )
}
