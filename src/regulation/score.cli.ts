import { answerFaults, shown } from './answers.ts'
import { basisOf, guarded, InputError, isRecord, located, readJson, refuse, type Io, type ScoringBasis } from './input.cli.ts'
import { regulationMessages, type Message } from './regulation.messages.ts'
import { scoreSheet, type Score } from './score.ts'

const usage = 'ocop score FILE'

type ScoredCase = { regulation: string; set: number } & Score

/**
 * `score FILE`: a JSON `{regulation,set,answers:{code:optionNumber}}`, or an array of them, gives as many
 * `{regulation,set,total,parts,pointsStar,star,missed}`. Criteria without an answer count 0. One fault anywhere = nothing on `out`, 2.
 */
export function scoreCommand(args: readonly string[], io: Io): Promise<number> {
  return guarded(io, async () => {
    const input = readJson(args[0], usage)
    const bases = new Map<string, Promise<ScoringBasis>>()
    if (!Array.isArray(input)) {
      io.out(JSON.stringify(await scoreCase(input, 0, bases), null, 2))
      return 0
    }
    const scored: ScoredCase[] = []
    const faults: string[] = []
    for (const [index, one] of input.entries()) {
      try {
        scored.push(await scoreCase(one, index, bases))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        faults.push(...error.message.split('\n'))
      }
    }
    refuse(faults)
    io.out(scored.length === 0 ? '[]' : `[\n${scored.map((one) => JSON.stringify(one)).join(',\n')}\n]`)
    return 0
  })
}

async function scoreCase(input: unknown, index: number, bases: Map<string, Promise<ScoringBasis>>): Promise<ScoredCase> {
  const where = { number: String(index + 1), index: String(index) }
  const explain = (message: Message, values: Readonly<Record<string, string>>): string =>
    located(regulationMessages.caseNumber, where, message, values)
  if (!isRecord(input)) throw new InputError(explain(regulationMessages.notObject, { value: shown(input) }))
  const key = JSON.stringify([input['regulation'], input['set']])
  const basis = await (bases.get(key) ?? remember(bases, key, basisOf(input, explain)))
  const { answers } = input
  if (!isRecord(answers)) throw new InputError(explain(regulationMessages.missingAnswers, { value: shown(answers) }))
  const faults = answerFaults(basis.form, answers)
  if (faults.length > 0) throw new InputError(faults.map((fault) => explain(fault.message, fault.values)).join('\n'))
  const { regulation, set, form, thresholds } = basis
  return { regulation, set, ...scoreSheet(form, thresholds, answers as Record<string, number>) }
}

/** Keeps only what loaded: a fault is explained again for each case that has it. */
function remember(bases: Map<string, Promise<ScoringBasis>>, key: string, loading: Promise<ScoringBasis>): Promise<ScoringBasis> {
  bases.set(key, loading)
  loading.catch(() => bases.delete(key))
  return loading
}
