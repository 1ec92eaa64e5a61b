import { z } from 'zod'
import { level, source, words } from './level.schema.ts'

const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const kind = z.enum(['first', 'upgrade', 'renewal'])

/**
 * What a decision (or our reading) says about what was under way when it came: kept in the NEWER pack, which ends the older one.
 * All days are plain dates, all ranges include both ends unless a name says "before".
 */
export const transitionsSchema = z.strictObject({
  /** Packs this one ends. */
  replaces: z.array(z.string()),
  /** Dossiers filed before `filedBefore` and without a result: under which pack they go on, and until when. */
  pending: z.array(
    z.strictObject({
      kinds: z.array(kind).min(1),
      filedBefore: plainDate,
      runsUnder: z.enum(['packOfFiling', 'thisPack']),
      /** Days from the new decision's first day; absent where nothing is written. */
      days: z.int().optional(),
      /** Last day to finish, counted by us. */
      finishBy: plainDate.optional(),
      /** What follows a missed limit: nothing is written anywhere, so a person decides. */
      afterLimit: z.literal('personDecides').optional(),
      source,
    }),
  ),
  /** Days on which no rule clearly applies: a person names the pack, with a reason. */
  gaps: z.array(z.strictObject({ from: plainDate, to: plainDate, candidates: z.array(z.string()).min(1), reason: words, source })),
  /** Certificates issued under the older packs. */
  certificates: z.strictObject({ validToTerm: z.boolean(), source }).optional(),
  /** Duties of a level that is gone, and who has them from that day. */
  duties: z.array(
    z.strictObject({
      of: level,
      passTo: level,
      from: plainDate,
      what: z.array(z.enum(['expiryNotice', 'inspection', 'withdrawal', 'reassessment', 'register'])).min(1),
      source,
    }),
  ),
})

export type Transitions = z.infer<typeof transitionsSchema>
export type Duty = Transitions['duties'][number]['what'][number]
