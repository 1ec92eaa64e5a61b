import { z } from 'zod'
import { fundSources, ops, planKinds, productKinds, scopes, targetUnits } from './programme-plan.ts'
import { recurrences } from './when.ts'

/**
 * One plan of the past as data: plans/<id>.yaml. Strict: a misspelt key is a fault. Every line cites the plan it comes from by seed and line
 * ("S4:59", several with commas). Percentages are written as the plan prints them (40, 12.5).
 */
const source = z.string().regex(/^S[0-4]:\d+(, S[0-4]:\d+)*$/, 'a source is S<seed>:<line>, several with commas')
const code = z.string().regex(/^[A-Z]\d{2,3}$/)
const key = z.string().regex(/^[a-z][a-zA-Z]*$/)
const text = z.string().trim().min(1)
const day = z.iso.date()
const line = z.strictObject({ text, source })
const dong = z.int().min(0).max(1_000_000_000_000_000)

const target = z.strictObject({
  code,
  title: text,
  quote: text,
  source,
  op: z.enum(ops),
  min: z.number().min(0).optional(),
  max: z.number().min(0).optional(),
  unit: z.enum(targetUnits),
  base: z.int().min(0).optional(),
  starts: day.optional(),
  due: day.optional(),
  scope: z.enum(scopes).optional(),
  partOf: code.optional(),
  condition: text.optional(),
  /** A query of the program; without it the figure is entered by hand with evidence. */
  indicator: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])).optional(),
  reading: text.optional(),
  lead: key.optional(),
})

const task = z.strictObject({
  code,
  section: text,
  title: text,
  content: text.optional(),
  /** See `readWhen`. */
  when: text,
  /** Last day where it is not the one `when` gives. */
  to: day.optional(),
  repeat: z.enum(recurrences).optional(),
  lead: z.array(key).min(1),
  co: z.array(key).optional(),
  target: code.optional(),
  money: code.optional(),
  reading: text.optional(),
  source,
})

const money = z.strictObject({
  code,
  title: text,
  amount: dong.optional(),
  sources: z.array(z.enum(fundSources)).optional(),
  note: text.optional(),
  partOf: code.optional(),
  source,
})

const product = z.strictObject({
  kind: z.enum(productKinds),
  product: text,
  producer: z.string().optional(),
  commune: z.string().optional(),
  star: z.int().min(3).max(5).optional(),
  note: z.string().optional(),
})

export const planFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  kind: z.enum(planKinds),
  desk: z.string().regex(/^(TW|\d{2}(\.\d{3})?)$/),
  /** Name of the committee that issued it. */
  committee: text,
  from: day,
  to: day,
  number: text.optional(),
  issuedOn: day.optional(),
  parent: z.strictObject({ number: text, issuedOn: day, issuer: text, title: text, source }).optional(),
  signer: z.strictObject({ post: z.array(text).min(1).max(4), name: text }),
  archive: text,
  basis: z.array(line),
  purposes: z.array(line),
  requirements: z.array(line),
  aims: z.array(line),
  solutions: z.array(line).optional(),
  /** Who is named in the plan; `roster`: every commune or district of the place. */
  bodies: z.record(key, z.strictObject({ name: text, roster: z.enum(['communes', 'districts']).optional() })),
  targets: z.array(target),
  tasks: z.array(task),
  organisation: z.array(z.strictObject({ body: key, lines: z.array(line).min(1) })),
  money: z.array(money),
  products: z.array(product).optional(),
  recipients: z.array(text),
  recipientSources: source.optional(),
})

export type PlanFile = z.infer<typeof planFileSchema>
