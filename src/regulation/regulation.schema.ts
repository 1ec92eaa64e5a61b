import { z } from 'zod'
import { department, level, levelSchema, source, words } from './level.schema.ts'
import { transitionsSchema } from './transition.schema.ts'

/**
 * regulation.yaml: what a decision says around its forms. Every block carries `source` (decision and article) or begins with
 * "interpretation" where the law is silent and the value is our reading or a council's setting.
 */
const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Month and day of every year, "04-30". */
const yearlyDay = z.string().regex(/^\d{2}-\d{2}$/)
const kind = z.enum(['first', 'upgrade', 'renewal'])
const unit = z.enum(['workingDays', 'calendarDays'])

const componentSchema = z.strictObject({
  id: z.string().regex(/^[a-zA-Z0-9]+$/),
  title: words,
  /** "mẫu 01"; absent when the decision gives no template. */
  template: z.string().optional(),
  by: z.enum(['producer', 'commune', 'district', 'province', 'central']),
  need: z.enum(['always', 'whenApplicable']),
  kinds: z.array(kind).min(1),
  exceptSets: z.array(z.int()).optional(),
  /** Number of sample units; only on samples. */
  units: z.int().optional(),
  source,
})

const clockSchema = z.strictObject({
  id: z.string(),
  title: words,
  days: z.int().min(0),
  unit,
  from: z.string().min(1),
  default: z.enum(['on', 'off']).optional(),
  source,
})

export const regulationSchema = z.strictObject({
  id: z.string().regex(/^qd-[0-9-]+$/),
  number: z.string().min(1),
  title: words,
  issuedOn: plainDate.optional(),
  /** First and last day on which new dossiers run under this pack; `to` null = open. */
  inForce: z.strictObject({ from: plainDate, to: plainDate.nullable(), source }),
  /** What was under way when this decision came, and what becomes of the duties of a level that is gone. */
  transitions: transitionsSchema.optional(),
  amends: z.string().optional(),
  /** The pack whose forms are used, when not its own. */
  formsFrom: z.string().optional(),
  /** How well the texts and points are sourced, shown to administrators. */
  provenance: words,
  sources: z.array(z.string()).min(1),
  stars: z.array(z.strictObject({ star: z.int().min(1).max(5), from: z.int().min(0).max(100), decision: z.boolean(), source })).length(5),
  /** Points per part the decision sets. */
  partMaxima: z.record(z.string(), z.int()),
  gates: z.strictObject({ printed: z.boolean(), source }),
  levels: z.array(levelSchema).min(2),
  /** Names of the bodies of one field of work, per level; an office edits its own. */
  departments: z.array(
    z.strictObject({ department, title: words, names: z.partialRecord(level, z.string()), ministries: z.array(z.string()), source }),
  ),
  producers: z
    .strictObject({ legalForms: z.array(z.strictObject({ id: z.string(), title: words, onlySets: z.array(z.int()).optional() })), source })
    .optional(),
  dossier: z.strictObject({
    kinds: z.array(z.strictObject({ kind, title: words, note: words.optional(), source })),
    /** What the producer files and the commune checks the presence of. */
    components: z.array(componentSchema),
    /** What each level adds when it sends the dossier up. */
    forwarding: z.array(
      z.strictObject({ from: level, to: level, stars: z.array(z.int()).optional(), components: z.array(componentSchema) }),
    ),
    copies: z.strictObject({ paper: z.int(), electronic: z.int(), uploadIsOriginal: z.boolean(), source }),
    slipNumber: z.strictObject({ pattern: z.string(), source }).optional(),
  }),
  /** Rows of the evidence table of the self-assessment (mẫu 02); criteria point at `row`. */
  evidenceRows: z
    .array(z.strictObject({ row: z.int().min(1), id: z.string(), title: words, need: z.enum(['always', 'whenApplicable']) }))
    .optional(),
  evidenceRowsSource: source.optional(),
  communeOpinion: z
    .strictObject({
      template: z.string(),
      contents: z.array(
        z.strictObject({ id: z.string(), title: words, criteria: z.array(z.strictObject({ sets: z.array(z.int()), code: z.string() })) }),
      ),
      source,
    })
    .optional(),
  samples: z.strictObject({ units: z.int(), exceptSets: z.array(z.int()), source }),
  /** Sets whose products members see and assess on site before they score (seed S0:167). */
  fieldVisit: z.strictObject({ sets: z.array(z.int()), need: z.enum(['beforeScoring', 'whenNeeded']), source }),
  clocks: z.array(clockSchema),
  rounds: z.array(
    z.strictObject({
      level,
      round: z.int(),
      proposalsBefore: yearlyDay,
      assessBefore: yearlyDay,
      assessNextYear: z.boolean().optional(),
      source,
    }),
  ),
  certificate: z.strictObject({ months: z.int(), counting: words, minStar: z.int(), source }),
  withdrawal: z
    .strictObject({
      grounds: z.array(z.strictObject({ id: z.string(), title: words, needsConclusion: z.boolean() })),
      authority: z.array(z.strictObject({ stars: z.array(z.int()), level })),
      steps: z.array(words),
      source,
    })
    .optional(),
  /** What the law leaves to a council's working rules, with the defaults a new council starts from. */
  councilRules: z.strictObject({
    quorumPercent: z.int().min(1).max(100),
    quorumNeedsChair: z.boolean(),
    spreadLimit: z.int().min(0),
    onSpread: z.enum(['block', 'warn']),
    leadWorkingDays: z.int().min(0),
    /** How "n working days before" is counted; see `leadDays` in composition.ts. */
    leadCounting: z.enum(['sendingDayCounts', 'wholeDaysBetween']),
    gateBasis: z.enum(['majority', 'everySheet', 'meanPoints']),
    reconciliationRounds: z.int().min(1),
    modes: z.array(z.enum(['meeting', 'writtenOpinion'])),
    modeByKind: z.array(z.strictObject({ kind, mode: z.enum(['meeting', 'writtenOpinion']), source })),
    source,
  }),
  productCode: z.strictObject({ pattern: z.string(), example: z.string(), parts: words, source }),
  sets: z
    .array(
      z.strictObject({
        set: z.int(),
        title: words,
        /** The annex's own label where it differs from the form's; never a key. */
        annexTitle: z.string().optional(),
        sector: words,
        group: words,
        ministries: z.array(z.string()).min(1),
        /** Everyday words people search with. Ours, not the law's. */
        words: z.array(z.string()).optional(),
      }),
    )
    .min(1),
  /** Sets the decision has and the sources at hand do not. */
  missingSets: z.array(z.strictObject({ set: z.int(), reason: words })).optional(),
})

export type Regulation = z.infer<typeof regulationSchema>
export type { Level, LevelRule, Words } from './level.schema.ts'
export type DossierKind = z.infer<typeof kind>
export type DossierComponent = z.infer<typeof componentSchema>
export type Clock = z.infer<typeof clockSchema>
