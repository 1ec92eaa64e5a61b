// Why it is so many stars, and every point behind it: proof and matrix, from a result's basis.
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import type { BasisGate, ResultBasis } from '#/programme/council/result.ts'
import { useLanguage } from '../ui/language.ts'
import { ProofPanel, type ProofLine } from '../ui/proof-panel.tsx'
import { ScoreMatrix, type MatrixRow } from '../ui/score-matrix.tsx'
import { fill, words } from './closing-pages.messages.ts'
import { givenName } from './closing-board.tsx'
import { missingGates, shortOf } from './short-of.ts'

const gateOf = (gate: BasisGate) => ({
  code: gate.criterion,
  met: gate.met,
  ...(gate.meeting === gate.sheets || gate.meeting === 0 ? {} : { votes: `${gate.meeting}/${gate.sheets}` }),
})

export function Proof({ basis, provisional = false }: { basis: ResultBasis; provisional?: boolean }) {
  const language = useLanguage()
  const { mean, star } = basis
  if (!mean || star === null) return null
  const next = basis.proof.find((row) => row.star === star + 1)
  const gates = (level: number) => basis.gates.filter((gate) => gate.star === level)
  const from = basis.thresholds.find((threshold) => threshold.star === basis.pointsStar)?.from ?? 0
  const totals = basis.totals.map((entry) => entry.total)
  const reached = basis.proof.filter((row) => row.star <= star && gates(row.star).length > 0)
  const lines: ProofLine[] = [
    {
      met: true,
      title: fill(words.proofMean[language], { mean: decimalComma(mean.printed), star: basis.pointsStar ?? star, from }),
      note: fill(words.proofExact[language], { working: `(${totals.join(' + ')}) / ${totals.length}`, exact: mean.exact }),
    },
    ...reached.map((row): ProofLine => {
      const own = gates(row.star)
      const dissent = [
        ...new Set(
          own.flatMap((gate) => (gate.dissent.length > 0 ? [`${gate.criterion} (${gate.dissent.map(givenName).join(', ')})`] : [])),
        ),
      ]
      return {
        met: row.gatesMet,
        title: fill(words.proofGates[language], { star: row.star, met: own.filter((gate) => gate.met).length, all: own.length }),
        gates: own.map(gateOf),
        ...(dissent.length > 0 ? { note: fill(words.dissent[language], { list: dissent.join('; ') }) } : {}),
      }
    }),
    ...(next
      ? [
          {
            met: false,
            title: shortOf(next, basis.gates, language),
            gates: missingGates(basis.gates, next.star).map(gateOf),
          },
        ]
      : []),
    { met: true, title: words.proofNoEnding[language] },
  ]
  return (
    <ProofPanel
      title={next ? fill(words.proofIs[language], { star, next: next.star }) : fill(words.proofTop[language], { star })}
      {...(provisional ? { hint: words.provisional[language] } : {})}
      stars={star}
      lines={lines}
      foot={
        <span className="num breakable">
          {fill(words.proofFoot[language], {
            count: basis.sheets.length,
            hash: basis.sheetsHash,
            pack: basis.regulation.id,
            packHash: basis.regulation.hash,
          })}
        </span>
      }
    />
  )
}

export function Matrix({ basis }: { basis: ResultBasis }) {
  const language = useLanguage()
  const { mean, spread } = basis
  if (!mean || !spread) return null
  const members = basis.sheets.map((sheet) => ({ id: sheet.memberId, short: givenName(sheet.name), full: sheet.name }))
  const high = basis.sheets.findIndex((sheet) => sheet.memberId === spread.high.memberId)
  const low = basis.sheets.findIndex((sheet) => sheet.memberId === spread.low.memberId)
  const rows = basis.parts.flatMap((part): MatrixRow[] => [
    {
      label: `${part.code}. ${part.title} (${part.max})`,
      kind: 'part',
      points: part.points.map((entry) => entry.points),
      mean: decimalComma(part.meanPrinted),
    },
    ...basis.perCriterion
      .filter((entry) => entry.part === part.code)
      .map((entry): MatrixRow => {
        const driver = spread.drivers.some((one) => one.criterion === entry.criterion && one.points >= 2)
        return {
          code: entry.criterion,
          label: entry.title,
          points: entry.points.map((one) => one.points),
          mean: decimalComma(entry.meanPrinted),
          ...(driver ? { kind: 'driver' as const, high, low } : {}),
        }
      }),
  ])
  return (
    <div>
      <h2 className="mb">{words.matrix[language]}</h2>
      <ScoreMatrix
        caption={words.matrix[language]}
        members={members}
        rows={rows}
        total={{ label: words.total[language], points: basis.totals.map((entry) => entry.total), mean: decimalComma(mean.printed) }}
        labels={{ criterion: words.criterion[language], mean: words.mean[language] }}
      />
      <p className="hint mt">{words.matrixHint[language]}</p>
    </div>
  )
}
