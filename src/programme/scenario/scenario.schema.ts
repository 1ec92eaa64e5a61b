import { z } from 'zod'
import { cited, day, key, step, words } from './step.schema.ts'

const desk = z.strictObject({
  key,
  /** '24.218' a district, '24' a province, 'TW' the ministry. */
  authority: z.string().regex(/^(TW|\d{2}(\.\d{3})?)$/),
  committee: z.string().min(1),
  committeeShort: z.string().min(1),
  office: z.string().min(1),
  officeShort: z.string().min(1),
  /** Invented people: who works at the office, who decides. */
  people: z.strictObject({ office: z.string(), leader: z.string() }),
  /** How the office signs letters of result. */
  officePost: z.string().min(1),
  source: cited,
})

const producer = z.strictObject({
  key,
  name: z.string(),
  legalForm: z.string(),
  commune: z.string().regex(/^\d{5}$/),
  head: z.string(),
  headPost: z.string(),
  registrationIssuer: z.string(),
})

const dossier = z.strictObject({
  key,
  producer: key,
  product: z.string(),
  set: z.int(),
  pack: z.string(),
  /** Points of the producer's own assessment. */
  claims: z.int(),
  /** Comes again with the product of an earlier dossier that got no certificate. */
  productOf: key.optional(),
  kind: z.enum(['first', 'upgrade', 'renewal']).default('first'),
  /** The certificate the product has from before the program, entered from its decision. */
  holds: z
    .strictObject({
      star: z.union([z.literal(3), z.literal(4)]),
      issuedOn: day,
      decision: z.string(),
      issuer: z.string(),
      pack: z.string(),
    })
    .optional(),
  /** The idea whose approved business plan the dossier starts from. */
  idea: key.optional(),
  source: cited,
})

/**
 * One plan's evaluation procedure as data: plans/scenarios/<id>.yaml. Strict: a misspelt key in a plan is a fault.
 * Every expected line cites where it comes from.
 */
export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*-\d{4}$/),
  title: words,
  plan: z.string().min(1),
  province: z.string().regex(/^\d{2}$/),
  pack: z.string(),
  /** The day the desks, bodies and accounts are set up. */
  begins: day,
  desks: z.array(desk).min(1),
  /** Invented people of the communes and the producers' one account. */
  people: z.strictObject({ producer: z.string(), communeOfficer: z.string(), communeLeader: z.string() }),
  producers: z.array(producer).min(1),
  dossiers: z.array(dossier).min(1),
  steps: z.array(step).min(1),
  /** Lines of the plan that no step walks, because they lie outside the evaluation; `why` says how. */
  notCovered: z.array(z.strictObject({ what: words, why: words, source: cited })),
})

export type Scenario = z.infer<typeof scenarioSchema>
export type Desk = Scenario['desks'][number]
