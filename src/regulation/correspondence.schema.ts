import { z } from 'zod'
import { source, words } from './level.schema.ts'

/**
 * rules/correspondence/<older>--<newer>.yaml: what an answer under an older decision says about a newer one's criteria. Never points: a
 * former answer and its evidence are shown as a hint, and a person answers anew.
 */
export const kinds = ['same', 'wider', 'narrower', 'split', 'merged', 'none'] as const

/**
 * `same`: asks the same. `wider`: the new one takes more in, the old answer holds. `narrower`: the new one asks more, to be shown anew.
 * `split`: one old becomes several new. `merged`: several old become one new, the lower answer counts. `none`: nothing follows.
 */
const kind = z.enum(kinds)
const setNumber = z.int().min(1)
const code = z.string().min(1)

const optionRow = z.strictObject({
  /** Option numbers in printed order, from 1; 0 = none reached. */
  old: z.int().min(1),
  new: z.int().min(0),
  kind,
  note: z.string().optional(),
})

const criterionRow = z.strictObject({ old: code, new: code, kind, options: z.array(optionRow), note: z.string().optional(), source })

export const correspondenceSchema = z.strictObject({
  from: z.string(),
  /** Packs with the same forms as `from`. */
  alsoFrom: z.array(z.string()),
  to: z.string(),
  provenance: words,
  /** Sectors (ngành hàng) under their names in both decisions. */
  sectors: z.array(z.strictObject({ old: z.string(), new: z.array(z.string()), kind, note: z.string().optional(), source })),
  /** Former or mixed names seen in papers, and the sector of the newer decision they mean. */
  formerNames: z.array(z.strictObject({ name: z.string(), new: z.array(z.string()).min(1), source })),
  sets: z.array(z.strictObject({ old: setNumber, new: z.array(setNumber), kind, note: z.string().optional(), source })),
  /** Sets of the newer decision that no older set leads to. */
  newSets: z.array(z.strictObject({ set: setNumber, note: z.string(), source })),
  forms: z.array(
    z.strictObject({
      old: setNumber,
      new: setNumber,
      rows: z.array(criterionRow),
      /** Criteria of the new form that nothing old speaks to. */
      newCriteria: z.array(code),
      /** Criteria of the old form that lead nowhere. */
      dropped: z.array(code),
    }),
  ),
})

export type Correspondence = z.infer<typeof correspondenceSchema>
export type CorrespondenceKind = (typeof kinds)[number]
export type CriterionRow = z.infer<typeof criterionRow>
