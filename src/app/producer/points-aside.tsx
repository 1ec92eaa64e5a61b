import { Blockers } from '../ui/blockers.tsx'
import { useLanguage } from '../ui/language.ts'
import { PointsBar } from '../ui/points-bar.tsx'
import type { PointsView } from './dossier.server.ts'
import { fill, words } from './producer.messages.ts'

/** Points by part, and what stands before the next star. */
export function PointsAside({ view, blockers = true }: { view: PointsView; blockers?: boolean }) {
  const language = useLanguage()
  return (
    <>
      <PointsBar
        title={words.points[language]}
        points={view.total}
        thresholds={view.thresholds}
        stars={view.star}
        parts={view.parts}
        {...(view.nextStar === null ? {} : { aim: view.nextStar })}
      >
        {view.pointsStar > view.star ? <p className="hint">{fill(words.gatesHold[language], { points: view.pointsStar })}</p> : null}
        <p className="hint">{fill(words.pointsHint[language], { time: view.savedAt })}</p>
      </PointsBar>
      {blockers && view.nextStar !== null ? <NextStar view={view} star={view.nextStar} /> : null}
    </>
  )
}

function NextStar({ view, star }: { view: PointsView; star: number }) {
  const language = useLanguage()
  const { gates, short, shortAfterGates } = view
  const lead = !view.reachable
    ? words.unreachable[language]
    : gates.length === 0
      ? fill(words.blockersOnlyPoints[language], { points: short })
      : shortAfterGates > 0
        ? fill(words.blockersAfter[language], { points: shortAfterGates })
        : words.blockersEnough[language]
  return (
    <Blockers
      title={fill(words.blockersTitle[language], { star })}
      summary={fill(words.blockersSummary[language], { points: short, gates: gates.length })}
      lead={lead}
      gates={gates.map((gate) => ({
        code: gate.code,
        text: fill(words.gateNow[language], { title: gate.title, now: gate.points, needed: gate.needed }),
        href: gate.href,
        here: gate.here,
      }))}
      cheapTitle={shortAfterGates > 0 ? words.cheapTitle[language] : words.cheapSpare[language]}
      cheap={view.cheap.map((step) => ({
        code: step.code,
        text: fill(words.gain[language], { title: step.title, gain: step.gain }),
        href: step.href,
        here: step.here,
      }))}
    />
  )
}
