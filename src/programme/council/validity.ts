// The checks of a council as pages show them and minutes print them. Pure.
import type { CompositionCheck } from '#/regulation/composition.ts'
import { compositionMessages } from '#/regulation/composition.messages.ts'
import type { PresenceFact, SeatFact } from './council.ts'
import { hasOpenConflict, isConflicted, isPresent, type ItemFacts } from './council.ts'
import type { CouncilRules } from './council.rules.ts'

type Words = { vi: string; en: string }

/** The sentence of a check, met or not, with its figures. */
export function checkText(check: Pick<CompositionCheck, 'rule' | 'met' | 'params'>): Words {
  const words = compositionMessages[check.rule][check.met ? 'met' : 'unmet']
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => check.params[name] ?? whole)
  return { vi: filled(words.vi), en: filled(words.en) }
}

/** What keeps a session shut. */
export function blocking(checks: readonly CompositionCheck[]): CompositionCheck[] {
  return checks.filter((check) => !check.met && check.severity === 'block')
}

/** What lets it open with a written reason only. */
export function warning(checks: readonly CompositionCheck[]): CompositionCheck[] {
  return checks.filter((check) => !check.met && check.severity === 'warn')
}

/** Sentences one after the other, for a refusal: each names its rule and where it stands. */
export function reasonsOf(checks: readonly CompositionCheck[]): Words {
  const texts = checks.map((check) => ({ text: checkText(check), source: check.source }))
  return {
    vi: texts.map(({ text, source }) => `${text.vi.replace(/\.$/, '')} (${source})`).join('; '),
    en: texts.map(({ text, source }) => `${text.en.replace(/\.$/, '')} (${source})`).join('; '),
  }
}

/** A check that speaks of one product set: whoever may not know the item may not read its set here either. */
export function speaksOfOtherSets(check: CompositionCheck, known: readonly number[]): boolean {
  return check.rule === 'managingBody' && !known.some((set) => String(set) === check.params['set'])
}

/** Session quorum: present voting members against the share of all of them. Per-item quorum after recusals is `quorumOf`. */
export function sessionQuorum(facts: { seats: readonly SeatFact[]; presence: readonly PresenceFact[]; rules: CouncilRules }): {
  present: number
  voting: number
  needed: number
  chair: boolean
  met: boolean
} {
  const voting = facts.seats.filter((seat) => seat.voting && seat.leftOn === null)
  const present = voting.filter((seat) => isPresent(facts, seat.memberId))
  const needed = Math.max(1, Math.ceil((voting.length * facts.rules.quorumPercent) / 100))
  const chair = present.some((seat) => seat.role === 'chair' || seat.role === 'viceChair')
  return {
    present: present.length,
    voting: voting.length,
    needed,
    chair,
    met: present.length >= needed && (chair || !facts.rules.quorumNeedsChair),
  }
}

/** Present voting members who have neither declared on the item nor been recused. */
export function undeclared(item: ItemFacts): SeatFact[] {
  return item.seats.filter(
    (seat) =>
      seat.voting &&
      seat.leftOn === null &&
      isPresent(item, seat.memberId) &&
      !isConflicted(item, seat.accountId) &&
      (hasOpenConflict(item, seat.accountId) || !item.declarations.some((row) => row.memberId === seat.memberId)),
  )
}
