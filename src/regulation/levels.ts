// What follows a council's result at each level: read from the pack's `levels`, decided on exact fractions. Pure.
import { compareFractions, fraction, type Fraction } from './fraction.ts'
import type { Level, LevelRule, ReturnChoice, Words } from './level.schema.ts'
import type { DossierComponent, DossierKind, Regulation } from './regulation.schema.ts'

/** Anything that carries a regulation: a whole `Pack`, or a pinned revision of one. */
export type WithRegulation = { readonly regulation: Regulation }

/** How an assessment at one level ended. `invalidDossier` = the level finds the dossier invalid and does not assess it. */
export type LevelOutcome = 'scored' | 'disqualified' | 'eliminated' | 'notAssessable' | 'stopped' | 'invalidDossier'

/**
 * A council's result on one dossier: `mean` exact (see `councilResult`), `star` with gates. Both are ignored unless `outcome` is "scored".
 */
export type LevelResult = { readonly outcome: LevelOutcome; readonly mean: Fraction; readonly star: number }

/** What the level that gets a result back may do; `letter` = no star can be recognised on it, the producer is told why. */
export type WayBack = ReturnChoice | 'completeAndAssess' | 'letter'

export type Source = { readonly source: string }

/**
 * What follows. Exactly one of:
 * - `recogniseHere`: the authority of this level decides and certifies `star`.
 * - `sendUp`: the result is approved (`approves`) and the dossier goes on to `to`, with the samples when `samples`.
 * - `returnDown`: the dossier goes back to `to`, which picks one of `choices`; `star` is the star of this result.
 * - `letter`: no decision, no certificate; the producer gets the result with reasons (1–2 stars, or an ended assessment).
 * - `personDecides`: the text leaves it open (the printed "> 50" at exactly 50); `ways` are what a person may choose between, with a reason.
 */
export type AfterResult =
  | ({ readonly step: 'recogniseHere'; readonly star: number; readonly recogniser: Words } & Source)
  | ({ readonly step: 'sendUp'; readonly to: Level; readonly approves: boolean; readonly samples: boolean } & Source)
  | ({
      readonly step: 'returnDown'
      readonly to: Level
      readonly because: 'points' | 'gates' | 'invalidDossier'
      readonly star: number | null
      readonly choices: readonly WayBack[]
    } & Source)
  | ({ readonly step: 'letter'; readonly star: number | null } & Source)
  | ({ readonly step: 'personDecides'; readonly to: Level; readonly because: 'boundary'; readonly ways: readonly WayBack[] } & Source)

/** The levels a dossier passes, lowest first. */
export function pathOf(pack: WithRegulation): readonly Level[] {
  return pack.regulation.levels.map((entry) => entry.level)
}

/** The pack's rule for a level; undefined where the pack has none (1489 and 26/2026 have no district). */
export function levelOf(pack: WithRegulation, level: Level): LevelRule | undefined {
  return pack.regulation.levels.find((entry) => entry.level === level)
}

/** The level above, undefined at the top. Throws RangeError for a level the pack does not have. */
export function nextLevel(pack: WithRegulation, level: Level): Level | undefined {
  const path = pathOf(pack)
  const place = path.indexOf(level)
  if (place < 0) throw new RangeError(`${pack.regulation.id} has no level ${level}`)
  return path[place + 1]
}

/** The level whose authority recognises `star`, with its title; undefined where no decision is made (1–2 stars). */
export function recogniserOf(pack: WithRegulation, star: number): { readonly level: Level; readonly recogniser: Words } | undefined {
  const found = pack.regulation.levels.find((entry) => entry.recognises.includes(star))
  return found ? { level: found.level, recogniser: found.recogniser ?? found.body } : undefined
}

/** Whether a mean lies in [from, below), or (from, below) where the lower end is excluded. Compared exactly, before any rounding. */
export function inRange(
  mean: Fraction,
  range: { readonly from: number; readonly atFrom?: 'included' | 'excluded'; readonly below?: number | undefined },
): boolean {
  const low = compareFractions(mean, fraction(range.from))
  if (low < 0 || (low === 0 && range.atFrom === 'excluded')) return false
  return range.below === undefined || compareFractions(mean, fraction(range.below)) < 0
}

function choicesFor(rule: LevelRule, choices: readonly ReturnChoice[], star: number): WayBack[] {
  const recognises = rule.recognises.includes(star)
  const usable = choices.filter((choice) => choice !== 'recogniseOnThatResult' || recognises)
  return recognises ? usable : [...usable, 'letter']
}

/**
 * What follows a result of `level`. Throws RangeError for a level the pack does not have, or one that does not assess.
 * Order: ended assessments, then the way up (by points alone, whatever gates were missed), then recognition here, then the way back down.
 * Interpretation: a result whose star a lower level recognises goes back to that level also where only gates, not points, kept it down.
 */
export function afterResult(pack: WithRegulation, level: Level, result: LevelResult): AfterResult {
  const rule = levelOf(pack, level)
  if (!rule || rule.role !== 'assessment') throw new RangeError(`${pack.regulation.id}: ${level} assesses nothing`)
  if (result.outcome === 'invalidDossier') return invalid(rule)
  if (result.outcome !== 'scored') return { step: 'letter', star: null, source: rule.source }
  const { mean, star } = result
  const up = rule.sendsUp
  if (up && inRange(mean, up)) {
    return { step: 'sendUp', to: up.to, approves: up.approves ?? false, samples: up.samples ?? false, source: up.source ?? rule.source }
  }
  if (rule.recognises.includes(star)) return { step: 'recogniseHere', star, recogniser: rule.recogniser ?? rule.body, source: rule.source }
  return wayDown(pack, level, mean, star) ?? { step: 'letter', star, source: rule.source }
}

function invalid(rule: LevelRule): AfterResult {
  const back = rule.returnsInvalid
  if (!back) return { step: 'letter', star: null, source: rule.source }
  return { step: 'returnDown', to: back.to, because: 'invalidDossier', star: null, choices: ['completeAndAssess'], source: back.source }
}

function wayDown(pack: WithRegulation, level: Level, mean: Fraction, star: number): AfterResult | undefined {
  const lower = pack.regulation.levels.slice(0, pathOf(pack).indexOf(level)).toReversed()
  for (const taker of lower) {
    for (const range of taker.takesBack ?? []) {
      if (range.of !== level) continue
      if (inRange(mean, range)) {
        return {
          step: 'returnDown',
          to: taker.level,
          because: 'points',
          star,
          choices: choicesFor(taker, range.choices, star),
          source: range.source,
        }
      }
      if (inRange(mean, { ...range, atFrom: 'included' })) {
        const ways = [...new Set([...choicesFor(taker, range.choices, star), 'letter' as const])]
        return { step: 'personDecides', to: taker.level, because: 'boundary', ways, source: range.source }
      }
    }
  }
  const lowerRecogniser =
    lower.find((entry) => entry.recognises.includes(star)) ?? lower.find((entry) => entry.takesBack?.some((back) => back.of === level))
  if (!lowerRecogniser || star < leastRecognised(pack)) return undefined
  const choices = choicesFor(lowerRecogniser, ['recogniseOnThatResult', 'reassess'], star)
  return {
    step: 'returnDown',
    to: lowerRecogniser.level,
    because: 'gates',
    star,
    choices,
    source: 'interpretation: points suffice, gates do not',
  }
}

function leastRecognised(pack: WithRegulation): number {
  return Math.min(...pack.regulation.levels.flatMap((entry) => entry.recognises))
}

/**
 * The parts a dossier of this kind and set must hold when it comes to `level`: what the producer files at the lowest level, and above it
 * what the level below sends along. `star` picks what goes up for that star only (26/2026: the ministry's list); without it all are given.
 */
export function componentsFor(
  pack: WithRegulation,
  level: Level,
  kind: DossierKind,
  set: number,
  star?: number,
): readonly DossierComponent[] {
  const { components, forwarding } = pack.regulation.dossier
  const lists =
    pathOf(pack).indexOf(level) <= 0
      ? [components]
      : forwarding
          .filter((entry) => entry.to === level && (star === undefined || !entry.stars || entry.stars.includes(star)))
          .map((entry) => entry.components)
  return lists.flat().filter((part) => part.kinds.includes(kind) && !part.exceptSets?.includes(set))
}
