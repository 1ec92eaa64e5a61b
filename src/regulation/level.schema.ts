import { z } from 'zod'

/** The levels part of regulation.yaml: who assesses, who recognises which star, what goes up, what comes back, who sits on a council. */
export const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
export const source = z.string().min(1)
export const level = z.enum(['commune', 'district', 'province', 'central'])

/**
 * Field of work of a body, the same at every level: the district's "Phòng", the province's "Sở" and the ministry of one field share it.
 * A pack names them per level (`departments`), so that no rule speaks of "Sở" where a district sits (seed S0:141, X01).
 */
export const department = z.enum([
  'agriculture',
  'industryTrade',
  'health',
  'science',
  'cultureTourism',
  'environment',
  'foodSafety',
  'finance',
  'agriculturalServices',
  'coordination',
])

/** What a level may do with a result that came back from above. */
const returnChoice = z.enum(['recogniseOnThatResult', 'reassess'])

/**
 * `included`: a mean of exactly `from` belongs to the range ("từ 50 điểm"). `excluded`: only above it ("trên 50 điểm"); a mean of exactly
 * `from` is then left to a person where the star scale would still give a recognisable star (seed S0:133, X02).
 */
const boundary = z.enum(['included', 'excluded'])

const takesBackSchema = z.strictObject({
  /** The level whose result comes back. */
  of: level,
  from: z.int(),
  atFrom: boundary,
  /** Up to, never including. */
  below: z.int(),
  choices: z.array(returnChoice).min(1),
  source,
})

const seatSchema = z.strictObject({ department, title: words })

export const compositionSchema = z.strictObject({
  /** Members with a vote, chair included; absent where the decision sets none. */
  size: z
    .strictObject({
      min: z.int(),
      max: z.int(),
      /** `decision`: the law's own, nobody changes it. `councilRules`: known from one council's rules, another may set its own. */
      setBy: z.enum(['decision', 'councilRules']),
      source,
    })
    .optional(),
  chair: z.strictObject({ title: words, mayDelegate: z.boolean(), source }),
  /** Fields of work every council of this level must seat. */
  mandatory: z.array(seatSchema),
  /** Whether the body managing each product set on the agenda must be seated (148, Annex I). */
  managingBody: z.enum(['mandatory', 'advised']),
  /** Usually invited; never a fault when missing. */
  others: z.array(seatSchema),
  /** Secretaries without a vote. */
  secretariat: z.strictObject({ min: z.int(), max: z.int().optional(), source }),
  source,
})

export const levelSchema = z.strictObject({
  level,
  body: words,
  /** What this level does: a written opinion and proposal, or an assessment by a council. */
  role: z.enum(['opinion', 'assessment']),
  /** Stars this level's authority recognises. */
  recognises: z.array(z.int().min(1).max(5)),
  recogniser: words.optional(),
  /** Council totals (mean) this level sends to the next: from ≤ mean, and mean < `below` when given. */
  sendsUp: z
    .strictObject({
      from: z.int(),
      below: z.int().optional(),
      to: level,
      /** The authority of this level approves the result by a decision before it goes up (seed S0:187). */
      approves: z.boolean().optional(),
      /** The product samples go along. */
      samples: z.boolean().optional(),
      source: source.optional(),
    })
    .optional(),
  /** Results of higher levels that come back down to this one, and what may be done then. */
  takesBack: z.array(takesBackSchema).optional(),
  /** A dossier this level finds invalid goes back to `to` to be completed and assessed within its own power (seed S0:135). */
  returnsInvalid: z.strictObject({ to: level, source }).optional(),
  council: compositionSchema.optional(),
  /** Least rounds of a year; absent where the yearly plan alone says (seed S0:213 plans 3). */
  roundsPerYear: z.int().optional(),
  source,
})

export type Words = z.infer<typeof words>
export type Level = z.infer<typeof level>
export type Department = z.infer<typeof department>
export type LevelRule = z.infer<typeof levelSchema>
export type ReturnChoice = z.infer<typeof returnChoice>
