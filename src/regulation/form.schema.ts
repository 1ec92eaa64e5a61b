import { z } from 'zod'

/**
 * One scoring form (phiếu đánh giá) of one product set, as stored in rules/<pack>/forms/NN.yaml.
 * Strict on purpose: a misspelt key in the law's data is a fault, not something to ignore.
 */
const optionSchema = z.strictObject({
  points: z.int().min(0).max(100),
  text: z.string().min(1),
  /** The star this option is the least level for (dấu sao). */
  minStar: z.int().min(2).max(5).optional(),
  /** Number of the case (trường hợp) this option belongs to; only where the criterion lists `cases`. */
  case: z.int().min(1).optional(),
  /** What the source prints where that is an evident misprint. Never used to score. */
  printedPoints: z.int().optional(),
  /** A doubt about the printed points. Never used to score. */
  suspectedPoints: z.int().optional(),
})

const eliminationSchema = z.strictObject({
  kind: z.enum(['eliminated', 'notAssessable', 'stop']),
  text: z.string().min(1),
  /** Criteria whose 0 points raise this stop by machine (26/2026 set 16). */
  scope: z.array(z.string()).optional(),
})

/** What the criterion asks about, where producer data can propose an answer. Logic reads this, never a title or a code. */
export const topics = [
  'legalForm',
  'head',
  'localLabour',
  'growth',
  'intellectualProperty',
  'linkage',
  'markets',
  'marketsByArea',
  'originInCommune',
  'originInProvince',
] as const

const criterionSchema = z.strictObject({
  code: z.string().min(1),
  title: z.string().min(1),
  topic: z.enum(topics).optional(),
  max: z.int().min(0),
  subgroup: z.strictObject({ code: z.string(), title: z.string(), max: z.int().nullable() }).optional(),
  /** The commune gives a written opinion on this criterion, no points (mẫu 03). */
  communeOpinion: z.boolean().optional(),
  /** For this star, at least the lowest option above 0 points (148's IP criterion). */
  minStar: z.int().min(2).max(5).optional(),
  notes: z.array(z.string()).optional(),
  eliminations: z.array(eliminationSchema).optional(),
  onlyIf: z.strictObject({ criterion: z.string(), above: z.int().min(0) }).optional(),
  evidence: z.string().optional(),
  /** Rows of mẫu 02's evidence table that serve this criterion; see the pack's `evidenceRows`. */
  evidenceRows: z.array(z.int()).optional(),
  evidenceHints: z.array(z.string()).optional(),
  cases: z.array(z.strictObject({ case: z.int().min(1), label: z.string() })).optional(),
  /** The source prints no options; yes/no is our reading. */
  optionsImplied: z.boolean().optional(),
  options: z.array(optionSchema).min(1),
})

export const formSchema = z.strictObject({
  set: z.int().min(1),
  title: z.string().min(1),
  sector: z.string().min(1),
  group: z.string().min(1),
  ministry: z.string().min(1),
  disqualifiers: z.array(z.string()).optional(),
  parts: z.array(
    z.strictObject({
      code: z.string().min(1),
      title: z.string().min(1),
      max: z.int(),
      groups: z.array(
        z.strictObject({
          code: z.string().min(1),
          title: z.string().min(1),
          max: z.int(),
          note: z.string().optional(),
          criteria: z.array(criterionSchema).min(1),
        }),
      ),
    }),
  ),
  /** An anomaly touches points: an administrator confirms once before a new round uses this form. */
  confirmBeforeUse: z.boolean().optional(),
  anomalies: z.array(z.string()).optional(),
})

export type Form = z.infer<typeof formSchema>
export type Part = Form['parts'][number]
export type Group = Part['groups'][number]
export type Criterion = z.infer<typeof criterionSchema>
export type Option = z.infer<typeof optionSchema>
export type Elimination = z.infer<typeof eliminationSchema>
export type Topic = (typeof topics)[number]
/** A criterion's code as printed in its form: "1.1", "6.1.2", "3.đ". Unique within a form, not across sets. */
export type CriterionCode = string
