import { z } from 'zod'

const text = z.string().trim().min(1)

/**
 * A wording file: the gazette's text for a pack we already have. Codes and option counts are the pack's own; points, stars and gates are
 * never in it. A form that is named is named whole: every criterion, every option, in printed order. Forms left out keep our words.
 */
export const wordingSchema = z.strictObject({
  /** Id of the pack whose words these are. */
  regulation: text,
  /** Where the text stands: "Công báo số 5, ngày 30/5/2026". */
  source: text,
  forms: z
    .array(
      z.strictObject({
        set: z.int().min(1),
        title: text.optional(),
        disqualifiers: z.array(text).optional(),
        criteria: z
          .array(
            z.strictObject({
              code: text,
              title: text,
              notes: z.array(text).optional(),
              evidence: text.optional(),
              /** Labels of the cases, in printed order. */
              cases: z.array(text).optional(),
              /** One text per option, in printed order. */
              options: z.array(text).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

export type Wording = z.infer<typeof wordingSchema>
export type WordedForm = Wording['forms'][number]
