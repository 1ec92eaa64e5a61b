// Whether a council may sit: every rule of its composition and of one session, met or not, each with its source. Pure: takes facts only.
import type { CompositionRule } from './composition.messages.ts'
import type { Department, Level } from './level.schema.ts'
import { levelOf, type WithRegulation } from './levels.ts'
import type { Regulation } from './regulation.schema.ts'

export type SeatedMember = {
  readonly id: string
  readonly role: 'chair' | 'viceChair' | 'member' | 'secretary'
  readonly voting: boolean
  /** Field of work of the body the member comes from; null for a committee's leader, an expert, an association. */
  readonly department: Department | null
  /** A leader of the committee (or ministry) of this level. */
  readonly leader: boolean
  /** First and last day of the seat, plain dates; null = the council's own term. */
  readonly from: string | null
  readonly until: string | null
}

/** What a council's own rules and its office decide. */
export type CompositionSettings = {
  readonly quorumPercent: number
  readonly quorumNeedsChair: boolean
  readonly leadWorkingDays: number
  readonly onLead: 'block' | 'warn'
  /** The council's own size where the decision sets none, or leaves it to the council. */
  readonly size?: { readonly min: number; readonly max: number }
  /** The chair has been handed on in writing where the decision allows it (26/2026 Đ7.3). */
  readonly chairDelegated?: boolean
  /** Posts of this level as an office has edited them (seed X01); without it the pack's. */
  readonly mandatory?: readonly Department[]
}

/** Facts of one session; absent while a council is only being established. */
export type SessionFacts = {
  /** Day of the session, plain date. */
  readonly on: string
  /** Members present now. */
  readonly present: readonly string[]
  /** Members who have not yet said whether they have a conflict, for each item they owe it. */
  readonly undeclared: readonly string[]
  /** Working days between sending the pack and the session (`leadDays`); null = not sent. */
  readonly leadDays: number | null
  /** Dossiers whose set needs samples and has none recorded as received. */
  readonly withoutSamples: readonly string[]
  /** Dossiers of a set that is visited before scoring, without a recorded visit. */
  readonly withoutVisit: readonly string[]
}

export type CompositionFacts = {
  readonly level: Level
  /** Product sets on the agenda, or those the council is set up for. */
  readonly sets: readonly number[]
  readonly members: readonly SeatedMember[]
  readonly termFrom: string
  readonly termTo: string
  readonly settings: CompositionSettings
  readonly session?: SessionFacts
}

/** One rule with its answer. `rule` is the key of its sentence in composition.messages.ts, filled with `params`. */
export type CompositionCheck = {
  readonly rule: CompositionRule
  readonly met: boolean
  /** What not meeting it does. */
  readonly severity: 'block' | 'warn'
  readonly params: Readonly<Record<string, string>>
  readonly source: string
}

/**
 * Days of notice between sending the pack and the session, as the pack counts them. `sendingDayCounts`: working days from the day of sending
 * (if it is one) to the day before the session: sent on Friday for Monday is 1, sent on Sunday is 0 (seed S0:169). `wholeDaysBetween`: working
 * days strictly between the two. Interpretation both: "at least n working days before" says neither.
 */
export function leadDays(
  isWorkingDay: (day: string) => boolean,
  sentOn: string,
  sessionOn: string,
  counting: Regulation['councilRules']['leadCounting'],
): number {
  let count = 0
  for (let day = counting === 'sendingDayCounts' ? sentOn : nextDay(sentOn); day < sessionOn; day = nextDay(day))
    if (isWorkingDay(day)) count += 1
  return count
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Fields of work that manage a product set: its ministries in Annex I, read at any level. Empty for a set the pack does not list. */
export function managingDepartments(pack: WithRegulation, set: number): Department[] {
  const ministries = pack.regulation.sets.find((entry) => entry.set === set)?.ministries ?? []
  return pack.regulation.departments
    .filter((entry) => entry.ministries.some((name) => ministries.includes(name)))
    .map((entry) => entry.department)
}

/** What a field of work is called at a level: "Sở Công Thương" in a province, "Phòng Kinh tế" in a district. */
export function departmentName(pack: WithRegulation, department: Department, level: Level): string {
  const entry = pack.regulation.departments.find((one) => one.department === department)
  return entry?.names[level] ?? entry?.title.vi ?? department
}

/** Whether members of this set see the product on site before they score; then no samples are asked. */
export function visitBeforeScoring(pack: WithRegulation, set: number): boolean {
  return pack.regulation.fieldVisit.need === 'beforeScoring' && pack.regulation.fieldVisit.sets.includes(set)
}

/** Every rule with its answer, in the order the minutes print them. Throws RangeError for a level without a council. */
export function checkComposition(pack: WithRegulation, facts: CompositionFacts): CompositionCheck[] {
  const rule = levelOf(pack, facts.level)
  if (!rule || rule.role !== 'assessment') throw new RangeError(`${pack.regulation.id} has no council at ${facts.level}`)
  return [
    ...standing(pack, facts).filter((check) => check !== undefined),
    ...posts(pack, facts),
    ...(facts.session ? sessionChecks(pack, facts, facts.session) : []),
  ]
}

/** Only what is not met: empty = the council may sit. */
export function compositionFindings(pack: WithRegulation, facts: CompositionFacts): CompositionCheck[] {
  return checkComposition(pack, facts).filter((check) => !check.met)
}

/** True when nothing that blocks is open. */
export function maySit(checks: readonly CompositionCheck[]): boolean {
  return checks.every((check) => check.met || check.severity === 'warn')
}

function seatedOn(facts: CompositionFacts): readonly SeatedMember[] {
  const day = facts.session?.on
  if (day === undefined) return facts.members
  return facts.members.filter((member) => (member.from === null || member.from <= day) && (member.until === null || day <= member.until))
}

function standing(pack: WithRegulation, facts: CompositionFacts): (CompositionCheck | undefined)[] {
  const rule = levelOf(pack, facts.level)?.council
  const members = seatedOn(facts)
  const voting = members.filter((member) => member.voting)
  const chairs = members.filter((member) => member.role === 'chair')
  const chair = chairs[0]
  const secretaries = members.filter((member) => member.role === 'secretary')
  const size = rule?.size?.setBy === 'decision' ? rule.size : (facts.settings.size ?? rule?.size)
  const leads =
    chair !== undefined &&
    chairs.length === 1 &&
    (chair.leader || (rule?.chair.mayDelegate === true && facts.settings.chairDelegated === true))
  const fallback = rule?.source ?? pack.regulation.councilRules.source
  const range = size ? (size.min === size.max ? String(size.min) : `${size.min}–${size.max}`) : ''
  return [
    size && {
      rule: 'size',
      met: voting.length >= size.min && voting.length <= size.max,
      severity: 'block',
      params: { count: String(voting.length), range },
      source: rule?.size?.source ?? 'quy chế của Hội đồng',
    },
    {
      rule: 'chair',
      met: leads,
      severity: 'block',
      params: { post: rule?.chair.title.vi ?? '', postEn: rule?.chair.title.en ?? '' },
      source: rule?.chair.source ?? fallback,
    },
    {
      rule: 'secretary',
      met: secretaries.length >= (rule?.secretariat.min ?? 1),
      severity: 'block',
      params: { count: String(secretaries.length), least: String(rule?.secretariat.min ?? 1) },
      source: rule?.secretariat.source ?? fallback,
    },
    rule?.secretariat.max !== undefined
      ? {
          rule: 'secretariatSize',
          met: secretaries.length <= rule.secretariat.max,
          severity: 'warn',
          params: { count: String(secretaries.length), most: String(rule.secretariat.max) },
          source: rule.secretariat.source,
        }
      : undefined,
  ]
}

function posts(pack: WithRegulation, facts: CompositionFacts): CompositionCheck[] {
  const rule = levelOf(pack, facts.level)?.council
  if (!rule) return []
  const seated = new Set(seatedOn(facts).flatMap((member) => (member.voting && member.department ? [member.department] : [])))
  const name = (department: Department): string => departmentName(pack, department, facts.level)
  const mandatory = facts.settings.mandatory ?? rule.mandatory.map((seat) => seat.department)
  const managing = facts.sets.map((set): CompositionCheck => {
    const departments = managingDepartments(pack, set)
    return {
      rule: 'managingBody',
      // Interpretation: where two ministries manage a set together, one of the two bodies is enough.
      met: departments.length === 0 || departments.some((department) => seated.has(department)),
      severity: rule.managingBody === 'mandatory' ? 'block' : 'warn',
      params: { set: String(set), bodies: departments.map(name).join(' / ') },
      source: rule.source,
    }
  })
  return [
    ...mandatory.map((department): CompositionCheck => ({
      rule: 'mandatoryBody',
      met: seated.has(department),
      severity: 'block',
      params: { body: name(department) },
      source: rule.source,
    })),
    ...managing,
  ]
}

function sessionChecks(pack: WithRegulation, facts: CompositionFacts, session: SessionFacts): CompositionCheck[] {
  const { settings } = facts
  const { councilRules, samples, fieldVisit } = pack.regulation
  const members = seatedOn(facts)
  const voting = members.filter((member) => member.voting)
  const present = voting.filter((member) => session.present.includes(member.id))
  const needed = Math.max(1, Math.ceil((voting.length * settings.quorumPercent) / 100))
  const chaired = present.some((member) => member.role === 'chair' || member.role === 'viceChair')
  const rows: [CompositionRule, boolean, CompositionCheck['severity'], Record<string, string>, string][] = [
    [
      'term',
      facts.termFrom <= session.on && session.on <= facts.termTo,
      'block',
      { from: facts.termFrom, to: facts.termTo },
      councilRules.source,
    ],
    [
      'quorum',
      present.length >= needed,
      'block',
      { present: String(present.length), needed: String(needed), voting: String(voting.length) },
      councilRules.source,
    ],
    ['quorumChair', chaired || !settings.quorumNeedsChair, 'block', {}, councilRules.source],
    ['declared', session.undeclared.length === 0, 'block', { count: String(new Set(session.undeclared).size) }, 'quy chế của Hội đồng'],
    [
      'lead',
      session.leadDays !== null && session.leadDays >= settings.leadWorkingDays,
      settings.onLead,
      { days: String(session.leadDays ?? 0), needed: String(settings.leadWorkingDays) },
      councilRules.source,
    ],
    ['samples', session.withoutSamples.length === 0, 'block', { count: String(session.withoutSamples.length) }, samples.source],
    ['fieldVisit', session.withoutVisit.length === 0, 'block', { count: String(session.withoutVisit.length) }, fieldVisit.source],
  ]
  return rows.map(([rule, met, severity, params, source]) => ({ rule, met, severity, params, source }))
}
