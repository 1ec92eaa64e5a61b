// What this noun reads of a closed result. Tolerant: the council writes the basis, we print some of it.

export type CriterionMean = { criterion: string; points: string }
export type MissedCouncilGate = { star: number; criterion: string; needed: number }

export type ResultBasis = {
  snapshotHash: string | null
  meanExact: string | null
  perCriterion: CriterionMean[]
  missed: MissedCouncilGate[]
  /** Why an assessment ended without a star, in the words of the confirmed ending. */
  endingText: string | null
}

type Loose = Record<string, unknown>
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : [])
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** Reads a stored basis; what is absent is null or empty, never a fault: a letter without a line is better than none. */
export function readBasis(stored: unknown): ResultBasis {
  const basis = isRecord(stored) ? stored : {}
  const mean = isRecord(basis['mean']) ? textOf(basis['mean']['exact']) : textOf(basis['meanExact'] ?? basis['mean'])
  const ending = isRecord(basis['ending']) ? basis['ending'] : {}
  return {
    snapshotHash: textOf(basis['snapshotHash']),
    meanExact: mean,
    perCriterion: listOf(basis['perCriterion']).flatMap((entry) => {
      const criterion = textOf(entry['criterion'] ?? entry['code'])
      const points = textOf(entry['meanPrinted'] ?? entry['mean'] ?? entry['points'])
      return criterion !== null && points !== null ? [{ criterion, points }] : []
    }),
    missed: listOf(basis['gates']).flatMap((entry) => {
      const criterion = textOf(entry['criterion'])
      const star = numberOf(entry['star'])
      const needed = numberOf(entry['needed'])
      return entry['met'] !== true && criterion !== null && star !== null && needed !== null ? [{ star, criterion, needed }] : []
    }),
    endingText: [textOf(ending['ruleText'] ?? ending['rule']), textOf(ending['reason'])].filter((part) => part !== null).join(': ') || null,
  }
}
