// The former answer of one criterion, to be confirmed by hand, and the papers that proved it then. Never points.
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { words } from './later.messages.ts'
import type { FormerView } from './dossier.server.ts'

const paperWords = { good: words.paperGood, expired: words.paperExpired, removed: words.paperRemoved, noFile: words.paperNoFile } as const

export function FormerNotice({
  former,
  edit,
  version,
  option,
}: {
  former: FormerView
  edit: boolean
  version: number
  option: number | null
}) {
  const language = useLanguage()
  const text = (answer: { option: number; text: string }) => (answer.option === 0 ? words.formerNone[language] : answer.text)
  const same = former.confirm !== null && former.confirm === option
  const differs = former.claimed.some(
    (claim) => !former.answers.some((answer) => answer.option === claim.option && answer.criterion === claim.criterion),
  )
  return (
    <Notice kind={same ? 'good' : 'info'} title={`${words.former[language]} (${former.regulation})`}>
      {former.answers.length === 0 ? <p>{words.formerNew[language]}</p> : null}
      {former.answers.map((answer) => (
        <p key={answer.criterion}>
          {former.accepted ? words.formerAccepted[language] : words.formerClaimed[language]}{' '}
          <span className="num">({answer.criterion})</span>: {text(answer)}
        </p>
      ))}
      {former.accepted && differs
        ? former.claimed.map((claim) => (
            <p className="hint" key={claim.criterion}>
              {words.formerClaimed[language]} <span className="num">({claim.criterion})</span>: {text(claim)}
            </p>
          ))
        : null}
      {former.note === null ? null : <p className="hint">{former.note}</p>}
      {former.answers.length > 0 && former.confirm === null ? <p>{words.formerUnsure[language]}</p> : null}
      {same ? <p>{words.formerSame[language]}</p> : null}
      {former.answers.length > 0 ? <p className="hint">{words.formerNoPoints[language]}</p> : null}
      {edit && former.confirm !== null && !same ? (
        <form method="post">
          <input type="hidden" name="_version" value={version} />
          <Button kind="quiet" small name="deed" value={`former:${former.confirm}`}>
            {words.confirmFormer[language]}
          </Button>
        </form>
      ) : null}
      {former.papers.length === 0 ? null : (
        <>
          <p>
            <b>{words.formerPapers[language]}</b>
          </p>
          <ul className="list">
            {former.papers.map((paper) => (
              <li key={paper.paperId}>
                {paper.title}: {paperWords[paper.state][language]}
                {paper.expires === null ? '' : ` (${paper.expires})`}
              </li>
            ))}
          </ul>
          {edit && former.papers.some((paper) => paper.state === 'good') ? (
            <form method="post">
              <Button kind="quiet" small name="deed" value="takeFormer">
                {words.take[language]}
              </Button>
            </form>
          ) : null}
        </>
      )}
    </Notice>
  )
}
